"""Rows of strings as entries of catalogues."""

from dataclasses import replace

from compiler.edit.records.row import Row
from compiler.read.po_file import PoEntry


def source_entry(label: str, row: Row) -> PoEntry:
    """Return the entry by which the source declares a string."""
    plural = row.fields.get("plural")
    return _with_remarks(
        PoEntry(row.fields["text"], ("",) * (1 if plural is None else 2), label, plural), row
    )


def translated_entry(label: str, row: Row, source: PoEntry) -> PoEntry:
    """Return the entry of a translation of what the source declares."""
    fields = row.fields
    own = "source" in fields
    entry = PoEntry(
        fields["source"] if own else source.msgid,
        tuple(fields.get("forms", ())) or (fields.get("text", ""),),
        label,
        fields.get("source_plural") if own else source.msgid_plural,
        previous_msgid=fields.get("previous"),
        previous_msgid_plural=fields.get("previous_plural"),
    )
    return _with_remarks(entry, row)


def _with_remarks(entry: PoEntry, row: Row) -> PoEntry:
    return replace(
        entry,
        flags=tuple(row.fields.get("flags", ())),
        comments=lines_of(row.fields.get("note", "")),
        extracted=lines_of(row.fields.get("comment", "")),
        references=tuple(row.fields.get("references", ())),
    )


def lines_of(text: str) -> tuple[str, ...]:
    """Return the lines of a comment."""
    unified = text.replace("\r\n", "\n").replace("\r", "\n")
    return tuple(unified.split("\n")) if unified else ()
