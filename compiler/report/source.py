"""The line of a file that a finding is about, and a caret below it, safe for a terminal."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from compiler.base.place import Place
from compiler.base.visible import visible
from compiler.report.columns import width

SourceReader = Callable[[str], bytes | None]
"""Returns the bytes of a file of the project, or None where they cannot be had."""

_LONGEST = 100
_BEFORE = 40


class SourceLines:
    """The lines of files, each file read and split once; a file that is no text has none."""

    def __init__(self, read: SourceReader) -> None:
        self._read = read
        self._lines: dict[str, list[str]] = {}

    def lines(self, path: str) -> Sequence[str]:
        """Return all lines of a file, without their ends; none where it is no text."""
        if path not in self._lines:
            self._lines[path] = _split(self._read(path))
        return self._lines[path]

    def line(self, place: Place) -> str | None:
        """Return the text of the line, without its end, or None where the file has no such line."""
        lines = self.lines(place.path)
        return lines[place.line - 1] if 0 < place.line <= len(lines) else None


def _split(data: bytes | None) -> list[str]:
    if data is None or b"\0" in data[:1024]:
        return []
    return [line.rstrip("\r") for line in data.decode("utf-8-sig", "replace").split("\n")]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line and the marks below it, of equal width."""

    text: str
    marks: str


def excerpt(line: str, place: Place) -> Excerpt:
    """Return the line with carets below the span; a long line is cut around it."""
    start = min(place.column - 1, len(line))
    length = max(1, min(place.length, len(line) - start))
    first = max(0, start - _BEFORE) if len(line) > _LONGEST else 0
    last = min(len(line), max(first + _LONGEST, start + 1))
    head = "…" if first else ""
    tail = "…" if last < len(line) else ""
    before = head + _shown(line[first:start])
    marked = _shown(line[start : min(start + length, last)])
    text = f"{before}{marked}{_shown(line[start + length : last])}{tail}"
    return Excerpt(text, " " * width(before) + "^" * max(1, width(marked)))


def _shown(text: str) -> str:
    return visible(text.replace("\t", " "))
