"""The project's files on the disk. Symbolic links are followed inside the Git work tree."""

# Names are strings here: a Path for each file would cost more than listing them.
# ruff: noqa: PTH112, PTH114, PTH116, PTH118, PTH123, PTH206, PTH208

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from compiler.adapters.git_folder import git_folder_of
from compiler.adapters.lfs import LONGEST, SHORTEST, LfsStore, pointer_of
from compiler.adapters.project_paths import (
    FILES,
    FOLDERS,
    LARGEST,
    MOST_FOLLOWED,
    MOST_LINKS,
    is_hidden,
    shown,
    too_large,
)
from compiler.ports.snapshot import FileEntry, FileState, UnreadableError

_Signature = tuple[int, int, int]


class _Step(NamedTuple):
    """A file or folder still to be listed: its path in the project and on the disk.

    ``above`` are the real folders it lies in, ``links`` counts the linked ones among them.
    """

    path: str
    full: str
    above: tuple[str, ...]
    links: int


class WorkTree:
    """A snapshot of a folder. ``top`` is the Git work tree's, None where there is no Git.

    The list of files is taken once; a file that changes after it was read first cannot be read
    again, so that one run never sees two states of it.
    """

    def __init__(self, project: Path, top: Path | None) -> None:
        self._root = os.path.realpath(project)
        self._border = os.path.realpath(top if top is not None else project)
        if not _is_inside(self._root, self._border):
            self._border = self._root
        self._lfs = LfsStore(None if top is None else git_folder_of(top))
        self._entries: tuple[FileEntry, ...] | None = None
        self._followed = 0
        self._names: dict[str, str] = {}
        self._signatures: dict[str, _Signature] = {}

    def entries(self) -> Sequence[FileEntry]:
        """Return every file of the project's own paths, sorted by path."""
        if self._entries is None:
            found = [*self._files(), *self._folders()]
            self._entries = tuple(sorted(found, key=lambda entry: entry.path))
        return self._entries

    def read(self, path: str) -> bytes:
        """Return the bytes of a file (an LFS pointer resolved). Raises UnreadableError."""
        try:
            real = os.path.realpath(os.path.join(self._root, self._names.get(path, path)))
            if not self._is_ours(real):
                raise UnreadableError(f"`{path}` leads out of the Git work tree")
            data = self._bytes(path, real)
        except (OSError, ValueError) as failure:
            raise UnreadableError(f"`{path}` cannot be read: {_reason(failure)}") from failure
        return self._lfs.resolve(path, data)

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

    def _files(self) -> Iterator[FileEntry]:
        for name in FILES:
            full = os.path.join(self._root, name)
            if os.path.lexists(full):
                yield self._entry(name, full)

    def _folders(self) -> Iterator[FileEntry]:
        ahead = [
            _Step(name, os.path.join(self._root, name), (self._root,), 0)
            for name in reversed(FOLDERS)
        ]
        while ahead:
            step = ahead.pop()
            if os.path.isdir(step.full):
                state = self._enter(step, ahead)
                if state is not None:
                    yield self._named(step.path, state)
            elif os.path.lexists(step.full):
                yield self._entry(step.path, step.full)

    def _enter(self, step: _Step, ahead: list[_Step]) -> FileState | None:
        """Put what a folder has on the way ahead; return a state where it cannot be entered."""
        real = os.path.realpath(step.full)
        if not self._is_ours(real):
            return FileState.OUTSIDE
        links = step.links
        if os.path.islink(step.full):
            links += 1
            self._followed += 1
        if real in step.above or links > MOST_LINKS or self._followed > MOST_FOLLOWED:
            return FileState.DANGLING
        try:
            names = sorted(os.listdir(step.full), reverse=True)
        except OSError:
            return FileState.READABLE  # reading it says why it cannot be opened
        ahead += [
            _Step(f"{step.path}/{name}", os.path.join(step.full, name), (*step.above, real), links)
            for name in names
            if not is_hidden(name)
        ]
        return None

    def _entry(self, path: str, full: str) -> FileEntry:
        return self._named(path, self._state(full))

    def _named(self, path: str, state: FileState) -> FileEntry:
        name = shown(path)
        if name != path:
            self._names[name] = path
        return FileEntry(name, state)

    def _state(self, full: str) -> FileState:
        try:
            real = os.path.realpath(full) if os.path.islink(full) else full
            status = os.stat(full)
        except (OSError, ValueError):
            real = os.path.realpath(full)
            return FileState.DANGLING if self._is_ours(real) else FileState.OUTSIDE
        if real is not full and not self._is_ours(real):
            return FileState.OUTSIDE
        if not stat.S_ISREG(status.st_mode):
            return FileState.SPECIAL
        if SHORTEST <= status.st_size <= LONGEST and self._lacks_object(full):
            return FileState.LFS_UNKNOWN
        return FileState.READABLE

    def _lacks_object(self, full: str) -> bool:
        try:
            with open(full, "rb") as stream:
                pointer = pointer_of(stream.read(LONGEST + 1))
        except OSError:
            return False
        return pointer is not None and not self._lfs.has(pointer)

    def _is_ours(self, real: str) -> bool:
        if not _is_inside(real, self._border):
            return False
        return ".git" not in real[len(self._border) :].split(os.sep)


def _is_inside(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


def _reason(failure: OSError | ValueError) -> str:
    return str(getattr(failure, "strerror", None) or failure).lower()
