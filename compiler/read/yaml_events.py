"""The events of libyaml, or of PyYAML's own parser where that is missing; and their places."""

from collections.abc import Callable, Iterator
from typing import Any

from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

from compiler.base.spots import Spot
from compiler.read.decoding import lines_of

try:
    from yaml._yaml import CParser
except ImportError:  # pragma: no cover - a build of PyYAML without libyaml
    CParser = None  # type: ignore[assignment, misc]

_NO_BREAKS = "\x85\u2028\u2029"  # libyaml ends a line at these, as YAML 1.1 did; YAML 1.2 does not

YamlEvent = Any
"""An event of ``yaml.events``; its marks count lines and code points from 0."""


def without_foreign_breaks(text: str) -> tuple[str, Callable[[str], str] | None]:
    """Replace what libyaml takes for line ends by characters that the text does not have."""
    present = [character for character in _NO_BREAKS if character in text]
    if not present:
        return text, None
    unused = (chr(code) for code in range(0xE000, 0xF900) if chr(code) not in text)
    pairs = dict(zip(present, unused, strict=False))
    there = str.maketrans(pairs)
    back = str.maketrans({stand_in: character for character, stand_in in pairs.items()})
    return text.translate(there), lambda value: value.translate(back)


class PureParser(Reader, Scanner, Parser):
    """PyYAML's parser without its composer and constructor."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)


def event_source(text: str) -> Callable[[], YamlEvent]:
    """Return a function that gives the next event of ``text``; it raises yaml.YAMLError."""
    if CParser is None:
        events = _pure_events(text)
        return lambda: next(events)
    return CParser(text).get_event


def _pure_events(text: str) -> Iterator[YamlEvent]:
    parser: YamlEvent = PureParser(text)
    while True:
        yield parser.get_event()


class Spots:
    """Turns the marks of events into spots: what goes on over several lines ends with the first."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines: list[str] | None = None

    def of(self, event: YamlEvent, last: YamlEvent | None = None) -> Spot:
        """Return the spot of an event, or of all from it to the ``last`` one."""
        begin, end = event.start_mark, (last or event).end_mark
        if begin.line == end.line:
            return Spot(begin.line + 1, begin.column + 1, max(end.column - begin.column, 1))
        length = len(self.line(begin.line + 1).rstrip()) - begin.column
        return Spot(begin.line + 1, begin.column + 1, max(length, 1))

    def line(self, number: int) -> str:
        """Return a line of the text, counted from 1."""
        if self._lines is None:
            self._lines = lines_of(self._text)
        return self._lines[number - 1] if number <= len(self._lines) else ""
