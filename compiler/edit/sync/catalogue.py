"""One catalogue brought in order: the source's own, and a translation of it."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from compiler.edit.catalogue.entry import source_of
from compiler.edit.catalogue.translation import translation_of, with_translation
from compiler.edit.sync.carrying import carry
from compiler.edit.sync.change import Change
from compiler.edit.sync.header import form_count, new_header, with_header
from compiler.edit.sync.mending import Broken, Mended, mend
from compiler.edit.sync.obsolete import settled
from compiler.read.po_file import PoEntry, PoFile
from compiler.read.po_writer import NOTHING, write_po

Registry = Mapping[str, PoEntry]
"""The entries of a source's catalogue by label, in its order."""

Labels = Mapping[Change, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Ordered:
    """A catalogue in order: its entries, its bytes, and what became of its labels."""

    file: PoFile
    data: bytes
    labels: Labels

    def registry(self) -> Registry:
        """Return the live entries by label."""
        return {e.msgctxt: e for e in self.file.entries if e.msgctxt and not e.obsolete}


def order_source(path: str, data: bytes, locale: str) -> Ordered | Broken:
    """Bring the source's own catalogue in order; what it says of texts stays as it is."""
    mended = mend(path, data, None)
    if isinstance(mended, Broken):
        return mended
    file = with_header(mended.file, locale, plurals=_has_plurals(mended.file.entries))
    forms = form_count(file, locale)
    live = [
        with_translation(entry, source_of(entry), translation_of(entry), forms)
        for entry in file.entries
        if not entry.obsolete
    ]
    entries = settled(live, [entry for entry in file.entries if entry.obsolete])
    return _ordered(replace(file, entries=entries), mended, [])


def order_translation(
    path: str, data: bytes, locale: str, registry: Registry, demanded: AbstractSet[str]
) -> Ordered | Broken:
    """Bring a translation in order, and in step with the source; see `carry`."""
    wanted = {label: source_of(entry) for label, entry in registry.items()}
    mended = mend(path, data, wanted)
    if isinstance(mended, Broken):
        return mended
    plurals = _has_plurals((*registry.values(), *mended.file.entries))
    file = with_header(mended.file, locale, plurals=plurals)
    carried = carry(registry, file.entries, form_count(file, locale), demanded)
    return _ordered(replace(file, entries=carried.entries), mended, carried.changes)


def new_translation(
    path: str, locale: str, registry: Registry, header: Mapping[str, str]
) -> Ordered:
    """Return a new catalogue with every entry to be translated; ``header`` is the source's."""
    file = PoFile(path, new_header(locale, header))
    carried = carry(registry, (), form_count(file, locale), registry.keys())
    return _ordered(replace(file, entries=carried.entries), Mended(file, NOTHING), carried.changes)


def _ordered(file: PoFile, mended: Mended, changes: Iterable[tuple[Change, str]]) -> Ordered:
    told: dict[Change, dict[str, None]] = {kind: {} for kind in Change}
    told[Change.DIFFERING] = dict.fromkeys(mended.differing)
    told[Change.MENDED] = dict.fromkeys(mended.mended)
    for kind, label in changes:
        told[kind][label] = None
    for label in mended.differing:  # that says it already
        told[Change.MENDED].pop(label, None)
    labels = {kind: tuple(names) for kind, names in told.items() if names}
    return Ordered(file, write_po(file, mended.kept), labels)


def _has_plurals(entries: Iterable[PoEntry]) -> bool:
    return any(entry.msgid_plural is not None for entry in entries)
