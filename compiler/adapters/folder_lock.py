"""Locks between processes on one folder: `flock`, which the kernel lifts when its holder dies."""

import errno
import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from compiler.ports.store import StoreError

_PATIENCE = 60.0  # seconds; a lock is held for the time of one rename
_FIRST_PAUSE, _LONGEST_PAUSE = 0.001, 0.05


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold an exclusive lock on a file, made where it is missing.

    Raises OSError, and StoreError where locks do not work or the holder does not let go.
    """
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
    try:
        _acquire(handle, path)
        yield
    finally:
        os.close(handle)


def try_lock(handle: int, path: Path) -> bool:
    """Lock an open file if nobody else has; the lock lives as long as the handle.

    Raises StoreError where the file system has no locks.
    """
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError as error:
        if error.errno == errno.EINTR:
            return False
        raise StoreError(
            f"`{path.parent}` is on a file system without locks, which releases need; "
            "choose a folder on a local disk"
        ) from error
    return True


def _acquire(handle: int, path: Path) -> None:
    until, pause = time.monotonic() + _PATIENCE, _FIRST_PAUSE
    while not try_lock(handle, path):
        if time.monotonic() > until:
            raise StoreError(f"another process has held `{path}` for {_PATIENCE:.0f} seconds")
        time.sleep(pause)
        pause = min(pause * 2, _LONGEST_PAUSE)
