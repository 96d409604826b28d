"""The source's catalogue carried into a translation: by label, never by similar text."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from compiler.edit.catalogue.entry import revised, source_of, with_flags
from compiler.edit.catalogue.translation import (
    MARKS,
    tidied,
    translation_of,
    with_translation,
)
from compiler.edit.interchange.origin import PREFIX
from compiler.edit.sync.change import Change
from compiler.edit.sync.line_ends import with_ends_of_source
from compiler.edit.sync.obsolete import best_of, retired, settled, worth_keeping
from compiler.read.po_file import PoEntry

_SILENCING = "ignore-"


@dataclass(frozen=True, slots=True)
class Carried:
    """The entries of a translation as they should be, and what became of each label."""

    entries: tuple[PoEntry, ...]
    changes: tuple[tuple[Change, str], ...]


@dataclass(slots=True)
class _Sorted:
    """The entries of a catalogue by what they are."""

    live: dict[str, PoEntry] = field(default_factory=dict)
    unlabelled: list[PoEntry] = field(default_factory=list)
    obsolete: list[PoEntry] = field(default_factory=list)


def carry(
    registry: Mapping[str, PoEntry],
    entries: Iterable[PoEntry],
    forms: int,
    demanded: AbstractSet[str],
) -> Carried:
    """Bring the entries of a translation in step with the source's, in the source's order.

    Of ``demanded`` labels an untranslated entry is added where there is none. Entries without a
    label come after those with one, then the obsolete ones, sorted: so the order depends on nothing
    that two branches do in turn.
    """
    found = _sorted(entries)
    back = best_of(found.obsolete, registry)
    kept: list[PoEntry] = []
    changes: list[tuple[Change, str]] = []
    taken: set[int] = set()
    for label, source in registry.items():
        own = found.live.get(label)
        if label in back and (own is None or not any(own.msgstr)):
            taken.add(id(back[label]))
            kept.append(carried(source, revised(back[label], obsolete=False), forms))
            changes.append((Change.REVIVED, label))
        elif own is not None:
            kept.append(carried(source, own, forms))
            changes += [(change, label) for change in _changes(own, kept[-1])]
        elif label in demanded:
            kept.append(carried(source, PoEntry(source.msgid, msgctxt=label), forms))
            changes.append((Change.ADDED, label))
    obsolete = [entry for entry in found.obsolete if id(entry) not in taken]
    for label, entry in found.live.items():
        if label not in registry:
            keep = worth_keeping(entry)
            obsolete += [retired(entry)] if keep else []
            changes.append((Change.OBSOLETE if keep else Change.REMOVED, label))
    live = [*kept, *map(tidied, found.unlabelled)]
    return Carried(settled(live, obsolete), tuple(changes))


def _sorted(entries: Iterable[PoEntry]) -> _Sorted:
    found = _Sorted()
    for entry in entries:
        if entry.obsolete:
            found.obsolete.append(entry)
        elif entry.msgctxt:
            found.live[entry.msgctxt] = entry
        else:
            found.unlabelled.append(entry)
    return found


def carried(source: PoEntry, own: PoEntry, forms: int) -> PoEntry:
    """Return an entry with what the source says; its texts and comments are its own.

    ``forms`` are those of a plural.
    """
    made = with_translation(own, source_of(source), translation_of(own), forms)
    told = tuple(line for line in source.extracted if not line.startswith(PREFIX))
    made = revised(made, extracted=told, references=source.references)
    return with_ends_of_source(with_flags(made, _flags(source, made)))


def _flags(source: PoEntry, own: PoEntry) -> tuple[str, ...]:
    """Return the flags of an entry and of its source, the source's where both set a value.

    What the source silences is silenced in every language already.
    """
    said = [f for f in source.flags if f not in MARKS and not f.startswith(_SILENCING)]
    names = {flag.partition(":")[0] for flag in said}
    kept = [f for f in own.flags if f in said or f.partition(":")[0] not in names]
    return (*kept, *(flag for flag in said if flag not in kept))


def _changes(before: PoEntry, after: PoEntry) -> list[Change]:
    renewed = source_of(before) != source_of(after)
    if renewed and not any(before.msgstr):
        return [Change.RENEWED]
    if renewed:
        stale = translation_of(after).made_from != source_of(after)
        return [Change.STALE if stale else Change.CURRENT]
    if _state(before) != _state(after):
        return [Change.MENDED]
    return [Change.REMARKS] if before != after else []


def _state(entry: PoEntry) -> tuple[object, ...]:
    """Return what an entry says of its translation, in just the way it says it."""
    marks = {flag for flag in entry.flags if flag in MARKS}
    previous = (entry.previous_msgctxt, entry.previous_msgid, entry.previous_msgid_plural)
    return entry.msgstr, marks, previous
