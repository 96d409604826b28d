"""What can be done to a catalogue: a small table of edits, addressed by label.

A label is the ``msgctxt`` of an entry that is not obsolete, or its ``msgid`` where it has none.
"""

from dataclasses import dataclass

from compiler.read.po_file import PoEntry


@dataclass(frozen=True, slots=True)
class SetTranslation:
    """Give an entry other texts: one, or one for each plural form."""

    label: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SetFlags:
    """Give an entry other flags, such as ``fuzzy``."""

    label: str
    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SetSource:
    """Give an entry another source text."""

    label: str
    msgid: str
    msgid_plural: str | None = None


@dataclass(frozen=True, slots=True)
class RenameLabel:
    """Give an entry another label."""

    label: str
    new: str


@dataclass(frozen=True, slots=True)
class ReplaceEntry:
    """Let an entry say what another one does, comments too; only the parts that differ change."""

    label: str
    entry: PoEntry


FIRST = ""
"""No label: what comes behind it comes before all others."""


@dataclass(frozen=True, slots=True)
class AddEntry:
    """Add an entry: behind the one of a label, or else behind all that are not obsolete."""

    entry: PoEntry
    after: str | None = None


@dataclass(frozen=True, slots=True)
class RemoveEntry:
    """Remove an entry with its comments."""

    label: str


PoEdit = SetTranslation | SetFlags | SetSource | RenameLabel | ReplaceEntry | AddEntry | RemoveEntry
"""Edits of one list are made one after the other."""
