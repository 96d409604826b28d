"""What came in goes out the same, by value; what a format cannot say is named."""

import json
from typing import Any

import pytest
import yaml as pyyaml
from hypothesis import example, given
from hypothesis import strategies as st

from compiler.edit.interchange.trees import as_yaml
from compiler.read.po import read_po
from compiler.read.yaml import read_yaml
from tests.edit.interchange.samples import (
    HEADER,
    brought,
    entries,
    handed_out,
    po,
    reasons,
    there_and_back,
)


def po_entries(data: bytes) -> list[tuple[Any, ...]]:
    return [
        (one.msgctxt, one.msgid, one.msgid_plural, one.msgstr, one.flags, one.previous_msgid)
        for one in read_po("x.po", data).entries
    ]


PO_SOURCE = (
    '#, python-format\nmsgid "Hi %(name)s, 5%% {x}"\nmsgstr ""\n',
    '#, c-format\nmsgid "%1$s of %2$d"\nmsgstr ""\n',
    '#, python-brace-format\nmsgid "{} {{y}}"\nmsgstr ""\n',
    'msgctxt "month"\nmsgid "May"\nmsgstr ""\n',
    'msgctxt "verb"\nmsgid "May"\nmsgstr ""\n',
    '#, python-format\nmsgid "%(n)d day"\nmsgid_plural "%(n)d days"\nmsgstr[0] ""\nmsgstr[1] ""\n',
    'msgid "It\'s <b>bold</b> & \'{raw}\'"\nmsgstr ""\n',
)
PO_GERMAN = (
    (
        '#, fuzzy, python-format\n#| msgid "Hey %(name)s"\nmsgid "Hi %(name)s, 5%% {x}"\n'
        'msgstr "Hallo %(name)s, 5%% {x}"\n'
    ),
    '#, c-format\nmsgid "%1$s of %2$d"\nmsgstr "%2$d von %1$s"\n',
    '#, python-brace-format\nmsgid "{} {{y}}"\nmsgstr "{{y}} {}"\n',
    'msgctxt "month"\nmsgid "May"\nmsgstr "Mai"\n',
    'msgctxt "verb"\nmsgid "May"\nmsgstr "Mai"\n',
    (
        '#, python-format\nmsgid "%(n)d day"\nmsgid_plural "%(n)d days"\n'
        'msgstr[0] "%(n)d Tag"\nmsgstr[1] "%(n)d Tage"\n'
    ),
    "msgid \"It's <b>bold</b> & '{raw}'\"\nmsgstr \"<b>{raw}</b> ''\"\n",
)


def test_gettext_goes_out_with_its_placeholders_contexts_and_flags() -> None:
    sources, german = po(*PO_SOURCE), po(*PO_GERMAN)
    back = there_and_back("po", {"en.po": sources, "de.po": german})
    assert po_entries(back["en.po"]) == po_entries(sources.encode())
    assert po_entries(back["de.po"]) == po_entries(german.encode())


def test_msgids_that_were_keys_are_keys_again() -> None:
    sources = po('msgid "home.title"\nmsgstr "Home %(x)s"\n')
    german = po('msgid "home.title"\nmsgstr "Start %(x)s"\n')
    back = there_and_back("po", {"en.po": sources, "de.po": german})
    assert [one[1:4] for one in po_entries(back["en.po"])] == [
        ("home.title", None, ("Home %(x)s",))
    ]
    assert [one[1:4] for one in po_entries(back["de.po"])] == [
        ("home.title", None, ("Start %(x)s",))
    ]


def test_two_entries_that_gettext_cannot_tell_apart_are_said() -> None:
    made = brought(
        "po",
        {
            "de/a.po": po('msgid "Day"\nmsgstr "Tag"\n'),
            "de/b.po": po('msgid "Day"\nmsgstr "Tage"\n'),
        },
    )
    export = handed_out("po", made.files)
    assert export.refused == [
        (locale, "day2", "another entry has the same text and no other context")
        for locale in ("de", "en")
    ]


