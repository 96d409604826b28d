"""The list of what was released to a target, newest first."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from compiler.release.difference import contents_of, difference
from compiler.release.holdings import read_listings, read_records
from compiler.release.log import find_head, listed
from compiler.release.record import Record, Release
from compiler.release.record_json import time_text
from compiler.release.target import Target


@dataclass(frozen=True, slots=True)
class Row:
    """A record as it is listed: ``live``, ``held`` and ``staged`` say what it is to the head.

    ``changed`` are the areas in which it differs from what was live before it, ``+ new``,
    ``~ other``, ``- gone``; ``files`` counts all files of all areas, where that was asked for and
    the release is kept.
    """

    record: Record
    live: bool
    held: bool
    staged: bool
    kept: bool
    changed: tuple[str, ...] = ()
    files: int | None = None

    @property
    def brought(self) -> bool:
        """Whether it brought content, and did not only say something of what is there."""
        return self.record.stored is not None or self.record.live == self.record.number

    @property
    def gate(self) -> str | None:
        """The gate that all areas have passed, None where there is none."""
        gates = [area.gate for area in self.record.content.areas.values()]
        return min(gates, key=lambda gate: gate.height).value if gates else None

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
            "areas": sorted(content.areas),
            "changed": list(self.changed),
            "files": self.files,
            "from": self.record.origin.number if self.record.origin else None,
            "from_target": self.record.origin.target if self.record.origin else None,
            "reason": self.record.reason,
            "live": self.live,
            "held": self.held,
            "staged": self.staged,
            "kept": self.kept,
        }


def releases(target: Target, *, sized: bool = False) -> Iterator[Row]:
    """Yield the records of a target, the newest first; ``sized``: with files. Raises StoreError."""
    head = find_head(target.private).record
    if head is None:
        return
    numbers, _ = listed(target.private)
    known = {head.number: head}
    known |= {
        record.number: record
        for record in read_records(target.private, [one for one in numbers if one < head.number])
    }
    kept = [known[number] for number in head.kept if number in known]
    files = _files(target, kept) if sized else {}
    for number in sorted(known, reverse=True):
        record, before = known[number], known.get(number - 1)
        yield Row(
            record,
            live=number == head.live,
            held=number == head.held,
            staged=number == head.staged,
            kept=number in head.kept,
            changed=_changed(before.release if before else None, record.content),
            files=files.get(number),
        )


def _changed(before: Release | None, now: Release) -> tuple[str, ...]:
    old = contents_of(before.areas) if before else {}
    found = difference(old, contents_of(now.areas))
    arriving = (f"{'~' if area in old else '+'} {area}" for area in found.changed)
    return (*arriving, *(f"- {area}" for area in found.going))


def _files(target: Target, records: Sequence[Record]) -> Mapping[int, int]:
    listings = read_listings(target, [record.content for record in records])
    sizes = {
        (*listing.key, listing.manifest.content): len(listing.manifest.files)
        for listing in listings
    }
    return {
        record.number: sum(
            size
            for (area, side, content), size in sizes.items()
            if area in record.content.areas
            and record.content.areas[area].side(side).content == content
        )
        for record in records
    }
