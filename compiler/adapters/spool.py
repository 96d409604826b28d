"""Bytes laid aside until they are asked for: a little in memory, the rest in a nameless file."""

import os
import tempfile
import weakref
from collections.abc import Callable
from pathlib import Path
from threading import Lock

from compiler.base.failure import WorldError

_IN_MEMORY = 64 * 1024 * 1024
"""Bytes; what a small repository compiles to never touches a disk."""


class _File:
    """A temporary file without a name, closed when nobody can read it any more."""

    def __init__(self) -> None:
        self.descriptor, path = tempfile.mkstemp(prefix="clientarea-")
        weakref.finalize(self, os.close, self.descriptor)
        Path(path).unlink()


class Spool:
    """Takes bytes and returns what reads them again; nothing of it outlives the process."""

    def __init__(self, in_memory: int = _IN_MEMORY) -> None:
        self._left = in_memory
        self._file: _File | None = None
        self._end = 0
        self._lock = Lock()

    def keep(self, data: bytes) -> Callable[[], bytes]:
        """Lay bytes aside; what is returned may be called by any thread, and raise WorldError.

        Raises WorldError where the disk is full.
        """
        with self._lock:
            if len(data) <= self._left:
                self._left -= len(data)
                return lambda: data
            try:
                file = self._file = self._file or _File()
                return self._laid(file, data)
            except OSError as error:
                raise _failed(error) from error

    def _laid(self, file: _File, data: bytes) -> Callable[[], bytes]:
        start, size = self._end, len(data)
        rest = memoryview(data)
        while rest:
            rest = rest[os.pwrite(file.descriptor, rest, start + size - len(rest)) :]
        self._end += size
        return lambda: _read(file, start, size)


def _read(file: _File, start: int, size: int) -> bytes:
    parts: list[bytes] = []
    while size:
        try:
            part = os.pread(file.descriptor, size, start)
        except OSError as error:
            raise _failed(error) from error
        if not part:
            raise WorldError(f"a temporary file in {tempfile.gettempdir()} was cut off")
        parts.append(part)
        start, size = start + len(part), size - len(part)
    return b"".join(parts)


def _failed(error: OSError) -> WorldError:
    where = tempfile.gettempdir()
    return WorldError(f"what was compiled cannot be kept in {where}: {error.strerror}")
