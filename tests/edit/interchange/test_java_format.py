"""Java's MessageFormat and ChoiceFormat become ICU messages of the same meaning."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compiler.edit.interchange.java_choice import as_plural
from compiler.edit.interchange.java_format import NotConvertibleError, from_java
from compiler.messages.ast import Argument, Text
from compiler.messages.cldr import plural_category
from compiler.messages.icu import parse


@pytest.mark.parametrize(
    ("text", "icu", "placeholders"),
    [
        ("Hello {0}, {1}", "Hello {arg0}, {arg1}", {"arg0": "{0}", "arg1": "{1}"}),
        ("{ 0 } {user}", "{arg0} {user}", {"arg0": "{ 0 }", "user": "{user}"}),
        ("you didn''t", "you didn't", {}),
        ("you don't", "you don't", {}),
        ("l''{0}", "l''{arg0}", {"arg0": "{0}"}),
        ("'{0}' is literal", "'{0}' is literal", {}),
        ("it''s '{' and '}'", "it's '{ and }'", {}),
        ("{0,number,integer}", "{arg0, number, integer}", {}),
        ("{0, date , short}", "{arg0, date, short}", {}),
        ("{0,number,#.##}", "{arg0, number, #.##}", {}),
        ('<a href="{0}">x</a>', '<a href="{arg0}">x</a>', {"arg0": "{0}"}),
        ("a<br>{0}", "a'<br>'{arg0}", {"arg0": "{0}"}),
        ("p { color: red }", "p '{ color: red }'", {}),
        ("open {0", "open '{'0", {}),
        ("shut }", "shut '}'", {}),
        ("", "", {}),
    ],
)
def test_a_text_comes_in(text: str, icu: str, placeholders: dict[str, str]) -> None:
    converted = from_java(text, "en")
    assert (converted.icu, converted.placeholders) == (icu, placeholders)
    parse(converted.icu, inline_html=True)


@pytest.mark.parametrize(
    ("locale", "text", "icu"),
    [
        (
            "en",
            "{0,choice,0#minutes|1#minute|1<minutes}",
            "{arg0, plural, one {minute} other {minutes}}",
        ),
        (
            "en",
            "{0,choice,0#no files|1#one file|1<{0,number,integer} files}",
            "{arg0, plural, =0 {no files} one {one file} other {{arg0, number, integer} files}}",
        ),
        (
            "cs",
            "{0,choice,0#minut|1#minuta|2#minuty|4<minut}",
            "{arg0, plural, one {minuta} few {minuty} other {minut}}",
        ),
        (
            "ja",
            "{0,choice,0#ゼロ|1#いくつか}",
            "{arg0, plural, =0 {ゼロ} other {いくつか}}",
        ),
        (
            "en",
            "{0,choice,0#none|1≤#{0} it''s}",
            "{arg0, plural, =0 {none} one {'#'{arg0} it's} other {'#'{arg0} it's}}",
        ),
    ],
)
def test_a_choice_becomes_a_plural(locale: str, text: str, icu: str) -> None:
    assert from_java(text, locale).icu == icu


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{0,spellout}", "`{0,spellout}` has a format that ICU does not know"),
        ("{0,choice,few}", "`{0,choice,few}` is no choice that a plural could say"),
        ("{0,choice,5#a|1#b}", "`{0,choice,5#a|1#b}` is no choice that a plural could say"),
        ("{0,choice,0#a|9999#b}", "`{0,choice,0#a|9999#b}` is no choice that a plural could say"),
        (
            "{0,choice,0#a|1#b|60#c}",
            "`{0,choice,0#a|1#b|60#c}` is no choice that a plural could say",
        ),
    ],
)
def test_what_icu_has_no_words_for_is_refused(text: str, reason: str) -> None:
    with pytest.raises(NotConvertibleError) as failure:
        from_java(text, "en")
    assert str(failure.value) == reason


LOCALES = st.sampled_from(["en", "cs", "ar", "ru", "fr", "ja", "lt", "pl", "lv"])
CHOICES = st.lists(
    st.tuples(st.integers(0, 12), st.sampled_from("#<"), st.sampled_from(["a", "b", "c"])),
    min_size=1,
    max_size=5,
).map(lambda parts: sorted(parts, key=lambda part: (part[0], part[1] == "<")))


@given(LOCALES, CHOICES, st.integers(0, 300))
def test_a_plural_says_of_every_whole_number_what_the_choice_says(
    locale: str, parts: list[tuple[int, str, str]], number: int
) -> None:
    pattern = "|".join(f"{limit}{relation}{text}" for limit, relation, text in parts)
    branches = as_plural(pattern, locale)
    assert branches is not None
    said = dict(branches)
    chosen = parts[0][2]
    for limit, relation, text in parts:  # as ChoiceFormat does: the last whose limit is reached
        if number >= limit if relation == "#" else number > limit:
            chosen = text
    assert said.get(f"={number}", said[plural_category(locale, number)]) == chosen


@given(st.text(st.sampled_from("ab '{}<>#|,/0")))
def test_every_text_is_converted_to_a_message_that_can_be_read(text: str) -> None:
    try:
        converted = from_java(text, "en")
    except NotConvertibleError:
        return
    parse(converted.icu, inline_html=True)


@given(st.lists(st.sampled_from(["a ", "'{'", "''", "{0}", "{1}", "#", "é"])))
def test_what_the_text_says_is_what_the_message_says(parts: list[str]) -> None:
    said = {"'{'": "{", "''": "'", "{0}": "<0>", "{1}": "<1>"}
    # Two quotations that touch would be one with an apostrophe in it.
    message = parse(from_java("x".join(parts), "en").icu, inline_html=False)
    shown = "".join(
        node.value if isinstance(node, Text) else f"<{node.name.removeprefix('arg')}>"
        for node in message
        if isinstance(node, Text | Argument)
    )
    assert shown == "x".join(said.get(part, part) for part in parts)
