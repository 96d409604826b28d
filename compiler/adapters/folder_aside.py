"""Where a folder store writes before a file gets its name: one folder a writer, below `.tmp`.

A writer holds a lock in its folder for as long as it lives, so that the next one knows whose
folders were left by the dead and may go.
"""

import errno
import os
import shutil
import tempfile
import weakref
from collections.abc import Callable
from itertools import count
from pathlib import Path

from compiler.adapters.folder_lock import locked, try_lock
from compiler.ports.store import StoreError

ASIDE = ".tmp"
LOCK = ".lock"
_ALIVE = "alive"
_NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK}

Write = Callable[[int, bytes | memoryview], int]
"""Writes some of the bytes to an open file and says how many: ``os.write``."""


class Aside:
    """A writer's own folder below ``<root>/.tmp``. Making one raises OSError or StoreError."""

    def __init__(self, root: Path, write: Write) -> None:
        self._write = write
        self._numbers = count()
        root.mkdir(parents=True, exist_ok=True)
        with locked(root / LOCK):
            top = root / ASIDE
            top.mkdir(exist_ok=True)
            _sweep(top)
            self._folder = Path(tempfile.mkdtemp(dir=top))
            alive = self._folder / _ALIVE
            handle = os.open(alive, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
            self._end = weakref.finalize(self, _remove, self._folder, handle)
            try_lock(handle, alive)
        self._try_link(alive, root)

    def file(self, data: bytes) -> Path:
        """Write bytes to a new file, down to the disk; nothing stays where that fails."""
        path = self._folder / str(next(self._numbers))
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o666)
        try:
            try:
                rest = memoryview(data)
                while rest:
                    rest = rest[self._write(handle, rest) :]
                os.fsync(handle)
            finally:
                os.close(handle)
        except BaseException:
            path.unlink(missing_ok=True)
            raise
        return path

    def _try_link(self, alive: Path, root: Path) -> None:
        probe = self._folder / "link"
        try:
            os.link(alive, probe)
        except OSError as error:
            self._end()
            if error.errno in _NO_LINKS:
                raise StoreError(
                    f"`{root}` is on a file system without hard links, which releases need; "
                    "choose a folder on a local disk"
                ) from error
            raise
        probe.unlink()


def _sweep(top: Path) -> None:
    """Remove what dead writers left. Called under the store's lock, so nobody is just arriving."""
    for folder in top.iterdir():
        if _is_left(folder / _ALIVE):
            shutil.rmtree(folder, ignore_errors=True)


def _is_left(alive: Path) -> bool:
    try:
        handle = os.open(alive, os.O_RDWR | os.O_CLOEXEC)
    except FileNotFoundError:
        return True
    except OSError:
        return False  # another user's: not ours to judge
    try:
        return try_lock(handle, alive)
    finally:
        os.close(handle)


def _remove(folder: Path, handle: int) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    os.close(handle)
