"""The files of a project with the changes of a draft, to be checked before they are written."""

from collections.abc import Sequence

from compiler.edit.draft import Draft
from compiler.ports.snapshot import FileEntry, Snapshot, UnreadableError


class DraftedSnapshot:
    """A snapshot in which a draft's files are what they are meant to be at this moment."""

    def __init__(self, base: Snapshot, draft: Draft) -> None:
        changes = draft.changes
        self._base = base
        self._changes = changes
        gone = {path for path, data in changes.items() if data is None}
        kept = {one.path: one for one in base.entries() if one.path not in gone}
        # Of files that were there, those that are no part of the project stay none: code.
        before = draft.before
        made = {path for path, data in changes.items() if data is not None and before[path] is None}
        new = {path: FileEntry(path) for path in made}
        both = {**new, **kept}
        self._entries = tuple(both[path] for path in sorted(both))

    def entries(self) -> Sequence[FileEntry]:
        """Return every file, sorted by path."""
        return self._entries

    def read(self, path: str) -> bytes:
        """Return the bytes of a file. Raises UnreadableError."""
        if path not in self._changes:
            return self._base.read(path)
        data = self._changes[path]
        if data is None:
            raise UnreadableError(f"`{path}` is to be removed")
        return data
