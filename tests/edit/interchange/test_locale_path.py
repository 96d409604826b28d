"""The last part of a path that names a language decides."""

import pytest

from compiler.edit.interchange.locale_path import Located, locate


@pytest.mark.parametrize(
    ("path", "locale"),
    [
        ("superset/pt_BR.po", "pt-BR"),
        ("a/ja_JP.po", "ja-JP"),
        ("zh_Hant/django.po", "zh-Hant"),
        ("sr_Latn.po", "sr-Latn"),
        ("ar_DZ/djangojs.po", "ar-DZ"),
        ("kab-KAB.json", "kab"),
        ("zh-YUE.yml", "yue"),
        ("pap-AW.yml", "pap-AW"),
        ("no.yml", "no"),
        ("nb.yml", "nb"),
        ("nn-NO.yml", "nn-NO"),
        ("es-419.json", "es-419"),
        ("ca-valencia.po", "ca-valencia"),
        ("i18n/messages_pt_BR.properties", "pt-BR"),
        ("i18n/translation.fr.json", "fr"),
        ("de_DE/LC_MESSAGES/bar.po", "de-DE"),  # `bar` is Bavarian, and here a domain
        ("de/is_active.json", "de"),
        ("de/my_app.json", "de"),
        ("EN_us/app.json", "en-US"),
    ],
)
def test_names_of_other_tools_settle(path: str, locale: str) -> None:
    assert locate(path, {}).locale == locale


@pytest.mark.parametrize(
    ("path", "word"),
    [
        ("x/de_Formal.po", "de_Formal"),
        ("i18n/fi_BUGGY/LC_MESSAGES/messages.po", "fi_BUGGY"),
        ("percentages.json", None),
        ("defaultMessages.json", None),
        ("C/x.po", None),
    ],
)
def test_what_is_no_language_is_reported_with_the_word_that_came_near(
    path: str, word: str | None
) -> None:
    assert locate(path, {}) == Located(None, word)


@pytest.mark.parametrize(
    ("path", "renames", "locale"),
    [
        ("x/de_Formal.po", {"de_Formal": "de"}, "de"),
        ("defaultMessages.json", {"defaultMessages": "en"}, "en"),
        ("web/strings.json", {"strings.json": "en"}, "en"),
        ("x/messages_de_Formal.po", {"de_Formal": "de"}, "de"),
        ("en-US.json", {"en-US": "en"}, "en"),
    ],
)
def test_a_map_settles_the_rest(path: str, renames: dict[str, str], locale: str) -> None:
    assert locate(path, renames).locale == locale
