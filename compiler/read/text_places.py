"""Where the characters of one text stand in the file that it is written in.

A reader notes where a value begins. What stands further down in it is asked for only where a
finding is made, so the file is looked at once more, by the value's own style of writing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from yaml.error import YAMLError
from yaml.events import ScalarEvent, StreamEndEvent

from compiler.base.place import Place
from compiler.base.spots import Spot
from compiler.read.decoding import decode, line_starts, lines_of
from compiler.read.markdown import layout_of
from compiler.read.yaml_events import event_source, without_foreign_breaks

_GAP = re.compile(r"[ \t]*(?:\r\n|\r|\n)[ \t\r\n]*")
_BREAK = re.compile(r"\r\n|\r|\n")
_CONTINUED = re.compile(r"\\(?:\r\n|\r|\n)[ \t]*")
_PROPERTIES = re.compile(r"(?:[&!]\S*\s+)*")
_ESCAPED = {"x": 4, "u": 6, "U": 10}
"""How many signs an escape of a double-quoted scalar takes, where it is not two."""


class _Written(NamedTuple):
    """A scalar as it stands in a text: from ``start`` to ``end``, by its ``style``."""

    start: int
    end: int
    style: str


@dataclass(slots=True)
class TextPlaces:
    """One file: looked through for scalars once, however many of them are asked for."""

    path: str
    text: str
    _starts: list[int] = field(init=False)
    _scalars: dict[int, _Written] | None = None

    def __post_init__(self) -> None:
        self._starts = [0, *line_starts(self.text)]

    @classmethod
    def of(cls, path: str, data: bytes) -> "TextPlaces":
        """Take the bytes of a YAML or Markdown file."""
        return cls(path, decode(path, data)[0])

    def body(self, begin: Place, start: int, end: int, value: str) -> Place:
        """Return the place of characters of a Markdown body that begins at ``begin``."""
        before = value.count("\n", 0, start)
        column = start - (value.rfind("\n", 0, start) + 1)
        return Place(self.path, begin.line + before, column + 1, _on_one_line(value, start, end))

    def scalar(self, begin: Place, start: int, end: int, value: str) -> Place:
        """Return the place of characters of a scalar; of it all, where they cannot be found."""
        index = self._starts[begin.line - 1] + begin.column - 1
        written = self._of_scalars().get(index)
        signs = None if written is None else _signs(self.text, written, value)
        if signs is None or start >= len(signs):
            return begin
        last = start + _on_one_line(value, start, end) - 1
        spot = self._spot(signs[start])
        length = max(signs[min(last, len(signs) - 1)] - signs[start] + 1, 1)
        return Place(self.path, spot.line, spot.column, length)

    def _spot(self, index: int) -> Spot:
        low, high = 0, len(self._starts)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self._starts[middle] <= index else (low, middle)
        return Spot(low + 1, index - self._starts[low] + 1)

    def _of_scalars(self) -> dict[int, _Written]:
        if self._scalars is None:
            self._scalars = {one.start: one for one in _scalars(self._yaml())}
        return self._scalars

    def _yaml(self) -> str:
        """Return the YAML of the file, of Markdown its front matter, at the same indexes."""
        if not self.path.endswith(".md"):
            return self.text
        front = layout_of(self.text).front
        if front is None:
            return ""
        return re.sub(r"[^\r\n]", " ", self.text[: front[0]]) + self.text[front[0] : front[1]]


def _on_one_line(value: str, start: int, end: int) -> int:
    """Return how many characters stand before the end of the line."""
    newline = value.find("\n", start, end)
    return max((end if newline < 0 else newline) - start, 1)


def _scalars(text: str) -> Iterator[_Written]:
    parsed, _ = without_foreign_breaks(text)
    following = event_source(parsed)
    try:
        event = following()
        while not isinstance(event, StreamEndEvent):
            if isinstance(event, ScalarEvent):
                begin, end = event.start_mark, event.end_mark
                if begin is not None and end is not None:
                    yield _Written(begin.index, end.index, event.style or "")
            event = following()
    except YAMLError:
        return  # said when the file was read


def _signs(text: str, written: _Written, value: str) -> Sequence[int] | None:
    """Return where each character of a value stands, None where that is not how it is written."""
    if written.style in ("|", ">"):
        return _of_block(text, written, value)
    return _of_flow(text, written, value)


def _of_block(text: str, written: _Written, value: str) -> Sequence[int] | None:
    """Go through the lines: each stands in the value whole, but for the indent they share."""
    signs: list[int] = []
    begin = _BREAK.search(text, written.start)
    at = written.end if begin is None else begin.end()
    indent = _indent(text, at, written, value)
    for line in lines_of(text[at : written.end]):
        said = line[indent:]
        if said:
            # Between two lines there are as many breaks, or one space, as folding has left.
            while not value.startswith(said, len(signs)):
                if len(signs) >= len(value) or value[len(signs)] not in " \n":
                    return None
                signs.append(max(at - 1, 0))
            signs.extend(range(at + indent, at + len(line)))
        at += len(line)
        end = _BREAK.match(text, at)
        at = at if end is None else end.end()
    signs.extend([at] * (len(value) - len(signs)))
    return signs


def _indent(text: str, at: int, written: _Written, value: str) -> int:
    """Return how far the lines of a block are indented: the first that says something tells."""
    first = next((line for line in value.split("\n") if line.strip()), "")
    for line in lines_of(text[at : written.end]):
        if line.strip():
            return max(_spaces(line) - _spaces(first), 0)
    return 0


def _spaces(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _of_flow(text: str, written: _Written, value: str) -> Sequence[int] | None:
    """Go through the signs: some stand for one character, and breaks of lines for a space."""
    signs: list[int] = []
    properties = _PROPERTIES.match(text, written.start)
    at = properties.end() if properties else written.start
    at += len(written.style)
    while len(signs) < len(value):
        gap = _GAP.match(text, at)
        if gap is not None:
            breaks = len(_BREAK.findall(gap[0]))
            folded = " " if breaks == 1 else "\n" * (breaks - 1)
            if not value.startswith(folded, len(signs)):
                return None
            signs.extend([at] * len(folded))
            at = gap.end()
            continue
        step = _step(text, at, written.style)
        if step < 0:
            at -= step
            continue
        if at >= written.end:
            return None
        signs.append(at)
        at += step
    return signs


def _step(text: str, at: int, style: str) -> int:
    """Return how many signs stand for the next character; below 0 they stand for none."""
    if style == "'" and text.startswith("''", at):
        return 2
    if style != '"' or text[at : at + 1] != "\\":
        return 1
    continued = _CONTINUED.match(text, at)
    if continued is not None:
        return at - continued.end()
    return _ESCAPED.get(text[at + 1 : at + 2], 2)
