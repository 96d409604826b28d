"""What adding strings works on: rows, the catalogues of their namespace, and what came of it."""

from collections.abc import Mapping

from compiler.edit.adding.namespace import Namespace
from compiler.edit.adding.order import LabelOrder
from compiler.edit.catalogue.entry import revised, with_flags
from compiler.edit.records.row import Row
from compiler.edit.records.string_entries import lines_of
from compiler.edit.verbs.editor import Editor
from compiler.read.po_file import PoEntry

Rows = Mapping[str, Mapping[str, Row]]
"""Rows by label and locale."""


class StringWork:
    """Rows that come into a namespace.

    ``registry`` is what the source says by label, ``declared`` what of it rows have said, in
    ``order``. ``conflicts`` names texts that must not give way, ``replaced`` are labels of which
    one does, ``languages`` those that a label has come into.
    """

    def __init__(
        self, editor: Editor, namespace: Namespace, rows: Rows, *, overwrite: bool
    ) -> None:
        self.editor = editor
        self.namespace = namespace
        self.rows = rows
        self.overwrite = overwrite
        self.registry: dict[str, PoEntry] = dict(namespace.registry)
        self.order = LabelOrder(list(self.registry))
        self.declared: dict[str, PoEntry] = {}
        self.conflicts: list[str] = []
        self.replaced: set[str] = set()
        self.languages: dict[str, list[str]] = {}

    def given(self, locale: str) -> dict[str, Row]:
        """Return the rows of one language by label."""
        return {label: one[locale] for label, one in self.rows.items() if locale in one}

    def replace(self, label: str, text: str) -> None:
        """Note that a text gives way to another, which is a conflict unless that was asked for."""
        self.replaced.add(label)
        if not self.overwrite:
            self.conflicts.append(text)

    def note(self, label: str, locale: str) -> None:
        """Note that a label comes into a language."""
        self.languages.setdefault(label, []).append(locale)


def with_remarks(entry: PoEntry, row: Row) -> PoEntry:
    """Return an entry with the comments, references and flags that a row has; others stay."""
    fields = row.fields
    made = with_flags(entry, (*entry.flags, *fields.get("flags", ())))
    return revised(
        made,
        comments=lines_of(fields["note"]) if "note" in fields else made.comments,
        extracted=lines_of(fields["comment"]) if "comment" in fields else made.extracted,
        references=tuple(fields.get("references", made.references)),
    )
