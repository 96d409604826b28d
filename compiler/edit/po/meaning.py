"""What edits mean for the entries of a catalogue."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from compiler.edit.catalogue.entry import revised
from compiler.edit.po.edits import (
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
    places = [Place(entry, entry) for entry in entries]
    for edit in edits:
        if isinstance(edit, AddEntry):
            _check_forms(path, edit.entry)
            _refuse_second(path, places, edit.entry)
            places.insert(_behind(path, places, edit), Place(None, edit.entry))
            continue
        index = _index(path, places, edit.label)
        now = places[index].after
        after = None if now is None or isinstance(edit, RemoveEntry) else _edited(now, edit)
        if after is not None:
            _check_forms(path, after)
            if now is not None and _name(now) != _name(after):
                _refuse_second(path, places, after)
        places[index] = replace(places[index], after=after)
    return tuple(places)


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


def _behind(path: str, places: Sequence[Place], edit: AddEntry) -> int:
    if edit.after is not None:
        return _index(path, places, edit.after) + 1
    live = [index for index, place in enumerate(places) if _is_live(place.after)]
    return live[-1] + 1 if live else 0


def _index(path: str, places: Sequence[Place], label: str) -> int:
    found = [
        index
        for index, place in enumerate(places)
        if place.after is not None
        and not place.after.obsolete
        and label == (place.after.msgctxt or place.after.msgid)
    ]
    labelled = [index for index in found if _has_label(places[index].after)]
    found = labelled or found
    if not found:
        raise AbsentError(f"`{path}` has no `{label}`")
    if len(found) > 1:
        raise AbsentError(f"`{path}` has `{label}` more than once; `sync` unites them")
    return found[0]


def _check_forms(path: str, entry: PoEntry) -> None:
    """Raise UnwritableError unless an entry has as many texts as one of its kind may have."""
    count = len(entry.msgstr)
    if count == 1 or (entry.msgid_plural is not None and count):
        return
    wanted = "one text" if entry.msgid_plural is None else "a text for each plural form"
    label = entry.msgctxt or entry.msgid
    raise UnwritableError(f"`{label}` of `{path}` takes {wanted}, and not {count}")


def _refuse_second(path: str, places: Sequence[Place], entry: PoEntry) -> None:
    for place in places:
        other = place.after
        if other is not None and not other.obsolete and _name(other) == _name(entry):
            raise AbsentError(f"`{path}` has `{entry.msgctxt or entry.msgid}` already")


def _is_live(entry: PoEntry | None) -> bool:
    return entry is not None and not entry.obsolete


def _has_label(entry: PoEntry | None) -> bool:
    return entry is not None and bool(entry.msgctxt)


def _name(entry: PoEntry) -> tuple[str | None, str]:
    return entry.msgctxt, "" if entry.msgctxt else entry.msgid
