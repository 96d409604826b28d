"""Messages in pseudo-locales: words change, syntax does not, every text still reads."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compiler.messages.reading import read_message
from compiler.translate.pseudo.messages import pseudo_message

CASES = {
    "Hello {name}": "[Ĥéļļö {name} one]",
    "  Pay now \n": "  [Þåý ñöŵ one] \n",
    "{name}": "{name}",
    "42 %": "42 %",
    "It's '{'quoted'}' and ''x''": "[Îţ'š '{'ǫûöţéð'}' åñð ''ẋ'' one two three]",
    "<b>Hi</b> <a href='https://acme.example/{id}'>you</a>": (
        "[<b>Ĥî</b> <a href='https://acme.example/{id}'>ýöû</a> one]"
    ),
    "See https://acme.example/a or write to a@acme.example&nbsp;now": (
        "[Šéé https://acme.example/a öŕ ŵŕîţé ţö a@acme.example&nbsp;ñöŵ one two]"
    ),
    "{n, plural, offset:1 =0 {none} one {# item} other {# items}} of {name}": (
        "[{n, plural, offset:1 =0 {ñöñé} one {# îţéɱ} other {# îţéɱš}} öƒ {name} one]"
    ),
    "{g, select, male {He} other {They}}": "[{g, select, male {Ĥé} other {Ţĥéý}} one]",
    "{on, date, ::EyMMMMd} is {n, number, percent}": (
        "[{on, date, ::EyMMMMd} îš {n, number, percent} one]"
    ),
    "{broken": "{broken",
}


@pytest.mark.parametrize(("text", "wanted"), CASES.items())
def test_accented_and_longer(text: str, wanted: str) -> None:
    assert pseudo_message(text, "en-XA") == wanted


def test_mirrored_with_the_plural_forms_of_its_language() -> None:
    made = pseudo_message("{n, plural, one {# item} other {# items}}", "ar-XB")
    item, items = "\u202eitem\u202c", "\u202eitems\u202c"
    assert made == (
        f"{{n, plural, zero {{# {items}}} one {{# {item}}} two {{# {items}}}"
        f" few {{# {items}}} many {{# {items}}} other {{# {items}}}}}"
    )


def test_forms_that_the_language_does_not_have_go() -> None:
    made = pseudo_message("{n, plural, one {# a} few {# b} many {# c} other {# d}}", "en-XA")
    assert made == "[{n, plural, one {# å} other {# ð}} one]"


@pytest.mark.parametrize(
    ("limit", "wanted"),
    [
        (20, "[Þåý ñöŵ one]"),
        (13, "[Þåý ñöŵ one]"),
        (12, "[Þåý ñöŵ]"),
        (8, "Þåý ñöŵ"),
        (7, "Þåý ñöŵ"),
    ],
)
def test_as_long_as_it_may_be(limit: int, wanted: str) -> None:
    assert pseudo_message("Pay now", "en-XA", limit) == wanted


def test_signs_of_direction_that_have_no_room_are_left_out() -> None:
    assert pseudo_message("Pay", "ar-XB", 4) == "Pay"
    assert pseudo_message("Pay", "ar-XB", 5) == "\u202ePay\u202c"


PIECES = (
    *("Pay ", "it's ", "'", "'{x}' ", "{name}", "{n, number}", "<b>on</b>", "< ", "#", "}", "\n"),
    "{n, plural, one {# file} other {<i>#</i> 'files'}}",
    "{g, select, a {{n, plural, other {#}}} other {b}}",
    *("https://a.example/{id}?x ", "<br class='x'/>", "é"),
)


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_what_can_be_read_has_the_same_arguments_and_tags(text: str) -> None:
    before = read_message(text)
    for locale in ("en-XA", "ar-XB"):
        after = read_message(pseudo_message(text, locale))
        assert (before.error is None) == (after.error is None)
        if before.error is None:
            assert after.shape.asks_as(before.shape)
