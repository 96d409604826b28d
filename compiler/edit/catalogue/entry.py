"""Entries with parts replaced, and what tells two entries apart."""

from dataclasses import replace
from typing import Any

from compiler.read.po_file import PoEntry

Source = tuple[str, str | None]
"""A source text: ``msgid``, and ``msgid_plural`` where it is a plural."""

Written = tuple[object, ...]
"""All that an entry says, without where it stands."""


def source_of(entry: PoEntry) -> Source:
    """Return the source text that an entry has now."""
    return entry.msgid, entry.msgid_plural


def written_of(entry: PoEntry) -> Written:
    """Return all that an entry says: entries that say the same are written the same."""
    return (
        entry.msgctxt,
        entry.msgid,
        entry.msgid_plural,
        entry.msgstr,
        entry.flags,
        entry.comments,
        entry.extracted,
        entry.references,
        entry.previous_msgctxt,
        entry.previous_msgid,
        entry.previous_msgid_plural,
        entry.obsolete,
    )


def revised(entry: PoEntry, **parts: Any) -> PoEntry:  # noqa: ANN401 - whatever an entry has
    """Return an entry with some of its parts replaced, itself where they are the same."""
    same = all(getattr(entry, name) == part for name, part in parts.items())
    return entry if same else replace(entry, **parts)


def with_comments(entry: PoEntry, lines: tuple[str, ...]) -> PoEntry:
    """Return an entry with comments of translators added that it does not have yet."""
    new = tuple(dict.fromkeys(line for line in lines if line not in entry.comments))
    return revised(entry, comments=(*entry.comments, *new)) if new else entry


def with_flags(entry: PoEntry, flags: tuple[str, ...]) -> PoEntry:
    """Return an entry with these flags, each once, in the order it has where they are the same."""
    once = tuple(dict.fromkeys(flags))
    same = len(once) == len(entry.flags) and set(once) == set(entry.flags)
    return entry if same else revised(entry, flags=once)
