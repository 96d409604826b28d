"""The place of a piece of a text, as a file has it."""

import pytest

from compiler.base.place import Place
from compiler.query.pinpointing import pinpoint


@pytest.mark.parametrize(
    ("lines", "begin", "text", "piece", "expected"),
    [
        (['msgstr "Sign in"'], (1, 8), "Sign in", 5, (1, 14)),
        (['msgstr ""', '"Sign in "', '"here"'], (2, 1), "Sign in here", 8, (3, 2)),
        (["d: |", "  one", "  two one", "  one"], (1, 4), "one\ntwo one\none\n", 8, (3, 7)),
        (["d: |", "  one", "  two one", "  one"], (1, 4), "one\ntwo one\none\n", 12, (4, 3)),
        (["a: card, b: card"], (1, 13), "card", 0, (1, 13)),
        (["aaaa"], (1, 1), "aaaa", 2, (1, 3)),
    ],
    ids=["on one line", "wrapped", "second of three", "third", "from its begin", "overlapping"],
)
def test_a_piece_is_looked_for_from_the_begin_of_the_text(
    lines: list[str], begin: tuple[int, int], text: str, piece: int, expected: tuple[int, int]
) -> None:
    length = {"Sign in": 2, "Sign in here": 4, "card": 4, "aaaa": 2}.get(text, 3)
    found = pinpoint(lines, Place("f", *begin), text, piece, piece + length)
    assert (found.line, found.column) == expected


@pytest.mark.parametrize(
    ("lines", "text", "start", "end"),
    [
        ([r'msgstr "say \"yes\""'], 'say "yes"', 4, 9),
        (['msgstr "Sign"'], "Sign", 2, 2),
        ([], "Sign", 0, 4),
    ],
    ids=["written with escapes", "nothing", "no such file"],
)
def test_otherwise_the_begin_of_the_text_is_told(
    lines: list[str], text: str, start: int, end: int
) -> None:
    assert pinpoint(lines, Place("f", 1, 8), text, start, end) == Place("f", 1, 8)


def test_it_is_not_looked_for_in_the_rest_of_a_large_file() -> None:
    lines = ['msgstr "Sign \\"in\\""', *["#" * 80] * 10, 'msgstr "\\"in\\""', 'msgstr "sign"']
    assert pinpoint(lines, Place("f", 1, 8), "Signs", 4, 5).line == 1
    assert pinpoint(["x", *["-" * 50] * 99, "end"], Place("f", 1, 1), "end", 0, 3).line == 1
