"""The project's files at one commit, read from Git's object database; nothing is checked out."""

from collections.abc import Iterator, Sequence

from compiler.adapters.git_tree import LINK, SUBMODULE, Blob, GitTree
from compiler.adapters.lfs import LONGEST, MISSING, SHORTEST, LfsStore, pointer_of
from compiler.adapters.project_paths import (
    FILES,
    FOLDERS,
    LARGEST,
    MOST_LINKS,
    is_hidden,
    shown,
    too_large,
)
from compiler.ports.history import HistoryError
from compiler.ports.snapshot import FileEntry, FileState, UnreadableError

_Parts = tuple[str, ...]
_MOST_STEPS = 40


class _Folder(dict[str, "_Folder | Blob"]):
    """A folder of the tree, by name."""


class _NowhereError(Exception):
    """A symbolic link leads to nothing, in a circle, or out of the repository."""

    def __init__(self, state: FileState) -> None:
        super().__init__(state.value)
        self.state = state


class GitSnapshot:
    """A snapshot of a commit. ``prefix`` is the way from the repository's top to the project."""

    def __init__(self, tree: GitTree, prefix: _Parts, lfs: LfsStore) -> None:
        self._tree = tree
        self._prefix = prefix
        self._lfs = lfs
        self._files: dict[str, Blob] = {}
        self._root = self._grown()
        self._entries = tuple(sorted(self._listed(), key=lambda entry: entry.path))

    def entries(self) -> Sequence[FileEntry]:
        """Return every file of the project's own paths, sorted by path."""
        return self._entries

    def read(self, path: str) -> bytes:
        """Return the bytes of a file (an LFS pointer resolved). Raises UnreadableError."""
        blob = self._files.get(path)
        if blob is None:
            raise UnreadableError(f"`{path}` is not a file of this revision")
        if blob.size > LARGEST:
            raise UnreadableError(too_large(path, blob.size))
        try:
            data = self._tree.content(blob)
        except HistoryError as failure:
            raise UnreadableError(f"`{path}` cannot be read: {failure}") from failure
        if data is None:
            raise UnreadableError(f"`{path}` cannot be read: its object is not in this clone")
        pointer = pointer_of(data)
        if pointer is None:
            return data
        if pointer.size > LARGEST:
            raise UnreadableError(too_large(path, pointer.size))
        resolved = self._lfs.read(pointer)
        if resolved is None:
            raise UnreadableError(f"`{path}` {MISSING}")
        return resolved

    def _grown(self) -> _Folder:
        """Return the tree; only its part below the project where no link leads elsewhere."""
        own = ["/".join((*self._prefix, name)) for name in (*FILES, *FOLDERS)]
        blobs = self._tree.blobs(own)
        if any(blob.mode == LINK for blob in blobs.values()):
            everything = self._tree.blobs()
            self._tree.fetch(blob for blob in everything.values() if blob.mode == LINK)
            self._tree.fetch(blobs.values())
            blobs = everything
        else:
            self._tree.fetch(blobs.values())
        root = _Folder()
        for path, blob in blobs.items():
            *above, name = path.split("/")
            folder = root
            for part in above:
                inner = folder.setdefault(part, _Folder())
                if not isinstance(inner, _Folder):
                    break
                folder = inner
            folder[name] = blob
        return root

    def _listed(self) -> Iterator[FileEntry]:
        for name in (*FILES, *FOLDERS):
            parts = (*self._prefix, name)
            found = self._at(parts)
            if found is not None and (name in FOLDERS or not isinstance(found, _Folder)):
                yield from self._any(name, parts, found, (), 0)

    def _any(
        self,
        path: str,
        parts: _Parts,
        found: "_Folder | Blob",
        above: tuple[_Parts, ...],
        links: int,
    ) -> Iterator[FileEntry]:
        """List a file or folder; ``above`` are the folders it lies in, ``links`` those followed."""
        if isinstance(found, Blob) and found.mode == LINK:
            try:
                parts = self._resolved(parts)
            except _NowhereError as nowhere:
                yield FileEntry(shown(path), nowhere.state)
                return
            found = self._at(parts) or _Folder()
            links += isinstance(found, _Folder)
        if isinstance(found, Blob):
            if found.mode != SUBMODULE:
                yield self._file(path, found)
            return
        if parts in above or links > MOST_LINKS:
            yield FileEntry(shown(path), FileState.DANGLING)
            return
        for name, inner in found.items():
            if not is_hidden(name):
                way = (*above, parts)
                yield from self._any(f"{path}/{name}", (*parts, name), inner, way, links)

    def _file(self, path: str, blob: Blob) -> FileEntry:
        name = shown(path)
        self._files[name] = blob
        if SHORTEST <= blob.size <= LONGEST:
            pointer = pointer_of(self._tree.content(blob) or b"")
            if pointer is not None and not self._lfs.has(pointer):
                return FileEntry(name, FileState.LFS_UNKNOWN)
        return FileEntry(name)

    def _at(self, parts: _Parts) -> "_Folder | Blob | None":
        found: _Folder | Blob | None = self._root
        for part in parts:
            found = found.get(part) if isinstance(found, _Folder) else None
        return found

    def _resolved(self, parts: _Parts) -> _Parts:
        """Follow links from part to part, as the operating system would. Raises _NowhereError."""
        ahead = list(reversed(parts))
        way: list[str] = []
        steps = 0
        while ahead:
            part = ahead.pop()
            if part == "..":
                if not way:
                    raise _NowhereError(FileState.OUTSIDE)
                way.pop()
                continue
            if part in ("", "."):
                continue
            found = self._at((*way, part))
            if found is None:
                self._refuse_dangling(ahead, way)
            if not isinstance(found, Blob) or found.mode != LINK:
                way.append(part)
                continue
            steps += 1
            target = (self._tree.content(found) or b"").decode("utf-8", "surrogateescape")
            if target.startswith("/"):
                raise _NowhereError(FileState.OUTSIDE)
            if steps > _MOST_STEPS:
                raise _NowhereError(FileState.DANGLING)
            ahead += reversed(target.split("/"))
        return tuple(way)

    def _refuse_dangling(self, ahead: list[str], way: list[str]) -> None:
        """Say where a link to nothing points: out of the repository, or nowhere inside it."""
        depth = len(way) + 1
        for part in reversed(ahead):
            depth += -1 if part == ".." else part not in ("", ".")
            if depth < 0:
                raise _NowhereError(FileState.OUTSIDE)
        raise _NowhereError(FileState.DANGLING)
