"""A snapshot whose files are written down in the test."""

from collections.abc import Mapping, Sequence

from compiler.ports.file_state import FileState
from compiler.ports.snapshot import FileEntry, UnreadableError


class MemorySnapshot:
    """Files by path; text is UTF-8. ``states`` makes some of them unreadable.

    ``reads`` counts how often each file was asked for.
    """

    def __init__(
        self,
        files: Mapping[str, str | bytes] | None = None,
        *,
        states: Mapping[str, FileState] | None = None,
    ) -> None:
        self._files = {
            path: text.encode() if isinstance(text, str) else text
            for path, text in (files or {}).items()
        }
        self._states = dict(states or {})
        self.reads: dict[str, int] = {}

    def entries(self) -> Sequence[FileEntry]:
        """Return all files, sorted by path."""
        paths = sorted({*self._files, *self._states})
        return [FileEntry(path, self._states.get(path, FileState.READABLE)) for path in paths]

    def read(self, path: str) -> bytes:
        """Return the bytes of a file. Raises UnreadableError."""
        self.reads[path] = self.reads.get(path, 0) + 1
        state = self._states.get(path, FileState.READABLE)
        if state is not FileState.READABLE:
            raise UnreadableError(f"`{path}` is {state}")
        if path not in self._files:
            raise UnreadableError(f"there is no file `{path}`")
        return self._files[path]

    def holds(self, path: str, data: bytes) -> bool:
        """Tell whether a file has these bytes."""
        return path not in self._states and self._files.get(path) == data

    def with_files(self, files: Mapping[str, str | bytes]) -> "MemorySnapshot":
        """Return a copy in which these files are added or replaced."""
        return MemorySnapshot({**self._files, **files}, states=self._states)

    def without(self, *paths: str) -> "MemorySnapshot":
        """Return a copy without these files."""
        kept = {path: data for path, data in self._files.items() if path not in paths}
        return MemorySnapshot(kept, states=self._states)
