"""Which words are others but for a slip."""

import pytest

from compiler.base.suggest import is_slip


@pytest.mark.parametrize(
    ("word", "meant", "slip"),
    [
        ("lockd", "locked", True),
        ("Locked", "locked", True),
        ("review-by", "review_by", True),
        ("tilte", "title", True),
        ("titles", "title", True),
        ("titel", "title", True),
        ("tytle", "title", True),
        ("titlr", "title", True),
        ("name", "title", False),
        ("text", "title", False),
        ("id", "ip", False),
        ("url", "uri", True),
        ("fail", "file", False),
    ],
)
def test_a_slip_is_one_letter_away(word: str, meant: str, slip: bool) -> None:
    assert is_slip(word, meant) is slip
