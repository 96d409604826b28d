"""The text of one catalogue, and which line a position in it is on."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

_LINE_END = re.compile("\n")
_NEAR = 2000
"""Up to here lines are counted: of every header a place is wanted, and of most files no other."""


class Source:
    """The text of one catalogue, each line ended by LF, and the charset that its bytes are in."""

    def __init__(self, path: str, text: str, charset: str = "utf-8") -> None:
        self.path = path
        self.text = text if text.endswith("\n") or not text else f"{text}\n"
        self.charset = charset

    def line_at(self, position: int) -> int:
        """Return the number of the line, from 1, on which a position of the text is."""
        if position < _NEAR:
            return self.text.count("\n", 0, position) + 1
        return bisect_right(self._line_starts, position)

    def spot(self, position: int) -> tuple[int, int]:
        """Return line and column of a position, from 1."""
        return self.line_at(position), position - self.text.rfind("\n", 0, position)

    def line_start(self, line: int) -> int:
        """Return the position at which a line begins."""
        return self._line_starts[line - 1]

    def lines_from(self, position: int) -> Iterator[str]:
        """Yield the lines from a position on, without their ends."""
        while position < len(self.text):
            end = self.text.index("\n", position)
            yield self.text[position:end]
            position = end + 1

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_END.finditer(self.text))]
