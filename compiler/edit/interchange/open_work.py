"""Which entries of a catalogue still need a translator."""

from collections.abc import Collection, Iterator, Mapping

from compiler.edit.catalogue.translation import FUZZY
from compiler.edit.interchange.entries import source_of
from compiler.messages.gettext_plurals import PluralFormsError, parse_plural_forms
from compiler.read.po_file import PoEntry, PoFile

MISSING, STALE, UNREVIEWED = "missing", "stale", "unreviewed"
STATES = (MISSING, STALE, UNREVIEWED)


def open_labels(source: PoFile, file: PoFile, states: Collection[str]) -> frozenset[str]:
    """Return the labels of entries that are in one of the states in a language."""
    entries = {entry.msgctxt: entry for entry in file.entries if not entry.obsolete}
    return frozenset(label for label, state in _states(source, entries) if state in states)


def _states(
    source: PoFile, entries: Mapping[str | None, PoEntry]
) -> Iterator[tuple[str, str | None]]:
    for one in source.entries:
        if one.msgctxt and not one.obsolete:
            yield one.msgctxt, state_of(one, entries.get(one.msgctxt))


def form_sources(source: PoEntry, file: PoFile) -> tuple[str, ...]:
    """Return the source text of each form that a translation in a catalogue has."""
    sources = source_of(source)
    if len(sources) == 1:
        return sources
    try:
        count = parse_plural_forms(file.plural_forms or "").count
    except PluralFormsError:
        count = len(sources)
    return (*sources[:1], *sources[1:] * (count - 1)) if count > 1 else sources[-1:]


def state_of(source: PoEntry, entry: PoEntry | None) -> str | None:
    """Return the state of an entry, None of one that is as it should be."""
    if entry is None or not any(entry.msgstr):
        return MISSING
    if source_of(entry) != source_of(source) or entry.previous_msgid is not None:
        return STALE
    return UNREVIEWED if FUZZY in entry.flags else None
