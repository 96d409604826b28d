"""What differs between two releases: by area and side without reading, by file with manifests."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from compiler.bundle.artifacts import Side
from compiler.release.manifest import Hashes
from compiler.release.record import AreaState

Contents = Mapping[str, Mapping[Side, str]]
"""Area → side → the hash of what it holds."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Areas that are new or hold something else, with the sides that do; and areas that go."""

    changed: Mapping[str, frozenset[Side]]
    going: tuple[str, ...]


def widened(diff: Difference, keys: Iterable[tuple[str, Side]]) -> Difference:
    """Return the difference with more sides in it."""
    changed = dict(diff.changed)
    for area, side in keys:
        changed[area] = changed.get(area, frozenset()) | {side}
    return Difference(changed, diff.going)


class Change(StrEnum):
    """What became of a file."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, order=True)
class FileChange:
    """A file of an area's side that a plan adds, changes or removes."""

    area: str
    side: Side
    file: str
    change: Change


def contents_of(areas: Mapping[str, AreaState]) -> Contents:
    """Return the contents of the areas of a record."""
    return {name: {side: area.side(side).content for side in Side} for name, area in areas.items()}


def difference(old: Contents, new: Contents) -> Difference:
    """Return what has to be done to come from one to the other."""
    changed = {}
    for name in sorted(new):
        before = old.get(name, {})
        sides = frozenset(side for side in Side if before.get(side) != new[name][side])
        if sides:
            changed[name] = sides
    return Difference(changed, tuple(sorted(old.keys() - new.keys())))


def file_changes(area: str, side: Side, old: Hashes, new: Hashes) -> list[FileChange]:
    """Return the files of one side that differ."""
    found = []
    for file in old.keys() | new.keys():
        if file not in old:
            found.append(FileChange(area, side, file, Change.ADDED))
        elif file not in new:
            found.append(FileChange(area, side, file, Change.REMOVED))
        elif old[file] != new[file]:
            found.append(FileChange(area, side, file, Change.CHANGED))
    return sorted(found)
