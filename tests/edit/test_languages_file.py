"""languages.yaml gets languages and keeps everything else, to the character."""

import pytest

from compiler.edit.languages_file import (
    LanguagesFile,
    UnusableLanguagesError,
    new_languages,
    read_languages,
    with_active,
)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "source: en\nactive: [en]   # translated\nenabled: [en]  # shown\n",
            'source: en\nactive: [en, de, "no"]   # translated\nenabled: [en]  # shown\n',
        ),
        (
            "source: en\nactive:\n  - en  # first\n# shown\nenabled: [en]\n",
            'source: en\nactive:\n  - en  # first\n  - de\n  - "no"\n# shown\nenabled: [en]\n',
        ),
        ("source: en\nactive: []\n", 'source: en\nactive: [de, "no"]\n'),
        ("source: en\nactive:\nenabled: []", 'source: en\nactive: [de, "no"]\nenabled: []'),
        ("source: en\r\nactive:\r\n- en", 'source: en\r\nactive:\r\n- en\r\n- de\r\n- "no"\r\n'),
        ("source: en", 'source: en\nactive: [de, "no"]\n'),
    ],
)
def test_languages_are_added_in_the_authors_own_manner(before: str, after: str) -> None:
    assert with_active(before.encode(), ["de", "no"]).decode() == after


def test_languages_that_are_active_already_change_nothing() -> None:
    data = b"source: en\nactive: [en,   de]\n"
    assert with_active(data, ["de", "en"]) == data


def test_norwegian_is_no_truth_value() -> None:
    assert read_languages(b"source: no\nactive: [no]\n") == LanguagesFile("no", ("no",))


def test_a_new_file_lists_the_source_first_and_enables_it_alone() -> None:
    assert new_languages("en", ["de", "en", "zh-Hant"]).decode().splitlines()[1:] == [
        "source: en",
        "# Being translated.",
        "active: [en, de, zh-Hant]",
        "# A visitor may choose these.",
        "enabled: [en]",
    ]


def test_many_languages_have_a_line_each() -> None:
    tags = [f"{a}{b}" for a in "abcd" for b in "efghijk"]
    data = new_languages("en", tags)
    assert b"active:\n  - en\n  - ae\n" in data
    assert data.endswith(b"enabled: [en]\n")
    assert read_languages(data).active == ("en", *tags)


@pytest.mark.parametrize(
    "data", [b"a: [", b"- en", b"active: [en]", b"\xff", b"source: en\nactive: x"]
)
def test_a_file_that_cannot_be_used_is_one_sentence(data: bytes) -> None:
    with pytest.raises(UnusableLanguagesError, match=r"languages\.yaml"):
        with_active(data, ["de"])
