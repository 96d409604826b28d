"""Patterns are those of ECMAScript, without what cannot be looked for in bounded time."""

import pytest

from compiler.rules.patterns import PatternError, compiled


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("b", "abc", True),
        ("^b", "abc", False),
        (r"^\p{Lu}", "Ñandú", True),
        (r"^\P{L}+$", "1.2", True),
        (r"^[\p{Ll}_]+$", "año_", True),
        (r"^\d$", "٣", False),
        (r"^\x41\u0042\u{43}$", "ABC", True),
        ("^a$", "a\n", False),
        ("(a+)+$", "a" * 100_000 + "!", False),
    ],
)
def test_what_is_found(pattern: str, text: str, found: bool) -> None:
    assert (compiled(pattern).search(text) is not None) is found


@pytest.mark.parametrize("pattern", ["(", "(?=a)b", r"(a)\1", "a{99}{99}{99}"])
def test_what_cannot_be_used_is_said(pattern: str) -> None:
    with pytest.raises(PatternError, match=r"\w"):
        compiled(pattern)
