"""What edits of entries share: their source texts, and some of their parts replaced."""

from dataclasses import replace
from typing import Any

from compiler.read.po_file import PoEntry

SourceText = tuple[str, str | None]
"""A source text: ``msgid``, and ``msgid_plural`` where it is a plural."""


def source_of(entry: PoEntry) -> SourceText:
    """Return the source text that an entry has now."""
    return entry.msgid, entry.msgid_plural


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
