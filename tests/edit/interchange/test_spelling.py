"""Placeholders of other tools become ICU arguments, and theirs again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compiler.edit.interchange.spelling import spell_in, spell_out
from compiler.edit.interchange.styles import flag_of, style_of
from compiler.messages.icu import parse


@pytest.mark.parametrize(
    ("style", "text", "icu", "placeholders"),
    [
        ("python-percent", "Hi %(name)s, 100%%", "Hi {name}, 100%", {"name": "%(name)s"}),
        ("python-percent", "%s of %d", "{arg1} of {arg2}", {"arg1": "%s", "arg2": "%d"}),
        ("python-percent", "%(n)d and %(n)s", "{n} and {n_2}", {"n": "%(n)d", "n_2": "%(n)s"}),
        ("python-percent", "%(a) s is broken", "%(a) s is broken", {}),
        ("c", "%2$s by %1$.2f", "{arg2} by {arg1}", {"arg2": "%2$s", "arg1": "%1$.2f"}),
        (
            "python-brace",
            "{} {name!r} {{x}}",
            "{arg1} {name} '{x}'",
            {"arg1": "{}", "name": "{name!r}"},
        ),
        (
            "i18next",
            "{{- user.name}} in {x}",
            "{user_name} in '{x}'",
            {"user_name": "{{- user.name}}"},
        ),
        ("ruby", "%{who}: %<n>.1f %%{x}", "{who}: {n} %'{x}'", {"who": "%{who}", "n": "%<n>.1f"}),
        (None, "It's {raw} & 'quoted'", "It's '{raw}' & 'quoted'", {}),
        (None, '<b>Bold</b> and <a href="x">link</a>', '<b>Bold</b> and <a href="x">link</a>', {}),
        (None, "A line<br>and 1 < 2", "A line'<br>'and 1 '<' 2", {}),
        ("icu", "{n, plural, one {#} other {#}}", "{n, plural, one {#} other {#}}", {}),
    ],
)
def test_a_text_comes_in_and_goes_out(
    style: str | None, text: str, icu: str, placeholders: dict[str, str]
) -> None:
    spelt = spell_in(text, style)
    assert (spelt.icu, dict(spelt.placeholders)) == (icu, placeholders)
    if "broken" not in text:
        assert spell_out(icu, style, placeholders) == text


@given(
    st.lists(
        st.sampled_from([*"'{}<>#%ab/ ", "{{x}}", "%{x}", "%(x)s", "%%", "{y}", "<b>", "</b>"])
    ),
    st.sampled_from([None, "i18next", "ruby"]),
)
def test_whatever_comes_in_is_a_message_and_goes_out_the_same(
    pieces: list[str], style: str | None
) -> None:
    text = "".join(pieces)
    spelt = spell_in(text, style)
    parse(spelt.icu, inline_html=True)
    assert spell_out(spelt.icu, style, spelt.placeholders) == text


def test_an_argument_that_nobody_remembers_is_spelt_the_usual_way() -> None:
    assert spell_out("{name} {arg1} 5%", "python-percent", {}) == "%(name)s %s 5%%"
    assert spell_out("{name}", "i18next", {}) == "{{name}}"


@pytest.mark.parametrize("icu", ["{n, number}", "{n, select, other {x}}", "{broken"])
def test_what_a_style_has_no_words_for_is_none(icu: str) -> None:
    assert spell_out(icu, "ruby", {}) is None


@pytest.mark.parametrize(
    ("flags", "source", "style"),
    [
        (["python-format"], "Hi", "python-percent"),
        (["fuzzy", "c-format"], "%s", "c"),
        (["python-brace-format", "python-format"], "%(name)s", "python-percent"),
        ([], "Hello %(name)s", "python-percent"),
        ([], "%s left", "python-percent"),
        ([], "50% discount", None),
        (["no-python-format"], "%s", None),
        ([], "{name}", None),
    ],
)
def test_the_style_is_what_flags_say_or_the_text_looks_like(
    flags: list[str], source: str, style: str | None
) -> None:
    assert style_of(flags, [source]) == style


def test_each_style_has_the_flag_it_came_with() -> None:
    for flag in (
        "python-format",
        "python-brace-format",
        "c-format",
        "php-format",
        "javascript-format",
    ):
        assert flag_of(style_of([flag], ["x"])) == flag
