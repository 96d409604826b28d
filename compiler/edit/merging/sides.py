"""The rule of every three-way merge: who left a value as it was gives way to who changed it."""

from typing import TypeVar

T = TypeVar("T")


def sides(base: T | None, ours: T, theirs: T) -> tuple[T, ...]:
    """Return the one value of a merge, or both where both sides changed it differently."""
    if theirs in (ours, base):
        return (ours,)
    if ours == base:
        return (theirs,)
    return (ours, theirs)


def merged_lines(
    base: tuple[str, ...], ours: tuple[str, ...], theirs: tuple[str, ...]
) -> tuple[str, ...]:
    """Merge lines that stand for themselves, such as comments or flags: they never conflict."""
    found = sides(base, ours, theirs)
    if len(found) == 1:
        return found[0]
    removed = set(base) - set(theirs)
    kept = [line for line in ours if line not in removed]
    added = [line for line in theirs if line not in base and line not in ours]
    return (*kept, *added)
