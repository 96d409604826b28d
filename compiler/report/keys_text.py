"""The verdicts of `keys` for the terminal."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from compiler.base.place import Place
from compiler.base.visible import visible
from compiler.report.console import Console
from compiler.report.words import count

_SHOWN = 3
_STYLES = {
    "undeclared": "error",
    "unused": "warning",
    "undeterminable": "info",
    "used": "good",
}


class Row(Protocol):
    """A string with its verdict, where code asks for it, and what else keeps it alive."""

    @property
    def verdict(self) -> str:
        """The verdict."""

    @property
    def namespace(self) -> str:
        """The namespace of the string."""

    @property
    def label(self) -> str:
        """The label of the string."""

    @property
    def uses(self) -> Sequence[Place]:
        """Where code asks for it."""

    @property
    def reasons(self) -> Sequence[tuple[str, Place]]:
        """What else keeps it alive, and where that stands."""


def keys_text(console: Console, rows: Sequence[Row], counts: dict[str, int]) -> str:
    """Return a row for each string, then the counts."""
    return "\n".join([*_lines(console, rows), _summary(counts)])


def _lines(console: Console, rows: Sequence[Row]) -> Iterator[str]:
    for row in rows:
        name = visible(f"{row.namespace}:{row.label}")
        yield f"{console.style(_STYLES[row.verdict], row.verdict)} {name}"
        places = [_place(one) for one in row.uses[:_SHOWN]]
        more = len(row.uses) - len(places)
        if places:
            yield f"    {', '.join(places)}{f' and {more:,} more' if more > 0 else ''}"
        for words, place in row.reasons[:_SHOWN]:
            yield f"    {visible(words)}: {_place(place)}"


def _summary(counts: dict[str, int]) -> str:
    parts = [f"{number:,} {verdict}" for verdict, number in counts.items() if verdict != "files"]
    return f"{', '.join(parts)}; {count(counts['files'], 'file')} of code read"


def _place(place: Place) -> str:
    return f"{visible(place.path)}:{place.line}"
