import pytest

from compiler.base.locale_tag import canonical, language_of, shorter


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("es", "es"),
        ("ES-mx", "es-MX"),
        ("zh-hant-hk", "zh-Hant-HK"),
        ("es-419", "es-419"),
        ("sl-ROZAJ-biske-1994", "sl-rozaj-biske-1994"),
        ("ca-ES-valencia", "ca-ES-valencia"),
        ("pt_BR", None),
        ("e", None),
        ("", None),
        ("de-", None),
        ("de--AT", None),
        ("toolonglanguage", None),
        ("en-US-POSIX", "en-US-posix"),
    ],
)
def test_form(tag: str, expected: str | None) -> None:
    assert canonical(tag) == expected


def test_parts() -> None:
    assert language_of("zh-Hant-HK") == "zh"
    assert shorter("zh-Hant-HK") == "zh-Hant"
    assert shorter("zh") is None
