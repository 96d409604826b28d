"""Three versions of a catalogue become one: pure, whatever is to be done with the clashes."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from compiler.edit.merging.entry import Clash, merge_entry
from compiler.edit.merging.header import merged_fields, merged_header_entry
from compiler.edit.merging.order import merged_order
from compiler.edit.merging.sides import merged_lines
from compiler.read.po_file import PoEntry, PoFile

_Key = tuple[str | None, str, int]


@dataclass(frozen=True, slots=True)
class Merged:
    """A merged catalogue. ``head`` is without entries; ``parts`` are in file order."""

    head: PoFile
    parts: tuple[PoEntry | Clash, ...]

    @property
    def clashes(self) -> tuple[Clash, ...]:
        """The entries that both sides changed differently."""
        return tuple(part for part in self.parts if isinstance(part, Clash))


def merge_files(base: PoFile, ours: PoFile, theirs: PoFile) -> Merged | None:
    """Merge two versions of a catalogue; None where their headers cannot be brought together."""
    fields = merged_fields(base, ours, theirs)
    return None if fields is None else merge_under(fields, base, ours, theirs)


def merge_under(fields: Mapping[str, str], base: PoFile, ours: PoFile, theirs: PoFile) -> Merged:
    """Merge two versions of a catalogue under a header with these fields, obsolete entries last."""
    head = replace(
        ours,
        header=fields,
        header_entry=merged_header_entry(base, ours, theirs),
        entries=(),
        closing=merged_lines(base.closing, ours.closing, theirs.closing),
    )
    return Merged(head, _merged_entries(base, ours, theirs))


def _merged_entries(base: PoFile, ours: PoFile, theirs: PoFile) -> tuple[PoEntry | Clash, ...]:
    old, mine, other = (_keyed(file.entries) for file in (base, ours, theirs))
    merged: dict[_Key, PoEntry | Clash] = {}
    for key in dict.fromkeys((*mine, *other)):
        part = merge_entry(old.get(key), mine.get(key), other.get(key))
        if part is not None:
            merged[key] = part
    order = merged_order(list(old), list(mine), list(other), merged.keys())
    parts = [merged[key] for key in order]
    # Sorting keeps the order of equals: only entries that became obsolete move, to the end.
    parts.sort(key=lambda part: isinstance(part, PoEntry) and part.obsolete)
    return tuple(parts)


def _keyed(entries: Sequence[PoEntry]) -> dict[_Key, PoEntry]:
    """Return entries by label, in file order; without one, by text.

    An obsolete entry has the key of the live one that it was. Of several of one label each has a
    key of its own, the live ones first.
    """
    seen: Counter[tuple[str | None, str]] = Counter()
    keys: dict[int, _Key] = {}
    for index in sorted(range(len(entries)), key=lambda index: entries[index].obsolete):
        entry = entries[index]
        name = (entry.msgctxt, "") if entry.msgctxt else (None, entry.msgid)
        keys[index] = (*name, seen[name])
        seen[name] += 1
    return {keys[index]: entry for index, entry in enumerate(entries)}
