"""The files of code around a project: those that Git knows or would take, in its work tree."""

import os
import posixpath
import re
import stat
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from compiler.adapters.git_process import demand

_LARGEST = 4 * 1024 * 1024  # bytes; what is larger is made by a program
_TOO_LARGE = "larger than 4 MB"
_LINK = "a link, and links are not followed"
_SKIPPED = frozenset({"node_modules", ".git", "build", "dist"})


class CodePaths(NamedTuple):
    """The files of code that patterns match, by path seen from the project, sorted.

    ``unread`` are those that are not for reading, each with a clause that says why.
    """

    paths: list[str]
    unread: tuple[tuple[str, str], ...] = ()

    def not_read(self, read: Collection[str]) -> tuple[tuple[str, str], ...]:
        """Return what is not for reading, and what is not among those that were ``read``."""
        closed = ((path, "it cannot be opened") for path in self.paths if path not in read)
        return (*self.unread, *closed)


def code_files(
    project: Path, top: Path | None, patterns: Sequence[re.Pattern[str]], suffixes: frozenset[str]
) -> CodePaths:
    """Return the files that match. Raises HistoryError where Git cannot be asked.

    Without a Git work tree (``top``) those below the project. What Git ignores is left out, and so
    is a link to what is found by itself.
    """
    root = project.resolve()
    border = root if top is None else top.resolve()
    way = os.path.relpath(border, root)
    listed = _walked(root) if top is None else _known(border)
    inside = _Inside(border)
    found: dict[str, str] = {}
    doubtful: list[tuple[str, str]] = []
    for name in listed:
        path = posixpath.normpath(posixpath.join(way, name))
        suffix = posixpath.splitext(path)[1]
        if suffix in suffixes and any(p.fullmatch(path) for p in patterns):
            why = inside.hindrance(name)
            if why is None:
                found[f"{border}/{name}"] = path
            elif why:
                doubtful.append((path, why))
        elif not suffix and inside.is_linked_folder(name):
            within = (f"{path}/x{one}" for one in suffixes)
            if any(p.fullmatch(one) for one in within for p in patterns):
                doubtful.append((path, _LINK))
    return CodePaths(
        sorted(found.values()), tuple(sorted(_not_found(root, border, doubtful, found)))
    )


def _not_found(
    root: Path, border: Path, doubtful: Sequence[tuple[str, str]], found: Iterable[str]
) -> Iterator[tuple[str, str]]:
    """Yield those but for links to what is found by itself: a file, or a folder of such."""
    there: set[str] = set()
    for path, why in doubtful:
        if why == _LINK:
            there = there or {
                one for file in found for one in (file, *_folders_of(file, str(border)))
            }
            if os.path.realpath(root / path) in there:
                continue
        yield path, why


def _folders_of(file: str, border: str) -> Iterator[str]:
    while file != border:
        file = posixpath.dirname(file)
        yield file


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
        links = [one for one in folders if os.path.islink(f"{folder}/{one}")]  # noqa: PTH114
        for name in (*files, *links):
            yield os.path.relpath(os.path.join(folder, name), root)  # noqa: PTH118 - by the thousand


class _Inside:
    """Files of their own below a folder: no links, and none behind a link that leads out."""

    def __init__(self, border: Path) -> None:
        self._border = border
        self._folders: dict[str, bool] = {}

    def hindrance(self, name: str) -> str | None:
        """Return why a file is not for reading; nothing where there is none, None where it is."""
        full = f"{self._border}/{name}"
        try:
            status = os.lstat(full)
        except OSError:
            return ""
        if stat.S_ISLNK(status.st_mode):
            return _LINK
        if not stat.S_ISREG(status.st_mode):
            return "no file that could be read"
        folder = posixpath.dirname(full)
        if folder not in self._folders:
            self._folders[folder] = Path(os.path.realpath(folder)).is_relative_to(self._border)
        if not self._folders[folder]:
            return _LINK
        return _TOO_LARGE if status.st_size > _LARGEST else None

    def is_linked_folder(self, name: str) -> bool:
        """Tell whether a name is a link to a folder."""
        full = f"{self._border}/{name}"
        return os.path.islink(full) and os.path.isdir(full)  # noqa: PTH112, PTH114 - by the thousand
