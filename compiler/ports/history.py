"""Version control, as far as releases and reviews ask it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from compiler.ports.snapshot import EarlierSnapshot


@dataclass(frozen=True, slots=True)
class Revision:
    """What is checked out: the commit (40 hex digits; None without one), whether files differ."""

    commit: str | None
    dirty: bool = False


class Descent(Enum):
    """How a commit stands to another one."""

    SAME_OR_LATER = "same or later"
    NOT_LATER = "not later"
    UNKNOWN = "unknown"  # a commit that is not here (shallow clone), or no Git


class HistoryError(Exception):
    """Git failed or knows no such revision; ``str()`` is one sentence for people."""


class History(Protocol):
    """The repository around a project's folder."""

    def revision(self) -> Revision:
        """Return what is checked out now."""
        ...

    def descent(self, commit: str, ancestor: str) -> Descent:
        """Tell whether ``commit`` is ``ancestor`` or comes after it."""
        ...

    def common(self, revision: str) -> str:
        """Return the last commit that what is checked out has in common with a revision.

        Raises HistoryError where there is none here.
        """
        ...

    def is_whole(self) -> bool:
        """Tell whether all files of its commits are here: none is still to be fetched."""
        ...

    def changed_lines(self, revision: str) -> Mapping[str, frozenset[int]]:
        """Return the lines of the files on the disk that differ from a revision, by path.

        Raises HistoryError.
        """
        ...

    def commits_of(self, paths: Sequence[str]) -> Sequence[str]:
        """Return the newest commits that changed one of the files, the newest first.

        There are none without Git, and no more than somebody has the patience to look at.
        """
        ...

    def authors(self, commits: Sequence[str]) -> Mapping[str, str]:
        """Return who made commits, by name; those that are not here are left out."""
        ...

    def snapshot(self, revision: str) -> EarlierSnapshot:
        """Return the project's files at a revision. Raises HistoryError."""
        ...