I18NEXT = {
    "a": {"b": "Hi {{name}}, {x} '{y}' #", "b.c": "dotted", "e f": "{{- raw}} $t(a.b)"},
    "n_one": "{{count}} day #",
    "n_other": "{{count}} days",
    "place_ordinal_one": "{{count}}st",
    "place_ordinal_other": "{{count}}th",
    "who_male": "he",
    "who_other": "they",
}


def test_i18next_goes_out_with_its_keys_and_placeholders() -> None:
    files = {"en.json": json.dumps(I18NEXT), "de.json": json.dumps({"a": {"b": "Hallo {{name}}"}})}
    back = there_and_back("i18next", files)
    assert json.loads(back["en.json"]) == I18NEXT
    assert json.loads(back["de.json"]) == {"a": {"b": "Hallo {{name}}"}}


KEY = st.text(alphabet="abAB_. é/-", min_size=1, max_size=6).filter(
    lambda key: not key.endswith(("_one", "_other", "_zero", "_two", "_few", "_many", "_plural"))
)
TEXT = st.lists(
    st.sampled_from(
        [
            "{{n}}",
            "{{- m, upper}}",
            "{{count}}",
            "{",
            "}",
            "'",
            "''",
            "#",
            "<b>",
            "</b>",
            "%",
            "x ",
            "é",
        ]
    ),
    min_size=1,
    max_size=6,
).map("".join)
TREE = st.dictionaries(KEY, st.one_of(TEXT, st.dictionaries(KEY, TEXT, min_size=1)), min_size=1)


@example({"-.B": "{{n}}", "-": {"B": "{{n}}"}})
@given(TREE)
def test_whatever_i18next_holds_goes_out_the_same(tree: dict[str, Any]) -> None:
    assert json.loads(there_and_back("i18next", {"en.json": json.dumps(tree)})["en.json"]) == tree


FLAT = st.dictionaries(st.text(min_size=1, max_size=8), TEXT, min_size=1)


@given(FLAT)
def test_whatever_icu_json_holds_goes_out_the_same(messages: dict[str, str]) -> None:
    back = there_and_back("icu-json", {"en.json": json.dumps(messages)})
    assert json.loads(back["en.json"]) == messages


def test_icu_json_goes_out_in_the_records_it_came_in() -> None:
    source = {"a.b": {"string": "Hi {n, number}", "context": "title"}, "c": {"string": "C"}}
    back = there_and_back("icu-json", {"en.json": json.dumps(source)})
    assert json.loads(back["en.json"]) == source


def test_rails_goes_out_below_its_locale() -> None:
    english = (
        "en:\n  a:\n    one: '%{count} x'\n    other: '%{count} xs of %{name}'\n  'no': 'no'\n"
    )
    norwegian = "no:\n  a:\n    other: '%{count} x'\n  'no': Nei\n"
    back = there_and_back("rails-yaml", {"en.yml": english, "no.yml": norwegian})
    for name, text in (("en.yml", english), ("no.yml", norwegian)):
        assert read_yaml(name, back[name]).data == read_yaml(name, text.encode()).data


@pytest.mark.parametrize(
    "text",
    ["Yes", "no", "On", "1,000", "12:30", "2026-11-28", ":)", "~", "0x1F", "a\u2028b", ""],
)
def test_a_text_is_one_for_ruby_too_which_reads_yaml_of_old(text: str) -> None:
    made = as_yaml({"no": {"yes": text, "a": {text or "k": "b"}}})
    assert pyyaml.safe_load(made) == {"no": {"yes": text, "a": {text or "k": "b"}}}
    # Ruby's `:name` is a symbol, and PyYAML knows none.
    assert (b"yes': ':" in made) == text.startswith(":")


def test_the_name_of_another_key_stays_one_for_ruby() -> None:
    assert as_yaml({"en": {"same": ":year"}}) == b"en:\n  same: :year\n"


