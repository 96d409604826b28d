"""Which part of a translation stands where a part of its source text does."""

from collections.abc import Callable, Hashable, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from compiler.richtext.parts import Part

_MOST = 1_000_000
"""How many pairs of parts are looked at; beyond that, only the two ends are set side by side."""

Key = Callable[[Part], Hashable]


class Counterpart(NamedTuple):
    """Where a part of the source stands in the translation (``matches``), or would stand."""

    at: int
    matches: bool


def counterparts(source: Sequence[Part], own: Sequence[Part], key: Key) -> list[Counterpart]:
    """Return for each part of the source where it stands in ``own``.

    Parts with the same key match; the order of both stays.
    """
    first, second = [key(part) for part in source], [key(part) for part in own]
    begin = _alike(first, second)
    end = _alike(first[begin:][::-1], second[begin:][::-1])
    inner = first[begin : len(first) - end], second[begin : len(second) - end]
    found = [Counterpart(index, matches=True) for index in range(begin)]
    if len(inner[0]) * len(inner[1]) > _MOST:
        found.extend([Counterpart(begin, matches=False)] * len(inner[0]))
    else:
        matcher = SequenceMatcher(None, *inner, autojunk=False)
        for what, low, high, at, until in matcher.get_opcodes():
            found.extend(
                Counterpart(begin + min(at + step, max(until, at)), matches=what == "equal")
                for step in range(high - low)
            )
    rest = len(second) - end
    found.extend(Counterpart(rest + index, matches=True) for index in range(end))
    return found


def _alike(first: Sequence[Hashable], second: Sequence[Hashable]) -> int:
    """Return how many keys both begin with."""
    count = 0
    for one, other in zip(first, second, strict=False):
        if one != other:
            break
        count += 1
    return count
