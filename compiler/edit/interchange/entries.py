"""Entries of our catalogues, from what was assigned and from what the catalogues had already."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from compiler.edit.catalogue.header import essential_fields
from compiler.edit.catalogue.translation import FUZZY
from compiler.edit.interchange.assignment import Assignment, Known, Registered
from compiler.edit.interchange.conversion import Message
from compiler.edit.interchange.origin import FIELD, PREFIX, Imported, Keys, origin_of
from compiler.edit.interchange.own_terms import says_the_same
from compiler.read.po_file import PoEntry, PoFile

_KEPT_FIELDS = ("Project-Id-Version", "PO-Revision-Date", "Last-Translator", "Language-Team")


def source_of(entry: PoEntry) -> tuple[str, ...]:
    """Return the source text of an entry: one text, or singular and plural."""
    return (entry.msgid,) if entry.msgid_plural is None else (entry.msgid, entry.msgid_plural)


def known_entries(file: PoFile | None, keys: Keys) -> list[Known]:
    """Return the entries that the source's catalogue has already."""
    return [
        Known(one.msgctxt, source_of(one), origin_of(one.extracted, one.msgctxt, keys))
        for one in (file.entries if file is not None else ())
        if one.msgctxt and not one.obsolete
    ]


def source_entries(assignment: Assignment, keys: Keys) -> list[PoEntry]:
    """Return the entries that the import brings for the source's catalogue."""
    return [
        _source_entry(one, one.message, keys)
        for one in assignment.registry.values()
        if one.message is not None
    ]


def translated_entries(assignment: Assignment, locale: str) -> list[PoEntry]:
    """Return the entries that the import brings for a translation, in the registry's order."""
    messages = assignment.translations.get(locale, {})
    return [
        _translated_entry(registered, messages[label])
        for label, registered in assignment.registry.items()
        if label in messages
    ]


def merged_entries(before: Iterable[PoEntry], brought: Sequence[PoEntry]) -> list[PoEntry]:
    """Return a catalogue's entries with those that were brought in put in their places.

    A translation that is there is not replaced by none.
    """
    new = {entry.msgctxt: entry for entry in brought}
    result = []
    for entry in before:
        replacement = None if entry.obsolete else new.pop(entry.msgctxt, None)
        emptied = replacement is not None and any(entry.msgstr) and not any(replacement.msgstr)
        result.append(
            entry if replacement is None or emptied else _with_remarks(replacement, entry)
        )
    return [*result, *new.values()]


def replaced_texts(
    before: Iterable[PoEntry], after: Iterable[PoEntry], *, is_source: bool
) -> list[str]:
    """Return the labels of entries whose text gave way to another one."""
    text = source_of if is_source else _translation_of
    now = {entry.msgctxt: entry for entry in after if not entry.obsolete}
    return [
        entry.msgctxt or ""
        for entry in before
        if not entry.obsolete and any(text(entry)) and text(now[entry.msgctxt]) != text(entry)
    ]


def new_header(
    locale: str, foreign: Mapping[str, str], plural_forms: str, imported: Imported | None
) -> dict[str, str]:
    """Return the header of a new catalogue, with what a foreign one says of who translated it."""
    fields = {name: foreign[name] for name in _KEPT_FIELDS if foreign.get(name)}
    fields |= essential_fields(locale, plural_forms)
    if imported is not None:
        fields[FIELD] = imported.header
    return fields


def _source_entry(registered: Registered, message: Message, keys: Keys) -> PoEntry:
    unit = message.unit
    remembered = registered.origin.comment(registered.label, keys)
    return PoEntry(
        registered.source[0],
        ("",) * len(registered.source),
        registered.label,
        registered.source[1] if len(registered.source) > 1 else None,
        flags=_flags(message, translated=False),
        comments=unit.notes,
        extracted=(*_for_people(unit.comments), *([remembered] if remembered else [])),
        references=registered.references or unit.references,
    )


def _translated_entry(registered: Registered, message: Message) -> PoEntry:
    unit = message.unit
    said = registered.message.unit.comments if registered.message is not None else ()
    source = _source_known(registered, message)
    plural = len(source) > 1
    previous = message.previous if FUZZY in unit.flags and message.translated else None
    before = dict(enumerate(previous or ()))
    return PoEntry(
        source[0],
        message.texts if plural else message.texts[:1],
        registered.label,
        source[1] if plural else None,
        flags=_flags(message, translated=message.translated),
        comments=unit.notes,
        extracted=_for_people(unit.comments or said),
        references=unit.references,
        previous_msgid=before.get(0),
        previous_msgid_plural=before.get(1),
    )


def _source_known(registered: Registered, message: Message) -> tuple[str, ...]:
    """Return the source text that a translation was made from, as far as its file says."""
    labelled = not registered.origin.contexts and not registered.origin.source
    return message.source if message.source and labelled else registered.source


def _translation_of(entry: PoEntry) -> tuple[str, ...]:
    return entry.msgstr


def _with_remarks(entry: PoEntry, before: PoEntry) -> PoEntry:
    """Return an entry with the remarks and flags that the project has put to it."""
    flags = [flag for flag in before.flags if flag != FUZZY]
    same = len(entry.msgstr) == len(before.msgstr) and all(
        new == old or says_the_same(new, old)
        for new, old in zip(entry.msgstr, before.msgstr, strict=True)
    )
    told = _for_people(entry.extracted)
    return replace(
        entry,
        msgstr=before.msgstr if same else entry.msgstr,
        comments=tuple(dict.fromkeys((*before.comments, *entry.comments))),
        extracted=(*(() if told else _for_people(before.extracted)), *entry.extracted),
        flags=tuple(dict.fromkeys((*entry.flags, *flags))),
    )


def _for_people(comments: Iterable[str]) -> tuple[str, ...]:
    return tuple(line for line in comments if not line.startswith(PREFIX))


def _flags(message: Message, *, translated: bool) -> tuple[str, ...]:
    """Return the flags that still hold: a text in ICU has no other tool's placeholders any more."""
    return tuple(
        flag
        for flag in message.unit.flags
        if not flag.endswith("-format") and (flag != FUZZY or translated)
    )
