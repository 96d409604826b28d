"""What edits mean for the entries of a catalogue."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from compiler.edit.catalogue.entry import revised
from compiler.edit.po.edits import (
    FIRST,
    AddEntry,
    PoEdit,
    RemoveEntry,
    RenameLabel,
    ReplaceEntry,
    SetFlags,
    SetSource,
    SetTranslation,
)
from compiler.edit.refusal import AbsentError, UnwritableError
from compiler.read.po_file import PoEntry


@dataclass(frozen=True, slots=True)
class Place:
    """What becomes of an entry: ``before`` is None of one that is new, ``after`` of one removed."""

    before: PoEntry | None
    after: PoEntry | None


def places_after(
    path: str, entries: Iterable[PoEntry], edits: Iterable[PoEdit]
) -> tuple[Place, ...]:
    """Return the places of a catalogue's entries after edits.

    Raises AbsentError and UnwritableError.
    """
    rows = _Rows(path, entries)
    for edit in edits:
        if isinstance(edit, AddEntry):
            _check_forms(path, edit.entry)
            rows.add(edit.entry, edit.after)
            continue
        index, now = rows.find(edit.label)
        after = None if isinstance(edit, RemoveEntry) else _edited(now, edit)
        if after is not None:
            _check_forms(path, after)
        rows.put(index, after)
    return rows.places()


class _Rows:
    """Places as a chain, and where the live entry of a label is: no edit walks all of them."""

    def __init__(self, path: str, entries: Iterable[PoEntry]) -> None:
        self._path = path
        self._places = [Place(entry, entry) for entry in entries]
        self._next = {index - 1: index for index in range(len(self._places))}
        self._by_label: dict[str, list[int]] = {}
        self._by_name: Counter[tuple[str | None, str]] = Counter()
        self._last = -1
        """The live entry behind which new ones come; -1 is before all."""
        for index, place in enumerate(self._places):
            self._note(index, place.after)

    def find(self, label: str) -> tuple[int, PoEntry]:
        """Return the live entry of a label, and where it is."""
        live = ((index, self._places[index].after) for index in self._by_label.get(label, ()))
        found = [(index, entry) for index, entry in live if entry is not None]
        labelled = [one for one in found if one[1].msgctxt]
        found = labelled or found
        if not found:
            raise AbsentError(f"`{self._path}` has no `{label}`")
        if len(found) > 1:
            raise AbsentError(f"`{self._path}` has `{label}` more than once; `sync` unites them")
        return found[0]

    def add(self, entry: PoEntry, after: str | None) -> None:
        """Add an entry behind that of a label, before all, or behind all that are live."""
        self._refuse_second(entry)
        before = self._last
        if after is not None:
            before = -1 if after == FIRST else self.find(after)[0]
        index = len(self._places)
        self._places.append(Place(None, entry))
        if before in self._next:
            self._next[index] = self._next[before]
        self._next[before] = index
        label = entry.msgctxt or entry.msgid
        self._by_label.setdefault(label, []).append(index)
        self._by_name[_name(entry)] += 1
        if before == self._last:
            self._last = index

    def put(self, index: int, after: PoEntry | None) -> None:
        """Put another entry in the place of a live one, or none."""
        place = self._places[index]
        now = place.after
        if now is not None and after is not None and _name(now) != _name(after):
            self._refuse_second(after)
        if now is not None:
            self._by_label[now.msgctxt or now.msgid].remove(index)
            self._by_name[_name(now)] -= 1
        self._places[index] = replace(place, after=after)
        last = self._last
        self._note(index, after)
        self._last = last  # it is where it was
        if index == last and not self._is_live(index):
            chain = [one for one in self._chain() if self._is_live(one)]
            self._last = chain[-1] if chain else -1

    def places(self) -> tuple[Place, ...]:
        """Return all places in their order."""
        return tuple(self._places[index] for index in self._chain())

    def _note(self, index: int, entry: PoEntry | None) -> None:
        if entry is not None and not entry.obsolete:
            self._by_label.setdefault(entry.msgctxt or entry.msgid, []).append(index)
            self._by_name[_name(entry)] += 1
            self._last = index

    def _chain(self) -> Iterator[int]:
        index = self._next.get(-1)
        while index is not None:
            yield index
            index = self._next.get(index)

    def _is_live(self, index: int) -> bool:
        entry = self._places[index].after
        return entry is not None and not entry.obsolete

    def _refuse_second(self, entry: PoEntry) -> None:
        if self._by_name[_name(entry)]:
            label = entry.msgctxt or entry.msgid
            raise AbsentError(f"`{self._path}` has `{label}` already")


def _edited(
    entry: PoEntry, edit: SetTranslation | SetFlags | SetSource | RenameLabel | ReplaceEntry
) -> PoEntry:
    match edit:
        case SetTranslation():
            return revised(entry, msgstr=edit.texts)
        case SetFlags():
            return revised(entry, flags=edit.flags)
        case SetSource():
            return revised(entry, msgid=edit.msgid, msgid_plural=edit.msgid_plural)
        case RenameLabel():
            return revised(entry, msgctxt=edit.new)
        case ReplaceEntry():
            return edit.entry


def _check_forms(path: str, entry: PoEntry) -> None:
    """Raise UnwritableError unless an entry has as many texts as one of its kind may have."""
    count = len(entry.msgstr)
    if count == 1 or (entry.msgid_plural is not None and count):
        return
    wanted = "one text" if entry.msgid_plural is None else "a text for each plural form"
    label = entry.msgctxt or entry.msgid
    raise UnwritableError(f"`{label}` of `{path}` takes {wanted}, and not {count}")


def _name(entry: PoEntry) -> tuple[str | None, str]:
    return entry.msgctxt, "" if entry.msgctxt else entry.msgid
