"""A record of the log: the full state of a target after it. How it is written: `record_json`."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from compiler.base.gate import Gate
from compiler.bundle.artifacts import Side


class Kind(StrEnum):
    """What a record did to the target."""

    RELEASE = "release"
    STAGED = "staged"
    ROLLBACK = "rollback"
    RESUME = "resume"
    COLLECTION = "collection"
    PURGE = "purge"


FINISHED_BY_ANYBODY = frozenset({Kind.RELEASE, Kind.STAGED, Kind.ROLLBACK, Kind.RESUME})
"""Kinds that only move pointers; what the others began to delete is for their own verb to end."""


@dataclass(frozen=True, slots=True)
class ManifestRef:
    """Where a manifest stands (the name of a private object) and the hash of what it lists.

    ``content`` does not depend on generations, so equal content is seen without reading anything.
    """

    name: str
    content: str


@dataclass(frozen=True, slots=True)
class AreaState:
    """An area of a release; ``since`` is the number that its pointers carry."""

    public: ManifestRef
    private: ManifestRef
    since: int
    gate: Gate

    def side(self, side: Side) -> ManifestRef:
        """Return the manifest of one side."""
        return self.public if side is Side.PUBLIC else self.private


@dataclass(frozen=True, slots=True)
class Release:
    """Content with its id, and the commit it was compiled from (None without Git)."""

    id: str
    commit: str | None
    dirty: bool
    areas: Mapping[str, AreaState]


@dataclass(frozen=True, slots=True)
class Origin:
    """The record that a rollback, resume or promotion took its content from."""

    number: int
    target: str | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """The state of a target from this number on.

    ``live`` is the number of the release that the pointers serve and ``release`` its content;
    ``held`` the rollback that holds the target; ``staged`` the newest release that is stored and
    not live, whose own record has its content in ``stored``; ``front`` the newest commit ever
    accepted; ``gone`` the numbers that pointers of removed areas carry; ``kept`` the releases
    whose objects are all there; ``purged`` a private object that lists hashes taken down;
    ``services`` the addresses of services that have proved to honour conditional writes.
    """

    number: int
    kind: Kind
    nonce: str
    time: datetime
    tool: str
    generation: int
    live: int
    held: int | None
    staged: int | None
    front: str | None
    release: Release
    gone: Mapping[str, int]
    kept: tuple[int, ...]
    purged: str | None = None
    origin: Origin | None = None
    reason: str | None = None
    stored: Release | None = None
    services: tuple[str, ...] = ()

    @property
    def parent(self) -> int:
        """The number of the record before this one, 0 for the first."""
        return self.number - 1

    @property
    def content(self) -> Release:
        """The release that this record brought: the stored one if staged, else the live one."""
        return self.stored or self.release


def without_areas(record: Record) -> Record:
    """Return a record as it is told among thousands: nearly all that it takes are its areas."""
    stored = None if record.stored is None else replace(record.stored, areas={})
    return replace(record, release=replace(record.release, areas={}), stored=stored)
