"""Whether the files that are read are those of a commit, whatever `git status` says of them.

It says nothing of files that are ignored, assumed to be unchanged, left out by a sparse checkout,
or in a submodule; all of these are read, or missed, when content is compiled.
"""

from collections.abc import Iterable

from compiler.commands.opening import Project
from compiler.ports.snapshot import EarlierSnapshot, FileEntry, Snapshot, UnreadableError
from compiler.wiring import history

_ASIDE = "schemas/"
"""Nothing of what is compiled comes from there."""


def is_of_commit(project: Project, commit: str) -> bool:
    """Tell whether a project's files are those of a commit. Raises HistoryError."""
    committed = history(project.root).snapshot(commit)
    here, there = (_paths(one.entries()) for one in (project.snapshot, committed))
    return here == there and all(_is_same(path, project.snapshot, committed) for path in here)


def _paths(entries: Iterable[FileEntry]) -> set[str]:
    return {entry.path for entry in entries if not entry.path.startswith(_ASIDE)}


def _is_same(path: str, here: Snapshot, there: EarlierSnapshot) -> bool:
    data = _bytes(path, here)
    if data is not None and there.holds(path, data):
        return True
    committed = _bytes(path, there)  # Git may write other ends of lines to the disk
    return (None if data is None else _plain(data)) == (
        None if committed is None else _plain(committed)
    )


def _bytes(path: str, snapshot: Snapshot) -> bytes | None:
    try:
        return snapshot.read(path)
    except UnreadableError:
        return None


def _plain(data: bytes) -> bytes:
    return data.replace(b"\r\n", b"\n")
