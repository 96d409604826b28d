"""Strings declared: their entries in the catalogue of the source language."""

from compiler.base.failure import UsageError
from compiler.edit.adding.string_work import StringWork, with_remarks
from compiler.edit.catalogue.entry import revised, source_of
from compiler.edit.po.edits import AddEntry, PoEdit, ReplaceEntry
from compiler.edit.records.row import Row
from compiler.edit.records.string_entries import source_entry
from compiler.read.po_file import PoEntry


def declare(work: StringWork) -> None:
    """Bring what rows have in the source language into its catalogue. Raises UsageError."""
    locale = work.editor.source
    said = work.given(locale)
    if not said:
        return
    source = work.namespace.begin_source()
    folded = {label.casefold(): label for label in work.registry}
    edits: list[PoEdit] = []
    new = set()
    for label, row in said.items():
        twin = folded.setdefault(label.casefold(), label)
        if twin != label:
            raise UsageError(f"`{row.label}` differs from `{twin}`, which is there, only in case")
        own = source.entries.get(label)
        entry = _declared(label, row, own or work.registry.get(label))
        if own is None:
            new.add(label)
        elif own != entry:
            edits.append(ReplaceEntry(label, entry))
        if own is not None and source_of(own) != source_of(entry):
            work.replace(label, f"`{row.label}`")
        if own != entry:
            work.note(label, locale)
        if label not in work.registry:
            work.order.add(label)
        work.registry[label] = work.declared[label] = entry
    places = work.order.neighbours(source.entries, new)
    edits += [AddEntry(work.declared[label], after) for label, after in places]
    work.editor.draft.edit_catalogue(source.path, *edits)


def _declared(label: str, row: Row, there: PoEntry | None) -> PoEntry:
    """Return the entry of the source with what a row says of it."""
    if "forms" in row.fields:
        raise UsageError(f"`{row.label}` has `--plural` in its source, and no `--forms`")
    text = row.fields.get("text")
    if there is None:
        if not text:
            raise UsageError(f"`{row.label}` is not declared yet: `--text` gives it its text")
        return source_entry(label, row)
    plural = row.fields.get("plural", there.msgid_plural)
    count = len(there.msgstr) if there.msgid_plural is not None else 2
    empty = ("",) * (1 if plural is None else count)
    made = revised(there, msgid=text or there.msgid, msgid_plural=plural, msgstr=empty)
    return with_remarks(made, row)
