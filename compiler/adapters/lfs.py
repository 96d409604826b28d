"""Git LFS: what a pointer file says, and the object in the repository's own store. No network."""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from compiler.adapters.project_paths import LARGEST, too_large
from compiler.ports.file_state import FileState
from compiler.ports.snapshot import UnreadableError

_POINTER = re.compile(
    rb"version https://git-lfs\.github\.com/spec/v1\n(?:ext-[^\n]+\n)*"
    rb"oid sha256:(?P<oid>[0-9a-f]{64})\nsize (?P<size>[0-9]{1,18})\n?"
)
SHORTEST = 120
LONGEST = 1024
"""Bytes that a pointer file can have, so that no other file is opened to see."""

_MISSING = "is a Git LFS pointer whose object is not here; run `git lfs pull`"


@dataclass(frozen=True, slots=True)
class Pointer:
    """What a pointer file stands for."""

    oid: str
    size: int


def pointer_of(data: bytes) -> Pointer | None:
    """Return what ``data`` points to, None where it is no pointer."""
    if not SHORTEST <= len(data) <= LONGEST:
        return None
    match = _POINTER.fullmatch(data)
    return Pointer(match["oid"].decode(), int(match["size"])) if match else None


class LfsStore:
    """The objects below ``.git/lfs``; ``git_folder`` is None where there is no Git."""

    def __init__(self, git_folder: Path | None) -> None:
        self._objects = None if git_folder is None else git_folder / "lfs" / "objects"

    def has(self, pointer: Pointer) -> bool:
        """Tell whether the object is here in its whole length."""
        path = self._path(pointer)
        try:
            return path is not None and path.stat().st_size == pointer.size
        except OSError:
            return False

    def state(self, pointer: Pointer) -> FileState:
        """Return the state of a file that is a pointer."""
        if pointer.size > LARGEST:
            return FileState.TOO_LARGE
        return FileState.READABLE if self.has(pointer) else FileState.LFS_UNKNOWN

    def resolve(self, path: str, data: bytes) -> bytes:
        """Return what a file's bytes stand for: themselves, or the object that a pointer names.

        Raises UnreadableError.
        """
        pointer = pointer_of(data)
        if pointer is None:
            return data
        if pointer.size > LARGEST:
            raise UnreadableError(too_large(path, pointer.size))
        resolved = self.read(pointer)
        if resolved is None:
            raise UnreadableError(f"`{path}` {_MISSING}")
        return resolved

    def read(self, pointer: Pointer) -> bytes | None:
        """Return the object, None where it is not here or is not what its name says."""
        path = self._path(pointer)
        if path is None or not self.has(pointer):
            return None
        try:
            data = path.read_bytes()
        except OSError:
            return None
        return data if hashlib.sha256(data).hexdigest() == pointer.oid else None

    def _path(self, pointer: Pointer) -> Path | None:
        if self._objects is None:
            return None
        return self._objects / pointer.oid[:2] / pointer.oid[2:4] / pointer.oid
