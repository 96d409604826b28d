"""What `sync` did to a catalogue, by label."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Change(StrEnum):
    """What became of one entry, in the order of a report."""

    DIFFERING = "differing"
    """Two texts of one label: one was kept for somebody to look at, the other is a comment."""
    MENDED = "mended"
    """Left in disorder by a merge; nothing has to be decided."""
    ADDED = "added"
    """New in the source; to be translated."""
    STALE = "stale"
    """Translated from a source text that has changed."""
    CURRENT = "current"
    """No longer stale: the source text is again the one it was translated from."""
    RENEWED = "renewed"
    """Not translated yet, and the source text has changed."""
    REVIVED = "revived"
    """Obsolete before, and in the source again."""
    OBSOLETE = "obsolete"
    """No longer in the source; kept at the end of the file."""
    REMOVED = "removed"
    """No longer in the source, and never translated."""
    REMARKS = "remarks"
    """Comments, references or flags of the source carried over."""


@dataclass(frozen=True, slots=True)
class CatalogueChange:
    """What became of one catalogue. ``area`` is None for shared content.

    ``made``: there was no file before. Without any label in ``labels``, only order, header or
    line ends have changed.
    """

    path: str
    namespace: str
    locale: str
    area: str | None
    made: bool
    labels: Mapping[Change, tuple[str, ...]]
