"""Values that hold from one byte to another, one within the other: which holds at a place?

Bundles of a megabyte bind the same letter ten thousand times, so nobody goes through all of them.
"""

from bisect import bisect_right
from collections.abc import Iterable
from typing import Generic, NamedTuple, TypeVar

Value = TypeVar("Value")


class Span(NamedTuple, Generic[Value]):
    """A value from ``start`` to ``end``."""

    start: int
    end: int
    value: Value


class Spans(Generic[Value]):
    """Spans of nodes of one tree: two of them lie apart, or one in the other."""

    def __init__(self, spans: Iterable[Span[Value]]) -> None:
        # Of two that reach equally far the first counts: it comes last, as the innermost.
        ordered = list(spans)
        ordered.reverse()
        self._spans = sorted(ordered, key=lambda one: (one.start, -one.end))
        self._starts = [one.start for one in self._spans]
        self._around: list[int] = []
        ahead: list[int] = []
        for index, one in enumerate(self._spans):
            while ahead and self._spans[ahead[-1]].end < one.end:
                ahead.pop()
            self._around.append(ahead[-1] if ahead else -1)
            ahead.append(index)

    def at(self, place: int) -> Value | None:
        """Return the value of the innermost span around a place."""
        index = bisect_right(self._starts, place) - 1
        while index >= 0 and self._spans[index].end <= place:
            index = self._around[index]
        return None if index < 0 else self._spans[index].value
