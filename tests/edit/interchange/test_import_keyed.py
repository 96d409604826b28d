"""Formats with keys of their own: the keys are the labels, plurals become one entry."""

import pytest

from compiler.edit.interchange.importing import ImportRefusedError
from tests.edit.interchange.samples import brought, entries, reasons


def test_nested_keys_are_joined_by_dots_and_kept_as_they_are() -> None:
    made = brought(
        "i18next",
        {"en.json": '{"labels": {"chartType_bar": "Bar {{n}}"}, "hi": "It\'s {x}"}'},
    )
    assert entries(made, "en") == {
        "labels.chartType_bar": ("Bar {n}", ""),
        "hi": ("It's '{x}'", ""),
    }
    assert made.summary.unstyled == 1


def test_a_key_that_cannot_be_a_label_is_mapped_and_said() -> None:
    made = brought("icu-json", {"en.json": '{"Sign in": "A", "Sign_in": "B", ".x": "C"}'})
    assert entries(made, "en") == {
        "Sign_in2": ("A", ""),
        "Sign_in": ("B", ""),
        "x": ("C", ""),
    }
    assert made.summary.renamed == (("Sign in", "Sign_in2"), (".x", "x"))


def test_suffixes_of_i18next_are_one_plural() -> None:
    made = brought(
        "i18next",
        {
            "en.json": '{"item_one": "{{count}} item", "item_other": "{{count}} items #"}',
            "pl.json": '{"item_one": "1", "item_few": "2", "item_many": "5", "item_other": "0,5"}',
            "ja.json": '{"item_other": "{{count}}個"}',
        },
    )
    source = "{count, plural, one {{count} item} other {{count} items '#'}}"
    assert entries(made, "en") == {"item": (source, "")}
    assert entries(made, "pl") == {
        "item": (source, "{count, plural, one {1} few {2} many {5} other {0,5}}")
    }
    assert entries(made, "ja") == {"item": (source, "{count, plural, other {{count}個}}")}
    assert made.summary.plurals == 1


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            '{"k": "one", "k_plural": "many"}',
            {"k": "{count, plural, one {one} other {many}}"},
        ),
        (
            '{"k_zero": "none", "k_other": "{{count}}"}',
            {"k": "{count, plural, =0 {none} other {{count}}}"},
        ),
        (
            '{"k_ordinal_one": "{{count}}st", "k_ordinal_other": "{{count}}th"}',
            {"k": "{count, selectordinal, one {{count}st} other {{count}th}}"},
        ),
        (
            '{"k_male": "he", "k_female": "she", "k_other": "they"}',
            {"k_male": "he", "k_female": "she", "k_other": "they"},
        ),
        ('{"crowfoot_one": "Crow (one)"}', {"crowfoot_one": "Crow (one)"}),
    ],
)
def test_what_is_a_plural_and_what_a_context(source: str, expected: dict[str, str]) -> None:
    made = brought("i18next", {"en.json": source})
    assert {label: texts[0] for label, texts in entries(made, "en").items()} == expected


def test_rails_plurals_and_placeholders() -> None:
    made = brought(
        "rails-yaml",
        {
            "en.yml": "en:\n  err:\n    one: 1 error in %{x}\n    other: '%{count} errors in %{x}'\n",
            "no.yml": "no:\n  err:\n    one: feil\n    other: ~\n",
            "zh-YUE.yml": "zh-YUE:\n  err:\n    other: '%{count}'\n",
        },
    )
    source = "{count, plural, one {1 error in {x}} other {{count} errors in {x}}}"
    assert entries(made, "en") == {"err": (source, "")}
    assert entries(made, "yue") == {"err": (source, "{count, plural, other {{count}}}")}
    assert entries(made, "no") == {}
    assert reasons(made) == [("no", "err", "its plural has no form `other`")]
    assert made.summary.read_as == [("zh-YUE", "yue")]


def test_several_locales_in_one_rails_file() -> None:
    made = brought("rails-yaml", {"all.yml": "en:\n  a: A\nde:\n  a: Ä\nxx-nowhere:\n  a: B\n"})
    assert entries(made, "de") == {"a": ("A", "Ä")}
    assert [path for path, _ in made.summary.left_out] == ["all.yml"]


