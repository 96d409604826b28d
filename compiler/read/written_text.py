"""Where in a file each character of a text stands that was read from it, however it was written.

Of a text only its begin is kept. This walks through the file and the text together: through every
style of YAML's scalars, escapes and folded lines included, and through the body of a Markdown file.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from compiler.base.place import Place

_PROPERTIES = re.compile(r"(?:[&!][^\s]*\s+)+")
_HEADER = re.compile(r"[|>](?:(\d)[+-]?|[+-](\d)?)?[ \t]*(?:#.*)?$")
_HEXADECIMAL = {"x": 2, "u": 4, "U": 8}


class _Spot(NamedTuple):
    """A line and column, both from 0."""

    line: int
    column: int


def place_in_body(begin: Place, text: str, start: int, end: int) -> Place:
    """Return the place of ``text[start:end]`` in a body whose every line is one of the file."""
    before = text.count("\n", 0, start)
    column = start - (text.rfind("\n", 0, start) + 1)
    if not before:
        column += begin.column - 1
    return Place(begin.path, begin.line + before, column + 1, _on_one_line(text, start, end))


def place_in_yaml(lines: Sequence[str], begin: Place, text: str, start: int, end: int) -> Place:
    """Return the place of ``text[start:end]`` in a file of YAML, whose scalar begins at ``begin``.

    ``begin`` itself where the two do not agree.
    """
    first = _walk(lines, begin, text, start)
    if first is None:
        return begin
    last = _walk(lines, begin, text, start + _on_one_line(text, start, end))
    same_line = last is not None and last.line == first.line
    length = last.column - first.column if last is not None and same_line else 1
    return Place(begin.path, first.line + 1, first.column + 1, max(length, 1))


def _on_one_line(text: str, start: int, end: int) -> int:
    """Return how many characters of a piece stand before its first line break, 1 at least."""
    return max(len(text[start:end].partition("\n")[0]), 1)


def _walk(lines: Sequence[str], begin: Place, text: str, offset: int) -> _Spot | None:
    if begin.line > len(lines):
        return None
    spot = _Spot(begin.line - 1, begin.column - 1)
    properties = _PROPERTIES.match(lines[spot.line], spot.column)
    if properties is not None:
        spot = _Spot(spot.line, properties.end())
    sign = lines[spot.line][spot.column : spot.column + 1]
    block = _HEADER.match(lines[spot.line], spot.column)
    if block is not None:
        return _Walker(lines, "", _indent(lines, spot.line, block)).run(
            _Spot(spot.line + 1, 0), text, offset
        )
    quote = sign if sign and sign in "\"'" else ""
    return _Walker(lines, quote, None).run(_Spot(spot.line, spot.column + len(quote)), text, offset)


def _indent(lines: Sequence[str], header: int, match: re.Match[str]) -> int:
    """Return how many spaces stand before the lines of a block."""
    content = [line for line in lines[header + 1 :] if line.strip()]
    found = len(content[0]) - len(content[0].lstrip(" ")) if content else 0
    digit = match[1] or match[2]
    if digit is None:
        return found
    around = len(lines[header]) - len(lines[header].lstrip(" "))
    return min(around + int(digit), found) if content else around + int(digit)


class _Walker:
    """Walks through a scalar; ``indent`` is None for those that are no blocks."""

    def __init__(self, lines: Sequence[str], quote: str, indent: int | None) -> None:
        self._lines = lines
        self._quote = quote
        self._indent = indent

    def run(self, spot: _Spot, text: str, offset: int) -> _Spot | None:
        """Return where the character at ``offset`` stands, None where file and text disagree."""
        if self._indent is not None:
            spot = _Spot(spot.line, self._indent)
        for character in text[:offset]:
            here = self._at(spot, character)
            if here is None:
                return None
            spot = here[1]
        if offset >= len(text):
            return spot
        there = self._at(spot, text[offset])
        return None if there is None else there[0]

    def _at(self, spot: _Spot, character: str) -> tuple[_Spot, _Spot] | None:
        """Return where a character stands that is looked for from a spot on, and what follows."""
        while spot.line < len(self._lines):
            line = self._lines[spot.line]
            width = self._width(line, spot.column, character)
            if width:
                return spot, _Spot(spot.line, spot.column + width)
            ahead = line[spot.column :]
            continued = self._quote == '"' and ahead.strip() == "\\"
            if ahead.strip() and not continued:
                return None
            below = self._below(spot.line)
            if character in " \n" and not continued:
                return spot, below
            spot = below
        return None

    def _width(self, line: str, column: int, character: str) -> int:
        """Return how many characters of the file stand for one of the text, 0 where none does."""
        written = line[column : column + 1]
        if self._quote == '"' and written == "\\":
            return _escape_width(line, column, character)
        if self._quote == "'" and character == "'":
            return 2 if line.startswith("''", column) else 0
        return 1 if written == character else 0

    def _below(self, line: int) -> _Spot:
        if self._indent is not None:
            return _Spot(line + 1, self._indent)
        below = self._lines[line + 1] if line + 1 < len(self._lines) else ""
        return _Spot(line + 1, len(below) - len(below.lstrip(" \t")))


def _escape_width(line: str, column: int, character: str) -> int:
    kind = line[column + 1 : column + 2]
    digits = _HEXADECIMAL.get(kind)
    if digits is not None:
        written = line[column + 2 : column + 2 + digits]
        return 2 + digits if written.lower() == f"{ord(character):0{digits}x}" else 0
    return 2 if kind else 0
