"""Reads JSON (RFC 8259) as data with the place of every key and value. Knows no domain word."""

import re
from collections.abc import Callable
from json import JSONDecodeError, decoder
from typing import Any

from compiler.base.finding import Finding, Note
from compiler.base.place import Place, Places
from compiler.base.spots import Route, Spot, SpotTable
from compiler.read import rules
from compiler.read.decoding import CONFLICT, CONFLICT_HINT, conflict_marker, decode, place_at
from compiler.read.document import Document
from compiler.read.limits import DEEPEST
from compiler.read.scalars import UnsafeNumberError, fraction, integer

_SPACE = re.compile(r"[ \t\n\r]*")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?P<fraction>(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)")
_WORDS = {"true": True, "false": False, "null": None}
_WORD = re.compile(r"[^\s,:\]}\[{\"]+")
_scan_string: Callable[[str, int], tuple[str, int]] = vars(decoder)["scanstring"]
_LONE = re.compile("[\ud800-\udfff]")


def read_json(path: str, data: bytes) -> Document:
    """Read a JSON file; whatever is wrong with it is a finding of the document."""
    text, problem = decode(path, data)
    if problem is not None:
        return Document(None, Places(path), (problem,))
    reader = _Reader(path, text)
    value: Any = None
    if _SPACE.fullmatch(text) is None:
        try:
            value = reader.document()
        except _StopReading as stop:
            reader.findings.append(_for_conflict(path, text) or stop.finding)
    return Document(
        value, Places(path, SpotTable(reader.values, reader.keys)), tuple(reader.findings)
    )


