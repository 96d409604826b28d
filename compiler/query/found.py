"""What was found in a text, for those who show it: the words as they are written, and where."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from compiler.base.place import Place
from compiler.query.folding import unfolded_span
from compiler.query.index import PAGE, Index
from compiler.query.pinpointing import pinpoint
from compiler.query.searching import Match

Lines = Callable[[str], Sequence[str]]
"""Returns the lines of a file by path; none where it cannot be had."""


class Found(NamedTuple):
    """A text, the code points ``start:end`` that were found, and the place of these in the file.

    ``part`` names the text, None where it is all that a string has in that language.
    """

    text: str
    start: int
    end: int
    part: str | None
    place: Place


def found_of(index: Index, match: Match, lines: Lines) -> Found:
    """Return what a match has found."""
    segment = index.segments[match.segment]
    text = segment.text(match.number)
    begin, _ = segment.folded_span(match.number)
    first, last = match.span
    before = len(segment.data[begin:first].decode("utf-8", "surrogatepass"))
    length = len(segment.data[first:last].decode("utf-8", "surrogatepass"))
    start, end = unfolded_span(text, before, before + length)
    place = segment.place(match.number)
    part = None if match.field.part in ("msgid", "msgstr") else match.field.part
    if match.field.part.startswith(PAGE):
        return Found(text, start, end, part, place)
    exact = pinpoint(lines(place.path), place, text, start, end)
    return Found(text, start, end, part, exact)