OWN = {
    "content/translations/ns/en.po": (
        HEADER
        + '\nmsgctxt "a.hi"\nmsgid "Hi {name}"\nmsgstr ""\n'
        + '\nmsgctxt "a.days"\nmsgid "{count, plural, =0 {none} one {# day} other {# days}}"\nmsgstr ""\n'
        + '\nmsgctxt "a.sort"\nmsgid "{x, select, a {A} other {B}}"\nmsgstr ""\n'
        + '\nmsgctxt "a"\nmsgid "A"\nmsgstr ""\n'
    ).encode()
}


def test_our_own_goes_out_to_i18next_flat_where_a_text_has_others_below_it() -> None:
    export = handed_out("i18next", OWN)
    assert json.loads(export.files["en.json"]) == {
        "a": "A",
        "a.hi": "Hi {{name}}",
        "a.days_zero": "none",
        "a.days_one": "{{count, number}} day",
        "a.days_other": "{{count, number}} days",
        "a.sort_a": "A",
        "a.sort": "B",
    }
    assert export.refused == []


def test_rails_has_no_words_for_a_choice_and_no_room_below_a_text() -> None:
    export = handed_out("rails-yaml", OWN)
    assert read_yaml("en.yml", export.files["en.yml"]).data["en"]["a"]["hi"] == "Hi %{name}"
    assert sorted(label for _, label, _ in export.refused) == ["a", "a.sort"]


def test_our_own_gettext_goes_out_as_it_is() -> None:
    assert po_entries(handed_out("po", OWN).files["en.po"]) == po_entries(*OWN.values())


CONTEXTS = {
    "friend": "A friend",
    "friend_male": "A boyfriend",
    "friend_female": "A girlfriend",
    "item": "items",
    "item_one": "{{count}} item",
    "item_other": "items",
    "item_male": "his",
    "item_male_one": "his",
    "item_male_other": "hers",
    "nth_ordinal_one": "{{count}}st",
    "nth_ordinal_other": "{{count}}th",
}


def test_contexts_of_i18next_and_texts_beside_a_plural_come_back() -> None:
    german = {"item": "Dinge", "item_one": "Ding", "item_other": "Dinge", "friend": "Freund"}
    files = {"en.json": json.dumps(CONTEXTS), "de.json": json.dumps(german)}
    back = there_and_back("i18next", files)
    assert json.loads(back["en.json"]) == CONTEXTS
    assert json.loads(back["de.json"]) == german


def test_a_text_beside_a_plural_that_is_none_of_its_forms_is_refused() -> None:
    texts = {"item": "thing", "item_one": "item", "item_other": "items"}
    made = brought("i18next", {"en.json": json.dumps(texts)})
    assert reasons(made) == [("en", "item", "its plural has the same name")]


def test_the_singular_of_the_old_i18next_is_no_text_beside_the_plural() -> None:
    back = there_and_back("i18next", {"en.json": '{"item": "item", "item_plural": "items"}'})
    assert json.loads(back["en.json"]) == {"item_one": "item", "item_other": "items"}


SELECT = "{who, select, male {He has {count, plural, one {one} other {#}}} other {They}}"


def test_a_select_goes_out_to_i18next_as_contexts_which_come_in_as_entries_of_their_own() -> None:
    english = po(f'msgctxt "has"\nmsgid "{SELECT}"\nmsgstr ""\n').encode()
    files = {"content/translations/ns/en.po": english}
    export = handed_out("i18next", files)
    texts = json.loads(export.files["en.json"])
    assert texts == {
        "has_one": "They",
        "has_other": "They",
        "has_male_one": "He has one",
        "has_male_other": "He has {{count, number}}",
        "has_other_one": "They",
        "has_other_other": "They",
    }
    made = brought("i18next", export.files, files)
    assert {label: entry[0] for label, entry in entries(made, "en").items()} == {
        "has": "{count, plural, one {They} other {They}}",
        "has_male": "{count, plural, one {He has one} other {He has {count}}}",
        "has_other": "{count, plural, one {They} other {They}}",
    }
    assert made.summary.replaced == [("en", "has")]  # it is told that the select went
    assert json.loads(handed_out("i18next", made.files).files["en.json"]) == texts
