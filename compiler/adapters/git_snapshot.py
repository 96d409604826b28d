"""The project's files at one commit, read from Git's object database; nothing is checked out."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from compiler.adapters.git_tree import LINK, SUBMODULE, Blob, GitTree
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
from compiler.ports.file_state import FileState
from compiler.ports.history import HistoryError
from compiler.ports.snapshot import FileEntry, UnreadableError

_Parts = tuple[str, ...]
_MOST_STEPS = 40


class _Folder(dict[str, "_Folder | Blob"]):
    """A folder of the tree, by name."""


class _Step(NamedTuple):
    """A file or folder still to be listed: its path in the project, its way from the top.

    ``above`` are the folders it lies in, ``links`` counts the linked ones among them.
    """

    path: str
    parts: _Parts
    above: tuple[_Parts, ...]
    links: int


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
        self._fetched: set[str] = set()
        self._followed = 0
        self._root = self._grown()
        self._elsewhere = tuple(self._listed())
        self._entries: tuple[FileEntry, ...] | None = None

    def entries(self) -> Sequence[FileEntry]:
        """Return every file of the project's own paths, sorted by path."""
        if self._entries is None:
            self._tree.fetch(blob for blob in self._files.values() if _may_be_pointer(blob))
            files = (FileEntry(path, self._state(blob)) for path, blob in self._files.items())
            self._entries = tuple(sorted((*self._elsewhere, *files), key=lambda one: one.path))
        return self._entries

    def holds(self, path: str, data: bytes) -> bool:
        """Tell whether a file has these bytes; then they are not fetched from Git any more."""
        blob = self._files.get(path)
        same = blob is not None and blob.size == len(data) and self._tree.adopt(blob, data)
        return same and pointer_of(data) is None

    def read(self, path: str) -> bytes:
        """Return the bytes of a file (an LFS pointer resolved). Raises UnreadableError."""
        blob = self._files.get(path)
        if blob is None:
            raise UnreadableError(f"`{path}` is not a file of this revision")
        if blob.size > LARGEST:
            raise UnreadableError(too_large(path, blob.size))
        try:
            self._fetch_beside(path)
            data = self._tree.content(blob)
        except HistoryError as failure:
            raise UnreadableError(f"`{path}` cannot be read: {failure}") from failure
        if data is None:
            raise UnreadableError(f"`{path}` cannot be read: its object is not in this clone")
        return self._lfs.resolve(path, data)

    def _grown(self) -> _Folder:
        """Return the tree; only its part below the project where no link leads elsewhere."""
        own = ["/".join((*self._prefix, name)) for name in (*FILES, *FOLDERS)]
        blobs = self._tree.blobs(own)
        if any(blob.mode == LINK for blob in blobs.values()):
            everything = self._tree.blobs()
            self._tree.fetch(blob for blob in everything.values() if blob.mode == LINK)
            blobs = everything
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

    def _fetch_beside(self, path: str) -> None:
        """Fetch all files of the kind of one that is asked for: the others will be, too."""
        suffix = _suffix(path)
        if suffix not in self._fetched:
            self._fetched.add(suffix)
            self._tree.fetch(blob for one, blob in self._files.items() if _suffix(one) == suffix)

    def _listed(self) -> Iterator[FileEntry]:
        """Find all files; yield those that lead nowhere."""
        ahead = [
            _Step(name, (*self._prefix, name), (self._prefix,), 0)
            for name in reversed((*FILES, *FOLDERS))
            if self._at((*self._prefix, name)) is not None
        ]
        while ahead:
            step = ahead.pop()
            try:
                parts, found = self._followed_to(step)
            except _NowhereError as nowhere:
                yield FileEntry(shown(step.path), nowhere.state)
                continue
            if isinstance(found, _Folder):
                if step.path not in FILES and not self._enter(step, parts, found, ahead):
                    yield FileEntry(shown(step.path), FileState.DANGLING)
            elif found.mode != SUBMODULE:
                self._files[shown(step.path)] = found

    def _followed_to(self, step: _Step) -> tuple[_Parts, _Folder | Blob]:
        """Return what a path leads to, links followed. Raises _NowhereError."""
        found = self._at(step.parts)
        if isinstance(found, Blob) and found.mode == LINK:
            parts = self._resolved(step.parts)
            return parts, self._at(parts) or _Folder()
        return step.parts, found or _Folder()

    def _enter(self, step: _Step, parts: _Parts, folder: _Folder, ahead: list[_Step]) -> bool:
        """Put what a folder has on the way ahead; tell whether it may be entered."""
        links = step.links
        if parts != step.parts:
            links += 1
            self._followed += 1
        if parts in step.above or links > MOST_LINKS or self._followed > MOST_FOLLOWED:
            return False
        above = (*step.above, parts)
        ahead += [
            _Step(f"{step.path}/{name}", (*parts, name), above, links)
            for name in sorted(folder, reverse=True)
            if not is_hidden(name)
        ]
        return True

    def _state(self, blob: Blob) -> FileState:
        if blob.size > LARGEST:
            return FileState.TOO_LARGE
        if not _may_be_pointer(blob):
            return FileState.READABLE
        pointer = pointer_of(self._tree.content(blob) or b"")
        return FileState.READABLE if pointer is None else self._lfs.state(pointer)

    def _at(self, parts: _Parts) -> _Folder | Blob | None:
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


def _suffix(path: str) -> str:
    return path.rpartition(".")[2]


def _may_be_pointer(blob: Blob) -> bool:
    return SHORTEST <= blob.size <= LONGEST
