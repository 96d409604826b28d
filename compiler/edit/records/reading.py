"""Reads a file of records: a JSON list of objects, row by row, so that a broken one costs itself.

The standard library's scanner reads; a row with something that JSON's readers disagree about
(a key twice, a number too long) is read again by the reader that explains.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, NoReturn

from compiler.base.finding import Finding, Severity
from compiler.base.place import Place
from compiler.base.suggest import did_you_mean
from compiler.edit.records.row import Remark, Row
from compiler.read.decoding import decode
from compiler.read.json_file import read_json
from compiler.read.rules import INVALID_JSON

_SPACE = re.compile(r"[ \t\n\r]*")
_BREAK = re.compile(r"\r\n|\r|\n")
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_LARGEST = 2**53 - 1
_KEYS = ("kind", "label", "locale", "area", "fields")
_ROW = '{"kind": "text", "label": "…", "locale": "es", "fields": {…}}'
_SHAPE = f"it is a list of rows: `[{_ROW}]`"


@dataclass(frozen=True, slots=True)
class ReadRecords:
    """The rows of a file, how many there were, what is wrong with its JSON and with its rows."""

    rows: tuple[Row, ...] = ()
    count: int = 0
    findings: tuple[Finding, ...] = ()
    remarks: tuple[Remark, ...] = ()


def read_records(path: str, data: bytes) -> ReadRecords:
    """Read a file of records; what cannot be read is told, all other rows are returned."""
    text, problem = decode(path, data)
    if problem is not None:
        return ReadRecords(findings=(problem,))
    return _Reader(path, text).read()


class _Reader:
    """One walk over one text, from row to row."""

    def __init__(self, path: str, text: str) -> None:
        self._path = path
        self._text = text
        self._rows: list[Row] = []
        self._findings: list[Finding] = []
        self._remarks: list[Remark] = []
        self._count = 0
        self._doubtful = False
        self._line = 1
        self._line_start = 0
        self._decoder = json.JSONDecoder(
            object_pairs_hook=self._mapping,
            parse_int=self._integer,
            parse_float=self._fraction,
            parse_constant=self._constant,
        )

    def read(self) -> ReadRecords:
        """Return what the text holds."""
        for start, end, value in self._values():
            self._count += 1
            if not self._explained(start, end):
                self._row(value)
        return ReadRecords(
            tuple(self._rows), self._count, tuple(self._findings), tuple(self._remarks)
        )

    def _values(self) -> Iterator[tuple[int, int, Any]]:
        at = self._skip(0)
        if not self._text.startswith("[", at):
            self._no_list(at)
            return
        at = self._skip(at + 1)
        ended = self._text.startswith("]", at)
        while not ended:
            self._doubtful = False
            try:
                value, end = self._decoder.raw_decode(self._text, at)
            except (json.JSONDecodeError, RecursionError):
                if not self._explain(at, len(self._text)):
                    self._broken(len(self._text), "the file ends before its list does")
                return
            yield at, end, value
            at = self._skip(end)
            ended = self._text.startswith("]", at)
            if not ended and not self._text.startswith(",", at):
                self._broken(at, "a `,` or `]` is missing before this")
                return
            at = at if ended else self._skip(at + 1)
        if self._skip(at + 1) < len(self._text):
            self._broken(self._skip(at + 1), "the file cannot go on after its list has ended")

    def _row(self, value: Any) -> None:  # noqa: ANN401 - any JSON value
        number = self._count
        if not isinstance(value, Mapping):
            self._remark(number, "the row is no object", f"a row is `{_ROW}`")
            return
        for key in value:
            if key not in _KEYS:
                self._remark(number, f"a row has no `{key}`", _meant(key))
        texts = {key: value.get(key) for key in _KEYS[:-1]}
        for key, text in texts.items():
            if not isinstance(text, str) and (text is not None or key in ("kind", "label")):
                words = f"has no `{key}`" if text is None else f"must have text as its `{key}`"
                self._remark(number, f"the row {words}", f"a row is `{_ROW}`")
                return
        fields = value.get("fields")
        if fields is not None and not isinstance(fields, Mapping):
            self._remark(number, "`fields` must be an object", '`"fields": {"title": "…"}`')
            return
        row = Row(self._path, number, **texts, fields=fields or {})  # type: ignore[arg-type]
        self._rows.append(replace(row, locale=row.locale or None, area=row.area or None))

    def _explained(self, start: int, end: int) -> bool:
        """Tell whether something is wrong inside a row, and say what."""
        if not self._doubtful and not _SURROGATE.search(self._text, start, end):
            return False
        return self._explain(start, end)

    def _explain(self, start: int, end: int) -> bool:
        """Let the reader that knows places read a part of the text; True where it finds errors."""
        found = read_json(self._path, self._text[start:end].encode("utf-8", "surrogatepass"))
        base = self._place(start)
        errors = [one for one in found.findings if one.severity is Severity.ERROR]
        self._findings += [replace(one, place=_moved(one.place, base), notes=()) for one in errors]
        return bool(errors)

    def _no_list(self, at: int) -> None:
        if at < len(self._text) and self._text[at] == "{":
            hint = "write `[` before the first row, `,` between rows and `]` behind the last"
        else:
            hint = _SHAPE
        self._broken(at, "a file of records begins with `[`", hint)

    def _broken(self, at: int, message: str, hint: str | None = None) -> None:
        self._findings.append(INVALID_JSON.at(self._place(at), message, hint=hint))

    def _place(self, at: int) -> Place:
        """Return the place of a position; positions only grow, so lines are counted once."""
        for match in _BREAK.finditer(self._text, self._line_start, at):
            self._line += 1
            self._line_start = match.end()
        return Place(self._path, self._line, at - self._line_start + 1)

    def _remark(self, number: int, message: str, hint: str | None = None) -> None:
        self._remarks.append(Remark(self._path, number, message, hint))

    def _skip(self, at: int) -> int:
        match = _SPACE.match(self._text, at)
        return match.end() if match is not None else at

    def _mapping(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        mapping = dict(pairs)
        if len(mapping) != len(pairs):
            self._doubtful = True
        return mapping

    def _integer(self, digits: str) -> int:
        number = int(digits) if len(digits) < len(str(_LARGEST)) + 2 else _LARGEST + 1
        if abs(number) > _LARGEST:
            self._doubtful = True
        return number

    def _fraction(self, digits: str) -> float:
        number = float(digits)
        if number in (float("inf"), float("-inf")):
            self._doubtful = True
        return number

    def _constant(self, word: str) -> NoReturn:
        raise json.JSONDecodeError(word, self._text, 0)


@cache  # a column that is not ours stands in every row
def _meant(key: str) -> str | None:
    return did_you_mean(key, _KEYS)


def _moved(place: Place, base: Place) -> Place:
    """Return a place inside of a part of a text as a place of the whole."""
    column = place.column + base.column - 1 if place.line == 1 else place.column
    return Place(place.path, place.line + base.line - 1, column, place.length)
