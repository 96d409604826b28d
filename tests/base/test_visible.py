import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compiler.base.visible import visible


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", "plain"),
        ("Básico — 日本", "Básico — 日本"),
        ("a\nb", "a\\nb"),
        ("\x1b[31m", "\\u{1b}[31m"),
        ("\u202eabc\u2069", "\\u{202e}abc\\u{2069}"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("\ud800", "\\u{d800}"),
        ("line\u2028sep", "line\\u{2028}sep"),
        ("a ##[add-mask]b", "a ##\\u{5b}add-mask]b"),
    ],
)
def test_what_is_shown(text: str, expected: str) -> None:
    assert visible(text) == expected


@given(st.text())
def test_nothing_that_moves_the_cursor_or_turns_the_text_is_left(text: str) -> None:
    for character in visible(text):
        assert character in "\u200c\u200d" or unicodedata.category(character) not in {"Cc", "Cf"}
