"""Entries of labels that the source no longer has: kept at the end, and taken from there again."""

from collections.abc import Iterable, Mapping, Sequence

from compiler.edit.catalogue.aside import FORMER, aside
from compiler.edit.catalogue.entry import revised, source_of, with_comments
from compiler.edit.catalogue.translation import tidied, translation_of, trimmed
from compiler.edit.catalogue.uniting import unite
from compiler.read.po_file import PoEntry

_Name = tuple[str | None, str]


def best_of(obsolete: Iterable[PoEntry], registry: Mapping[str, PoEntry]) -> dict[str, PoEntry]:
    """Return, for each label of the source that has some, the obsolete entry to take back."""
    found: dict[str, PoEntry] = {}
    for entry in obsolete:
        label = entry.msgctxt or ""
        if label in registry and any(entry.msgstr):
            known = found.get(label)
            source = registry[label]
            if known is None or _rank(entry, source) > _rank(known, source):
                found[label] = entry
    return found


def worth_keeping(entry: PoEntry) -> bool:
    """Tell whether a translator has put anything into an entry."""
    return any(entry.msgstr) or bool(entry.comments)


def retired(entry: PoEntry) -> PoEntry:
    """Return an entry as an obsolete one: without what the source said of it."""
    return revised(entry, obsolete=True, extracted=(), references=())


def settled(live: Sequence[PoEntry], obsolete: Sequence[PoEntry]) -> tuple[PoEntry, ...]:
    """Return all entries, the obsolete ones sorted at the end.

    gettext has room for one entry of a label and text, whether obsolete or not: what another one
    says becomes a comment.
    """
    names = {_name(entry): index for index, entry in enumerate(live)}
    kept = list(live)
    rest: dict[_Name, list[PoEntry]] = {}
    for entry in filter(worth_keeping, map(tidied, obsolete)):
        index = names.get(_name(entry))
        if index is None:
            rest.setdefault(_name(entry), []).append(entry)
        elif trimmed(entry.msgstr) != trimmed(kept[index].msgstr):
            kept[index] = with_comments(kept[index], aside(FORMER, entry.msgstr))
    united = [unite(group, source_of(group[0])).entry for group in rest.values()]
    return (*kept, *sorted(united, key=lambda one: (one.msgctxt or "", one.msgid)))


def _name(entry: PoEntry) -> _Name:
    return entry.msgctxt, entry.msgid


def _rank(entry: PoEntry, source: PoEntry) -> tuple[bool, bool]:
    translation = translation_of(entry)
    return translation.made_from == source_of(source), not translation.unreviewed
