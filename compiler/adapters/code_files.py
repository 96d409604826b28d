"""The files of code around a project: those that Git knows or would take, in its work tree."""

import os
import posixpath
import re
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from compiler.adapters.git_process import demand

_LARGEST = 4 * 1024 * 1024  # bytes; what is larger is made by a program
_SKIPPED = frozenset({"node_modules", ".git", "build", "dist"})


def code_files(
    project: Path, top: Path | None, patterns: Sequence[re.Pattern[str]], suffixes: frozenset[str]
) -> list[str]:
    """Return the paths that match, relative to the project, sorted.

    Without a Git work tree (``top``) those below the project. Links are left out, and so is what
    Git ignores. Raises HistoryError where Git cannot be asked.
    """
    root = project.resolve()
    border = root if top is None else top.resolve()
    way = os.path.relpath(border, root)
    listed = _walked(root) if top is None else _known(border)
    inside = _Inside(border)
    found = []
    for name in listed:
        path = posixpath.normpath(posixpath.join(way, name))
        fits = posixpath.splitext(path)[1] in suffixes and any(p.fullmatch(path) for p in patterns)
        if fits and inside.has(name):
            found.append(path)
    return sorted(found)


def _known(top: Path) -> Iterator[str]:
    """Yield the files that Git knows or would take, by their way from the top."""
    listed = ("ls-files", "-z", "--cached", "--others", "--exclude-standard")
    names = demand(top, *listed).output.split(b"\0")
    for name in dict.fromkeys(names):
        if name:
            yield os.fsdecode(name)


def _walked(root: Path) -> Iterator[str]:
    """Yield the files below a folder, by their way from it."""
    for folder, folders, files in os.walk(root):
        folders[:] = [one for one in folders if one not in _SKIPPED]
        for name in files:
            yield os.path.relpath(os.path.join(folder, name), root)  # noqa: PTH118 - by the thousand


class _Inside:
    """Files of their own below a folder: no links, and none behind a link that leads out."""

    def __init__(self, border: Path) -> None:
        self._border = border
        self._folders: dict[str, bool] = {}

    def has(self, name: str) -> bool:
        """Tell whether there is such a file, and it is not too large."""
        full = f"{self._border}/{name}"
        try:
            status = os.lstat(full)
        except OSError:
            return False
        if not stat.S_ISREG(status.st_mode) or status.st_size > _LARGEST:
            return False
        folder = posixpath.dirname(full)
        if folder not in self._folders:
            self._folders[folder] = Path(os.path.realpath(folder)).is_relative_to(self._border)
        return self._folders[folder]
