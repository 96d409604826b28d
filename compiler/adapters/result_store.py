"""Results kept by name in a folder: whole or not at all, believed only with their seal.

The folder is `build/.cache/renditions` of a project, sealed by the key of its user (`own_key`), or
one that several clones share, named by whoever runs this in ``CLIENTAREA_CACHE``: that one is
believed as it is, and its seals only tell whether files are whole. Several runs may use one at
once.
"""

import os
import time
from contextlib import suppress
from pathlib import Path

from compiler.adapters.own_key import SEAL, read_plain, seal

LARGEST = 2_000_000_000
"""Bytes that are kept in all; beyond, what was not used for the longest time goes."""

_LEFT = 0.8
"""The share of `LARGEST` that is left when something has to go."""

_HOUR, _DAY = 3600, 86_400


class ResultStore:
    """Keeps bytes by name (hex digits); what cannot be kept is not."""

    def __init__(self, folder: Path, key: bytes, largest: int = LARGEST) -> None:
        self._folder = folder
        self._key = key
        self._largest = largest
        self._written = False

    def get(self, name: str) -> bytes | None:
        """Return what is kept under a name, None where there is nothing that can be believed."""
        path = self._folder / name
        try:
            kept, state = read_plain(path, self._largest) or (b"", None)
        except OSError:
            return None
        data = kept[SEAL:]
        if state is None or kept[:SEAL] != seal(self._key, name, data):
            return None
        if time.time() - state.st_mtime > _DAY:
            with suppress(OSError):  # it was used: it stays
                os.utime(path)
        return data

    def put(self, name: str, data: bytes) -> bool:
        """Keep bytes under a name; tell whether that was possible."""
        aside = self._folder / f"{name}.{os.urandom(6).hex()}"
        try:
            handle = os.open(
                aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o666
            )
        except OSError:
            return False
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(seal(self._key, name, data) + data)
            aside.replace(self._folder / name)
        except OSError:
            with suppress(OSError):
                aside.unlink()
            return False
        self._written = True
        return True

    def tidy(self) -> None:
        """Remove what was not used for the longest time, if more is kept than may be."""
        if not self._written:
            return
        self._written = False
        with suppress(OSError):
            found = []
            with os.scandir(self._folder) as entries:
                for entry in entries:
                    with suppress(OSError):
                        state = entry.stat(follow_symlinks=False)
                        if "." in entry.name and time.time() - state.st_mtime < _HOUR:
                            continue  # somebody is writing it
                        found.append((state.st_mtime, state.st_size, entry.path))
            total = sum(size for _, size, _ in found)
            if total > self._largest:
                _remove_oldest(sorted(found), total - int(self._largest * _LEFT))


def _remove_oldest(found: list[tuple[float, int, str]], excess: int) -> None:
    for _, size, path in found:
        if excess <= 0:
            return
        with suppress(OSError):
            Path(path).unlink()
            excess -= size