class _StopReading(Exception):  # noqa: N818 - caught in this module
    """Going on makes no sense; carries the finding that says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


def _for_conflict(path: str, text: str) -> Finding | None:
    marker = conflict_marker(path, text)
    return None if marker is None else rules.INVALID_JSON.at(marker, CONFLICT, hint=CONFLICT_HINT)


class _Reader:
    """One walk over one text. Positions only grow, so lines are counted along the way."""

    def __init__(self, path: str, text: str) -> None:
        self.values: dict[Route, Spot] = {}
        self.keys: dict[Route, Spot] = {}
        self.findings: list[Finding] = []
        self._path = path
        self._text = text
        self._at = 0
        self._line = 1
        self._line_start = 0
        self._breaks = [match.end() for match in re.finditer(r"\r\n|\r|\n", text)]

    def document(self) -> Any:  # noqa: ANN401 - data of any shape
        value = self._value(())
        self._skip()
        if self._at < len(self._text):
            raise self._stop("the file cannot go on after its value has ended")
        return value

    def _value(self, route: Route) -> Any:  # noqa: ANN401
        self._skip()
        begin = self._at
        line, column = self._position(begin)
        value = self._any(route)
        end = self._at
        broken = next((b for b in self._breaks[line - 1 : line] if b <= end), None)
        if broken is not None:
            end = begin + len(self._text[begin:broken].rstrip())
        self.values[route] = Spot(line, column, max(end - begin, 1))
        return value

    def _any(self, route: Route) -> Any:  # noqa: ANN401
        first = self._text[self._at : self._at + 1]
        if first in ("{", "["):
            if len(route) >= DEEPEST:
                message = f"this is nested more than {DEEPEST} levels deep"
                raise _StopReading(rules.DEEP_NESTING.at(self._here(), message))
            return self._object(route) if first == "{" else self._array(route)
        if first == '"':
            return self._string()
        match = _NUMBER.match(self._text, self._at)
        if match is not None and not _WORD.match(self._text, match.end()):
            return self._number(match)
        return self._word()

    def _object(self, route: Route) -> dict[str, Any]:
        data: dict[str, Any] = {}
        self._at += 1
        if self._ends("}"):
            return data
        while True:
            self._skip()
            line, column = self._position(self._at)
            begin = self._at
            if self._text[begin : begin + 1] != '"':
                raise self._stop(
                    "a key in double quotes should stand here", "remove a `,` that nothing follows"
                )
            key = self._string()
            spot = Spot(line, column, self._at - begin)
            self._expect(":", "a `:` is missing before this")
            self._member(data, (*route, key), spot)
            if self._ends("}"):
                return data
            self._expect(",", "a `,` or `}` is missing before this")

    def _member(self, data: dict[str, Any], route: Route, spot: Spot) -> None:
        key = str(route[-1])
        if key not in data:
            self.keys[route] = spot
            data[key] = self._value(route)
            return
        first = self.keys[route]
        note = Note("the first is here", Place(self._path, first.line, first.column, first.length))
        finding = rules.DUPLICATE_KEY.at(
            Place(self._path, spot.line, spot.column, spot.length),
            f"the key `{key}` is here a second time",
            hint="remove one of the two; until then the first one counts",
            notes=(note,),
        )
        self.findings.append(finding)
        values, keys = self.values, self.keys
        self.values, self.keys = {}, {}
        self._value(route)
        self.values, self.keys = values, keys

    def _array(self, route: Route) -> list[Any]:
        items: list[Any] = []
        self._at += 1
        if self._ends("]"):
            return items
        while True:
            items.append(self._value((*route, len(items))))
            if self._ends("]"):
                return items
            self._expect(",", "a `,` or `]` is missing before this")

    def _string(self) -> str:
        begin = self._at
        try:
            text, self._at = _scan_string(self._text, begin + 1)
        except JSONDecodeError as failure:
            raise self._bad_string(begin, failure) from None
        if _LONE.search(text):
            message = "this text holds half of a surrogate pair, which is no character"
            self.findings.append(rules.INVALID_JSON.at(self._place(begin), message))
            text = _LONE.sub("\ufffd", text)
        return text

    def _bad_string(self, begin: int, failure: JSONDecodeError) -> _StopReading:
        if failure.msg.startswith("Unterminated"):
            self._at = begin
            return self._stop("the text that begins here has no closing quote", 'write `"`')
        self._at = min(failure.pos, len(self._text) - 1)
        if failure.msg.startswith("Invalid control"):
            code = ord(self._text[self._at])
            hint = {10: "write a line end as `\\n`", 9: "write a tab as `\\t`"}.get(code)
            return self._stop(f"the character U+{code:04X} cannot stand in a text", hint)
        return self._stop("this escape means nothing in JSON", "write a backslash as `\\\\`")

    def _number(self, match: re.Match[str]) -> int | float | str:
        begin, written = self._at, match[0]
        self._at = match.end()
        try:
            return fraction(written) if match["fraction"] else integer(written, 10)
        except UnsafeNumberError as why:
            message = f"`{written}` {why}" if len(written) <= DEEPEST else f"this number {why}"
            place = self._place(begin, len(written))
            hint = "put it in quotes where it is a text"
            self.findings.append(rules.UNSAFE_NUMBER.at(place, message, hint=hint))
            return written

    def _word(self) -> bool | None:
        match = _WORD.match(self._text, self._at)
        word = match[0] if match else ""
        if word in _WORDS:
            self._at += len(word)
            return _WORDS[word]
        if self._at >= len(self._text):
            raise self._stop("the file ends before its value does")
        if word:
            raise self._stop(f"`{word[:40]}` is no value of JSON", "put a text in double quotes")
        raise self._stop("a value is missing before this", "remove a `,` that nothing follows")

    def _ends(self, closing: str) -> bool:
        self._skip()
        if self._text.startswith(closing, self._at):
            self._at += 1
            return True
        return False

    def _expect(self, sign: str, message: str) -> None:
        self._skip()
        if not self._text.startswith(sign, self._at):
            if self._at >= len(self._text):
                message = "the file ends before its value does"
            raise self._stop(message)
        self._at += 1

    def _skip(self) -> None:
        match = _SPACE.match(self._text, self._at)
        self._at = match.end() if match else self._at

    def _position(self, at: int) -> tuple[int, int]:
        breaks = self._breaks
        while self._line <= len(breaks) and breaks[self._line - 1] <= at:
            self._line_start = breaks[self._line - 1]
            self._line += 1
        return self._line, at - self._line_start + 1

    def _place(self, at: int, length: int = 1) -> Place:
        return place_at(self._path, self._text, at, length)

    def _here(self) -> Place:
        return self._place(self._at)

    def _stop(self, message: str, hint: str | None = None) -> _StopReading:
        return _StopReading(rules.INVALID_JSON.at(self._here(), message, hint=hint))
