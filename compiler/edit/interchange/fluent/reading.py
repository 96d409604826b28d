"""Fluent's messages and attributes as strings; terms and messages that one names are put in.

Source: Fluent Syntax 1.0; the functions NUMBER and DATETIME as Fluent's runtimes have them.
"""

from bisect import bisect_right
from collections.abc import Iterator
from typing import Any

from compiler.base.place import Place
from compiler.edit.interchange.fluent.patterns import Patterns, UnspeakableError
from compiler.edit.interchange.unit import ForeignFile, Refusal, Unit
from compiler.read.decoding import decode

_TERM = "it is a term; its text stands now where messages name it"


def read_fluent(path: str, data: bytes) -> tuple[ForeignFile, ...]:
    """Read one file; what cannot be understood of it is refused by itself."""
    from fluent.syntax import parse  # noqa: PLC0415 - an extra

    text, problem = decode(path, data)
    if problem is not None:
        return (ForeignFile(path, findings=(problem,)),)
    body = parse(text.replace("\r\n", "\n")).body
    file = _File(path, text.replace("\r\n", "\n"), body)
    units: list[Unit] = []
    refusals: list[Refusal] = []
    for one in file.strings():
        if isinstance(one, Unit):
            units.append(one)
        else:
            refusals.append(one)
    return (ForeignFile(path, tuple(units), refusals=tuple(refusals)),)


class _File:
    """One file that was read."""

    def __init__(self, path: str, text: str, body: list[Any]) -> None:
        self._path = path
        self._lines = [0, *(at + 1 for at, sign in enumerate(text) if sign == "\n")]
        self._body = body
        self._patterns = Patterns(body)

    def strings(self) -> Iterator[Unit | Refusal]:
        for entry in self._body:
            match type(entry).__name__:
                case "Message":
                    yield from self._message(entry)
                case "Term":
                    yield Refusal(self._place(entry), f"-{entry.id.name}", _TERM)
                case "Junk":
                    yield self._junk(entry)
                case _:
                    pass  # comments of groups and of the file are of no entry

    def _message(self, entry: Any) -> Iterator[Unit | Refusal]:  # noqa: ANN401 - untyped library
        comments = tuple(entry.comment.content.splitlines()) if entry.comment is not None else ()
        if entry.value is not None:
            yield self._unit(entry, (entry.id.name,), entry.value, comments)
        for one in entry.attributes:
            yield self._unit(one, (entry.id.name, one.id.name), one.value, comments)

    def _unit(
        self,
        entry: Any,  # noqa: ANN401
        key: tuple[str, ...],
        pattern: Any,  # noqa: ANN401
        comments: tuple[str, ...],
    ) -> Unit | Refusal:
        place = self._place(entry)
        try:
            icu = self._patterns.icu(pattern)
        except UnspeakableError as failure:
            return Refusal(place, ".".join(key), str(failure))
        said = tuple(line for line in comments if line.strip())
        return Unit(place, icu, key, comments=said, spelt=(None, {}))

    def _junk(self, entry: Any) -> Refusal:  # noqa: ANN401
        reason, at = "it is no Fluent", entry.span.start
        if entry.annotations:
            reason = f"it is no Fluent: {entry.annotations[0].message}"
            at = entry.annotations[0].span.start
        name = entry.content.strip().partition("\n")[0].partition("=")[0].strip()
        return Refusal(self._place_at(at), name, reason)

    def _place(self, entry: Any) -> Place:  # noqa: ANN401
        return self._place_at((entry.id or entry).span.start)

    def _place_at(self, position: int) -> Place:
        line = bisect_right(self._lines, position)
        return Place(self._path, line, position - self._lines[line - 1] + 1)
