"""A snapshot: the files of one state of a repository, whether a work tree or a Git revision."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from compiler.ports.file_state import FileState


@dataclass(frozen=True, slots=True)
class FileEntry:
    """One file of a snapshot; ``path`` is POSIX and relative to the project's folder."""

    path: str
    state: FileState = FileState.READABLE


class UnreadableError(Exception):
    """The bytes of a file of the snapshot cannot be had; ``str()`` is one sentence for people."""


class Snapshot(Protocol):
    """The files below a project's folder at one moment; reading is repeatable."""

    def entries(self) -> Sequence[FileEntry]:
        """Return every file of the project's own paths, sorted by path."""
        ...

    def read(self, path: str) -> bytes:
        """Return the bytes of a file (an LFS pointer resolved). Raises UnreadableError."""
        ...


class EarlierSnapshot(Snapshot, Protocol):
    """A snapshot that knows its files by hash, so that those of a later one need no reading."""

    def holds(self, path: str, data: bytes) -> bool:
        """Tell whether a file has these bytes; if so, they are what `read` returns."""
        ...
