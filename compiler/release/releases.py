"""The list of what was released to a target, newest first."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from compiler.release.log import find_head, listed, read_record
from compiler.release.record import Record
from compiler.release.record_json import time_text
from compiler.release.target import Target


@dataclass(frozen=True, slots=True)
class Row:
    """A record as it is listed: ``live``, ``held`` and ``staged`` say what it is to the head."""

    record: Record
    live: bool
    held: bool
    staged: bool
    kept: bool

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
            "areas": sorted(content.areas),
            "from": self.record.origin.number if self.record.origin else None,
            "from_target": self.record.origin.target if self.record.origin else None,
            "reason": self.record.reason,
            "live": self.live,
            "held": self.held,
            "staged": self.staged,
            "kept": self.kept,
        }


def releases(target: Target) -> Iterator[Row]:
    """Yield the records of a target, the newest first. Raises StoreError."""
    head = find_head(target.private).record
    if head is None:
        return
    numbers, _ = listed(target.private)
    newest_first = [number for number in reversed(numbers) if number <= head.number]
    for number in newest_first:
        record = head if number == head.number else read_record(target.private, number)
        yield Row(
            record,
            live=number == head.live,
            held=number == head.held,
            staged=number == head.staged,
            kept=number in head.kept,
        )