def test_what_is_no_text_is_refused_and_said() -> None:
    made = brought(
        "rails-yaml", {"en.yml": "en:\n  a: A\n  days: [Mon, Tue]\n  n: 3\n  on: true\n  e: ''\n"}
    )
    assert entries(made, "en") == {"a": ("A", "")}
    assert reasons(made) == [
        ("en", "days", "a list is no text"),
        ("en", "n", "a number is no text"),
        ("en", "on", "a switch is no text"),
        ("en", "e", "the source language has no text for it"),
    ]


@pytest.mark.parametrize(
    "source",
    [
        '{"a": {"defaultMessage": "{n, plural, one {#} other {#}}", "description": "A count"}}',
        '{"a": {"string": "{n, plural, one {#} other {#}}", "context": "A count"}}',
    ],
)
def test_records_of_icu_json_bring_their_description(source: str) -> None:
    made = brought("icu-json", {"en.json": source, "de.json": '{"a": "x"}'})
    assert entries(made, "en") == {"a": ("{n, plural, one {#} other {#}}", "")}
    assert b"#. A count\n" in made.files["content/translations/ns/de.po"]


def test_an_empty_string_is_untranslated_and_a_strange_key_refused() -> None:
    made = brought("i18next", {"en.json": '{"a": "A"}', "de.json": '{"a": "", "b": "B"}'})
    assert entries(made, "de") == {"a": ("A", "")}
    assert (made.summary.locales[0].translated, made.summary.locales[0].waiting) == (0, 1)
    assert reasons(made) == [("de", "b", "the source language has no such key")]


def test_the_same_key_in_two_files() -> None:
    made = brought(
        "i18next",
        {
            "en/a.json": '{"k": "K", "l": "L"}',
            "en/b.json": '{"k": "K", "l": "other"}',
            "de/a.json": '{"k": ""}',
            "de/b.json": '{"k": "Ka"}',
        },
    )
    assert entries(made, "de") == {"k": ("K", "Ka")}
    assert made.summary.merged == 2
    assert reasons(made) == [
        ("en", "l", "this key stands twice with different texts; the first counts")
    ]


def test_a_set_without_its_source_is_refused_with_the_map_that_helps() -> None:
    with pytest.raises(ImportRefusedError, match="`--locale-map en-GB=en` says which one is"):
        brought("i18next", {"en-GB.json": '{"a": "A"}', "de.json": '{"a": "B"}'})


def test_empty_files_are_active_languages() -> None:
    made = brought("i18next", {"en.json": "{}", "de.json": b"", "fr.json": "null"})
    assert [entries(made, tag) for tag in ("en", "de", "fr")] == [{}, {}, {}]


def test_a_broken_file_is_a_finding_and_the_others_come_in() -> None:
    made = brought("i18next", {"en.json": '{"a": "A"}', "de.json": '{"a": "B"'})
    assert entries(made, "en") == {"a": ("A", "")}
    assert [(one.rule, one.place.path) for one in made.findings] == [("invalid-json", "de.json")]


def test_plurals_of_i18next_v3_are_plurals() -> None:
    made = brought(
        "i18next",
        {
            "en.json": '{"pear": "a pear", "pear_plural": "{{count}} pears"}',
            "de.json": '{"pear": "eine Birne", "pear_plural": "{{count}} Birnen"}',
        },
    )
    assert entries(made, "de") == {
        "pear": (
            "{count, plural, one {a pear} other {{count} pears}}",
            "{count, plural, one {eine Birne} other {{count} Birnen}}",
        )
    }


def test_a_plural_without_other_is_refused_by_its_own_name() -> None:
    source = '{"pear_one": "a pear", "pear_other": "{{count}} pears"}'
    made = brought("i18next", {"en.json": source, "de.json": '{"pear_one": "eine Birne"}'})
    assert reasons(made) == [("de", "pear", "its plural has no form `other`")]
