"""Messages as i18next keeps them: flat keys, suffixes, its own placeholders."""

import pytest

from compiler.messages.expressible import NotExpressible
from compiler.messages.i18next import entries
from compiler.messages.i18next_format import format_of
from compiler.messages.icu import parse

TWELVE = "hourCycle: h12; hour: 2-digit; minute: 2-digit; hour12: true"


def written(icu: str, locale: str = "en") -> dict[str, str] | str:
    found = entries("k", parse(icu, inline_html=True), locale)
    return found.reason if isinstance(found, NotExpressible) else found


@pytest.mark.parametrize(
    ("icu", "expected"),
    [
        ("Save", {"k": "Save"}),
        ("", {"k": ""}),
        ("Hello, {name}!", {"k": "Hello, {{name}}!"}),
        ("'{'not an argument'}'", {"k": "{not an argument}"}),
        ("It''s {0}", {"k": "It's {{0}}"}),
        ('<b>{name}</b> <a href="x">y</a>', {"k": '<b>{{name}}</b> <a href="x">y</a>'}),
        ("{n, number}", {"k": "{{n, number}}"}),
        ("{n, number, percent}", {"k": "{{n, number(style: percent)}}"}),
        ("{n, number, ::currency/EUR}", {"k": "{{n, currency(EUR)}}"}),
        ("{d, date}", {"k": "{{d, datetime}}"}),
        (
            "{d, date, ::yMMMM}",
            {"k": "{{d, datetime(year: numeric; month: long)}}"},
        ),
        ("{t, time, ::hh:mm a}", {"k": "{{t, datetime(" + TWELVE + ")}}"}),
        (
            "{d, date, medium}",
            {"k": "{{d, datetime(month: short; day: numeric; year: numeric)}}"},
        ),
        (
            "{count, plural, one {# file} other {# files}} of {name}",
            {
                "k_one": "{{count, number}} file of {{name}}",
                "k_other": "{{count, number}} files of {{name}}",
            },
        ),
        (
            "{count, plural, one {{count} file} other {{count} files}}",
            {"k_one": "{{count}} file", "k_other": "{{count}} files"},
        ),
        (
            "{days, plural, =0 {today} one {in {days} day} other {in # days}}",
            {
                "k_zero": "today",
                "k_one": "in {{count}} day",
                "k_other": "in {{count, number}} days",
            },
        ),
        (
            "{n, plural, =1 {one} other {#}}",
            {"k_one": "one", "k_other": "{{count, number}}"},
        ),
        (
            "{place, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}",
            {
                "k_ordinal_one": "{{count, number}}st",
                "k_ordinal_two": "{{count, number}}nd",
                "k_ordinal_few": "{{count, number}}rd",
                "k_ordinal_other": "{{count, number}}th",
            },
        ),
        (
            "{g, select, male {He} female {She} other {They}} ({g})",
            {
                "k": "They ({{context}})",
                "k_male": "He ({{context}})",
                "k_female": "She ({{context}})",
            },
        ),
        (
            "{g, select, male {{n, plural, one {his file} other {his files}}} other {files}}",
            {
                "k_one": "files",
                "k_other": "files",
                "k_other_one": "files",
                "k_other_other": "files",
                "k_male_one": "his file",
                "k_male_other": "his files",
            },
        ),
    ],
)
def test_what_i18next_can_say(icu: str, expected: dict[str, str]) -> None:
    assert written(icu) == expected


@pytest.mark.parametrize(
    ("locale", "icu", "expected"),
    [
        (
            "pl",  # every category gets a key: i18next does not fall back to `other`
            "{n, plural, one {a} other {b}}",
            {"k_one": "a", "k_few": "b", "k_many": "b", "k_other": "b"},
        ),
        ("ja", "{n, plural, one {a} other {b}}", {"k_other": "b"}),
        ("ru", "{n, plural, =0 {z} one {a} other {b}}", None),
        ("ar", "{n, plural, =0 {z} =2 {two} other {b}}", None),
        ("xx", "{n, plural, other {b}}", None),
    ],
)
def test_every_category_of_the_language_has_a_key(
    locale: str, icu: str, expected: dict[str, str] | None
) -> None:
    written_here = written(icu, locale)
    assert isinstance(written_here, dict)
    if expected is not None:
        assert written_here == expected
    elif locale == "ru":
        assert written_here["k_zero"] == "z"
    elif locale == "ar":
        assert (written_here["k_zero"], written_here["k_two"]) == ("z", "two")
    else:
        assert len(written_here) == 6


@pytest.mark.parametrize(
    ("icu", "locale", "reason"),
    [
        ("'{{'", "en", "i18next would read `{{` in the text as its own"),
        ("'{'{name}", "en", "i18next cannot have `{` right before a value"),
        ("a $t(b)", "en", "i18next would read `$t(` in the text as its own"),
        ("{lng}", "en", "`lng` is an option of i18next, not a value"),
        (
            "{month, date, ::yMMMM}",
            "en",
            "i18next takes `month` for an option of the date's format",
        ),
        (
            "{n, plural, other {# {unit}}}",
            "en",
            "i18next takes `unit` for an option of the number's format",
        ),
        ("{d, date, ::yQ}", "en", "i18next has no format for `date, ::yQ`"),
        ("{n, number, ::.00}", "en", "i18next has no format for `number, ::.00`"),
        ("{n, plural, offset:1 other {#}}", "en", "i18next has no `offset`"),
        ("{n, plural, other {#}}{m, plural, other {#}}", "en", "i18next has one plural a message"),
        (
            "{n, plural, other {#}}{n, selectordinal, other {#}}",
            "en",
            "i18next has one plural a message",
        ),
        ("{n, select, other {a}}{m, select, other {b}}", "en", "i18next has one context a message"),
        (
            "{count} of {n, plural, other {#}}",
            "en",
            "i18next takes `count` for the choice, and here it is another value",
        ),
        (
            "{context} {g, select, other {a}}",
            "en",
            "i18next takes `context` for the choice, and here it is another value",
        ),
        ("{n, plural, =1 {a} other {b}}", "ru", "i18next has no key for `=1` in this language"),
        ("{n, plural, =7 {a} other {b}}", "en", "i18next has no key for `=7` in this language"),
        (
            "{n, selectordinal, =1 {a} other {b}}",
            "en",
            "i18next has no key for `=1` in this language",
        ),
        ("{n, plural, =0 {a} other {b}}", "lv", "i18next has no key for `=0` in this language"),
    ],
)
def test_what_i18next_cannot_say_has_a_reason(icu: str, locale: str, reason: str) -> None:
    assert written(icu, locale) == reason


@pytest.mark.parametrize("style", ["::currency/EURO", "::currency/E1R", "spellout"])
def test_a_format_i18next_has_not(style: str) -> None:
    assert format_of("number", style) is None
