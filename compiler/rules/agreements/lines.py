"""Which line of a body words on paper come from. Pure."""

import re
import unicodedata

from compiler.channels.agreements.literals import CONSTRUCT

_BETWEEN = re.compile(rf"{CONSTRUCT.pattern}|\]\([^)]*\)|<[^<>]*>", re.DOTALL)
"""What stands between the words of a line: Jinja, addresses, tags."""


def line_of(body: str, words: str) -> tuple[int, int] | None:
    """Return offset and length of the line that words come from, None where none is like them.

    What a line says besides its placeholders must stand in the words, in its order; or the words,
    which may be a part of a line, in it. Of several lines it is the one that says most of them.
    Words that end in `…` are cut off.
    """
    wanted = _letters(words)
    best, found, begin = 0, None, 0
    for line in body.split("\n"):
        pieces = [_letters(one) for one in _BETWEEN.split(line)]
        weight = _weight(pieces, wanted, cut=words.endswith("…"))
        if weight > best:
            best, found = weight, (begin + len(line) - len(line.lstrip()), len(line.strip()))
        begin += len(line) + 1
    return found


def _weight(pieces: list[str], words: str, *, cut: bool) -> int:
    """Return how many letters a line has in common with words; 0 where it is not theirs."""
    said = "".join(pieces)
    if words and words in said:
        return len(words)
    at = found = 0
    for piece in pieces:
        begin = words.find(piece, at)
        if begin < 0:
            return found if cut else 0
        at, found = begin + len(piece), found + len(piece)
    return found


def _letters(text: str) -> str:
    """Return the letters and numbers of a text."""
    return "".join(one for one in unicodedata.normalize("NFKC", text) if one.isalnum())
