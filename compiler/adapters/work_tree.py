"""The project's files on the disk. Symbolic links are followed inside the Git work tree."""

# Names are strings here: a Path for each file would cost more than listing them.
# ruff: noqa: PTH114, PTH116, PTH118, PTH123

import os
import stat
from collections.abc import Sequence
from pathlib import Path

from compiler.adapters.file_listing import Border, Listed, Lister, is_inside
from compiler.adapters.git_folder import git_folder_of
from compiler.adapters.lfs import LONGEST, SHORTEST, LfsStore, pointer_of
from compiler.adapters.project_paths import (
    LARGEST,
    too_large,
)
from compiler.ports.file_state import FileState
from compiler.ports.snapshot import FileEntry, UnreadableError

_Signature = tuple[int, int, int]


class WorkTree:
    """A snapshot of a folder. ``top`` is the Git work tree's, None where there is no Git.

    The list of files is taken once; a file that changes after it was read first cannot be read
    again, so that one run never sees two states of it.
    """

    def __init__(self, project: Path, top: Path | None) -> None:
        self._root = os.path.realpath(project)
        border = Border(os.path.realpath(top if top is not None else project))
        inside = is_inside(self._root, border.folder)
        self._border = border if inside else Border(self._root)
        self._lfs = LfsStore(None if top is None else git_folder_of(top))
        self._listing: tuple[Listed, ...] | None = None
        self._entries: tuple[FileEntry, ...] | None = None
        self._states: dict[str, FileState] = {}
        self._pointers: set[str] = set()
        self._real_folders: dict[str, str] = {}
        self._names: dict[str, str] = {}
        self._signatures: dict[str, _Signature] = {}

    def listing(self) -> Sequence[Listed]:
        """Return every file of the project's own paths, sorted by path; none is opened."""
        if self._listing is None:
            self._listing = tuple(Lister(self._root, self._border, self._names).files())
        return self._listing

    def entries(self) -> Sequence[FileEntry]:
        """Return every file of the project's own paths, sorted by path."""
        if self._entries is None:
            self._entries = tuple(FileEntry(one.path, self.state(one)) for one in self.listing())
        return self._entries

    def read(self, path: str) -> bytes:
        """Return the bytes of a file (an LFS pointer resolved). Raises UnreadableError."""
        try:
            real = self._real(os.path.join(self._root, self._names.get(path, path)))
            if not self._border.holds(real):
                raise UnreadableError(f"`{path}` leads out of the Git work tree")
            data = self._bytes(path, real)
        except (OSError, ValueError) as failure:
            raise UnreadableError(f"`{path}` cannot be read: {_reason(failure)}") from failure
        return self._lfs.resolve(path, data)

    def _real(self, full: str) -> str:
        """Return where a file really is; links among its folders are resolved once for all."""
        folder, name = os.path.split(full)
        real = self._real_folders.get(folder)
        if real is None:
            real = self._real_folders[folder] = os.path.realpath(folder)
        there = os.path.join(real, name)
        is_plain = name not in ("", os.curdir, os.pardir) and not os.path.islink(there)
        return there if is_plain else os.path.realpath(there)

    def _bytes(self, path: str, real: str) -> bytes:
        status = os.stat(real)
        if not stat.S_ISREG(status.st_mode):
            is_folder = stat.S_ISDIR(status.st_mode)
            what = "a folder that cannot be opened" if is_folder else "no file that could be read"
            raise UnreadableError(f"`{path}` is {what}")
        if status.st_size > LARGEST:
            raise UnreadableError(too_large(path, status.st_size))
        with open(real, "rb") as stream:
            data = stream.read(LARGEST + 1)
            status = os.fstat(stream.fileno())
        signature = (status.st_mtime_ns, status.st_size, status.st_ino)
        if self._signatures.setdefault(path, signature) != signature or len(data) > LARGEST:
            raise UnreadableError(f"`{path}` has changed in the meantime; run the command again")
        return data

    def state(self, listed: Listed) -> FileState:
        """Return whether the bytes of a file can be had."""
        if listed.path not in self._states:
            self._states[listed.path] = self._state(listed)
        return self._states[listed.path]

    def is_settled(self, listed: Listed) -> bool:
        """Tell whether what a file is depends on nothing but its own status."""
        self.state(listed)
        return listed.status is not None and listed.path not in self._pointers

    def _state(self, listed: Listed) -> FileState:
        status, full = listed.status, listed.full
        if listed.state is not None:
            return listed.state
        if status is None:
            try:
                real = os.path.realpath(full) if os.path.islink(full) else full
                status = os.stat(full)
            except (OSError, ValueError):
                real = os.path.realpath(full)
                return FileState.DANGLING if self._border.holds(real) else FileState.OUTSIDE
            if real is not full and not self._border.holds(real):
                return FileState.OUTSIDE
            if not stat.S_ISREG(status.st_mode):
                return FileState.SPECIAL
        if status.st_size > LARGEST:
            return FileState.TOO_LARGE
        return self._behind(listed) if SHORTEST <= status.st_size <= LONGEST else FileState.READABLE

    def _behind(self, listed: Listed) -> FileState:
        """Return the state of a file that may be a pointer of Git LFS."""
        try:
            with open(listed.full, "rb") as stream:
                pointer = pointer_of(stream.read(LONGEST + 1))
        except OSError:
            return FileState.READABLE
        if pointer is None:
            return FileState.READABLE
        self._pointers.add(listed.path)
        return self._lfs.state(pointer)


def _reason(failure: OSError | ValueError) -> str:
    return str(getattr(failure, "strerror", None) or failure).lower()
