"""The list of what was released to a target, newest first."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from sys import intern
from typing import Any

from compiler.bundle.artifacts import Side
from compiler.ports.store import ObjectStore
from compiler.release.difference import contents_of, difference
from compiler.release.holdings import read_listings, read_records
from compiler.release.log import find_head, listed
from compiler.release.manifest import Manifest
from compiler.release.record import Record, Release, without_areas
from compiler.release.record_json import time_text
from compiler.release.target import Target

_PAGE = 100
"""How many records are read at a time."""


@dataclass(frozen=True, slots=True)
class Size:
    """How many files a release has in all areas, and what its bundles and assets weigh.

    An object that several areas share is weighed once. None: a manifest is of an older version.
    """

    files: int
    bytes: int | None


@dataclass(frozen=True, slots=True)
class Row:
    """A record as it is listed: ``live``, ``held`` and ``staged`` say what it is to the head.

    ``record`` is without its areas, of which ``areas`` are the names and ``gate`` is the one that
    all have passed, None where there is none; ``changed`` are those in which it differs from what
    was live before it, ``+ new``, ``~ other``, ``- gone``; ``size`` is that of all it holds, where
    that was asked for and the release is kept.
    """

    record: Record
    areas: tuple[str, ...]
    gate: str | None
    live: bool
    held: bool
    staged: bool
    kept: bool
    changed: tuple[str, ...] = ()
    size: Size | None = None

    @property
    def brought(self) -> bool:
        """Whether it brought content, and did not only say something of what is there."""
        return self.record.stored is not None or self.record.live == self.record.number

    @property
    def data(self) -> dict[str, Any]:
        """The row for programs."""
        content = self.record.content
        return {
            "number": self.record.number,
            "kind": self.record.kind.value,
            "id": content.id or None,
            "time": time_text(self.record.time),
            "tool": self.record.tool,
            "commit": content.commit,
            "dirty": content.dirty,
            "gate": self.gate,
            "areas": list(self.areas),
            "changed": list(self.changed),
            "files": self.size.files if self.size else None,
            "bytes": self.size.bytes if self.size else None,
            "from": self.record.origin.number if self.record.origin else None,
            "from_target": self.record.origin.target if self.record.origin else None,
            "reason": self.record.reason,
            "live": self.live,
            "held": self.held,
            "staged": self.staged,
            "kept": self.kept,
        }


def releases(target: Target, *, sized: bool = False) -> Iterator[Row]:
    """Yield the records of a target, the newest first; ``sized``: with sizes. Raises StoreError."""
    head = find_head(target.private).record
    if head is None:
        return
    sizes = _sizes(target, read_records(target.private, head.kept)) if sized else {}
    for record, before in pairwise(chain(_backwards(target.private, head), (None,))):
        if record is not None:
            yield _row(head, record, before, sizes.get(record.number))


def _backwards(private: ObjectStore, head: Record) -> Iterator[Record]:
    """Yield all records, the newest first, with few of them in memory: each has every area."""
    yield head
    older = [number for number in listed(private)[0] if number < head.number]
    while older:
        older, page = older[:-_PAGE], older[-_PAGE:]
        yield from sorted(read_records(private, page), key=lambda one: one.number, reverse=True)


def _row(head: Record, record: Record, before: Record | None, size: Size | None) -> Row:
    areas = record.content.areas
    lowest = min((area.gate for area in areas.values()), key=lambda gate: gate.height, default=None)
    return Row(
        without_areas(record),
        areas=tuple(map(intern, sorted(areas))),
        gate=None if lowest is None else lowest.value,
        live=record.number == head.live,
        held=record.number == head.held,
        staged=record.number == head.staged,
        kept=record.number in head.kept,
        changed=_changed(before.release if before else None, record.content),
        size=size,
    )


def _changed(before: Release | None, now: Release) -> tuple[str, ...]:
    old = contents_of(before.areas) if before else {}
    found = difference(old, contents_of(now.areas))
    arriving = (f"{'~' if area in old else '+'} {area}" for area in found.changed)
    return (*arriving, *(f"- {area}" for area in found.going))


def _sizes(target: Target, records: Sequence[Record]) -> Mapping[int, Size]:
    found = {
        (*listing.key, listing.manifest.content): listing.manifest
        for listing in read_listings(target, [record.content for record in records])
    }
    return {
        record.number: _size(
            (side, found[area, side, state.side(side).content])
            for area, state in record.content.areas.items()
            for side in Side
        )
        for record in records
    }


def _size(manifests: Iterable[tuple[Side, Manifest]]) -> Size:
    files, weighed = 0, {}
    for side, manifest in manifests:
        files += len(manifest.files)
        for logical, name in manifest.files.items():
            weighed[side, name] = manifest.sizes.get(logical)
        for path in manifest.assets:
            weighed[side, path] = manifest.sizes.get(path)
    known = [size for size in weighed.values() if size is not None]
    return Size(files, sum(known) if len(known) == len(weighed) else None)
