"""Where new labels belong among those of a catalogue."""

from bisect import bisect_left, insort
from collections.abc import Container, Iterator

from compiler.edit.po.edits import FIRST


class LabelOrder:
    """The labels of a source's catalogue in their order, new ones at the places that suit them.

    A sorted catalogue stays sorted. In any other a label comes behind the last that begins with the
    same words (`checkout.pay.` before `checkout.`), and behind all others where there is none.
    """

    def __init__(self, labels: list[str]) -> None:
        self._next = dict(zip([FIRST, *labels], labels, strict=False))
        ordered = sorted(labels)
        self._sorted = ordered if labels == ordered else None
        self._last: dict[str, str] = {}
        for label in labels:
            for words in _beginnings(label):
                self._last[words] = label
        self._end = labels[-1] if labels else FIRST

    def add(self, label: str) -> None:
        """Give a new label its place."""
        before = self._place(label)
        if before in self._next:
            self._next[label] = self._next[before]
        self._next[before] = label
        if before == self._end:
            self._end = label
        for words in _beginnings(label):
            if self._last.get(words, before) == before:
                self._last[words] = label

    def neighbours(self, there: Container[str], new: Container[str]) -> Iterator[tuple[str, str]]:
        """Yield each ``new`` label and the one behind which it comes among those that are there."""
        above, label = FIRST, self._next.get(FIRST)
        while label is not None:
            if label in new:
                yield label, above
            if label in new or label in there:
                above = label
            label = self._next.get(label)

    def _place(self, label: str) -> str:
        if self._sorted is not None:
            at = bisect_left(self._sorted, label)
            insort(self._sorted, label)
            return self._sorted[at - 1] if at else FIRST
        found = (self._last[words] for words in _beginnings(label) if words in self._last)
        return next(found, self._end)


def _beginnings(label: str) -> Iterator[str]:
    """Yield what a label begins with, up to each of its dots, the longest first."""
    while "." in label:
        label = label.rpartition(".")[0]
        yield label
