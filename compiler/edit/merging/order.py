"""The order of a merged list: that of the side which moved things, the new of both in place."""

from collections.abc import Hashable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)


def merged_order(
    base: Sequence[Key], ours: Sequence[Key], theirs: Sequence[Key], kept: AbstractSet[Key]
) -> list[Key]:
    """Return the keys that are ``kept`` in the order of a merge.

    What only one side has comes after what it came after there; what is new on both sides in the
    same place stands there one side after the other.
    """
    first, second = (ours, theirs) if _moved(base, ours, theirs) else (theirs, ours)
    return list(_woven([key for key in first if key in kept], second, kept))


def _moved(base: Sequence[Key], ours: Sequence[Key], theirs: Sequence[Key]) -> bool:
    """Tell whether our order is to be kept: we moved something, or they moved nothing."""
    common = set(base) & set(ours) & set(theirs)
    old, mine, other = ([key for key in side if key in common] for side in (base, ours, theirs))
    return mine != old or other == old


def _woven(first: Sequence[Key], second: Sequence[Key], kept: AbstractSet[Key]) -> Iterator[Key]:
    known, in_second = set(first), set(second)
    after: dict[Key | None, list[Key]] = {}
    last: Key | None = None
    for key in second:
        if key in known:
            last = key
        elif key in kept:
            after.setdefault(last, []).append(key)
    waiting = after.get(None, [])
    for key in first:
        if key in in_second:
            yield from waiting
            waiting = after.get(key, [])
        yield key
    yield from waiting
