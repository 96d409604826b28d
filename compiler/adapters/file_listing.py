"""Lists the files of a project on the disk, links to folders followed; none is opened."""

# Names are strings here: a Path for each file would cost more than listing them.
# ruff: noqa: PTH112, PTH114, PTH118, PTH206

import os
import stat
from collections.abc import Sequence
from operator import itemgetter
from typing import NamedTuple

from compiler.adapters.project_paths import (
    FILES,
    FOLDERS,
    MOST_FOLLOWED,
    MOST_LINKS,
    is_hidden,
    shown,
)
from compiler.ports.file_state import FileState


class Listed(NamedTuple):
    """A file as it was listed: its path in the project and on the disk.

    ``status`` is that of a plain file; of anything else (a link, a socket) it is None, and only
    ``state`` tells what it is, once somebody has looked.
    """

    path: str
    full: str
    status: os.stat_result | None = None
    state: FileState | None = None


class _Step(NamedTuple):
    """A folder, or what may be one, still to be listed: its path in the project and on the disk.

    ``above`` are the real folders it lies in, ``links`` counts the linked ones among them. ``real``
    is where a folder that is no link really is.
    """

    path: str
    full: str
    above: tuple[str, ...]
    links: int
    real: str | None = None


class Border(NamedTuple):
    """The folder that links may not leave, by its real path."""

    folder: str

    def holds(self, real: str) -> bool:
        """Tell whether a real path lies in it, and not among what Git keeps there."""
        if not is_inside(real, self.folder):
            return False
        return ".git" not in real[len(self.folder) :].split(os.sep)


class Lister:
    """Lists the files of the project at ``root`` once.

    ``names`` takes the paths of files that cannot be written as UTF-8, by how they are shown.
    """

    def __init__(self, root: str, border: Border, names: dict[str, str]) -> None:
        self._root = root
        self._border = border
        self._names = names
        self._followed = 0

    def files(self) -> Sequence[Listed]:
        """Return every file of the project's own paths, sorted by path."""
        return sorted(self._walk(), key=itemgetter(0))

    def _walk(self) -> list[Listed]:
        found = []
        for name in FILES:
            full = os.path.join(self._root, name)
            if os.path.lexists(full):
                status = os.lstat(full)
                found.append(Listed(name, full, status if stat.S_ISREG(status.st_mode) else None))
        ahead = [
            _Step(name, os.path.join(self._root, name), (self._root,), 0)
            for name in reversed(FOLDERS)
        ]
        while ahead:
            step = ahead.pop()
            if step.real is not None or os.path.isdir(step.full):
                found += self._enter(step, ahead)
            elif os.path.lexists(step.full):
                found.append(self._listed(step))
        return found

    def _enter(self, step: _Step, ahead: list[_Step]) -> list[Listed]:
        """Return the files of a folder, and put its folders on the way ahead.

        Where it cannot be entered, it is itself what is listed.
        """
        real, links = step.real, step.links
        if real is None:
            real = os.path.realpath(step.full)
            if not self._border.holds(real):
                return [self._listed(step, FileState.OUTSIDE)]
            if os.path.islink(step.full):
                links += 1
                self._followed += 1
        if real in step.above or links > MOST_LINKS or self._followed > MOST_FOLLOWED:
            return [self._listed(step, FileState.DANGLING)]
        try:
            inside = list(os.scandir(step.full))
        except OSError:  # reading it says why it cannot be opened
            return [self._listed(step, FileState.READABLE)]
        above, folders, files = (*step.above, real), [], []
        begin = f"{step.path}/"
        for one in inside:
            name = one.name
            if is_hidden(name):
                continue
            path = begin + name
            if one.is_file(follow_symlinks=False):
                path = path if path.isascii() else self._named(path)
                try:
                    status = one.stat(follow_symlinks=False)
                except OSError:  # it has just gone
                    status = None
                files.append(Listed(path, one.path, status))
            else:
                is_folder = one.is_dir(follow_symlinks=False)
                inner = os.path.join(real, name) if is_folder else None
                folders.append(_Step(path, one.path, above, links, inner))
        ahead += sorted(folders, reverse=True)
        return files

    def _listed(self, step: _Step, state: FileState | None = None) -> Listed:
        return Listed(self._named(step.path), step.full, state=state)

    def _named(self, path: str) -> str:
        name = shown(path)
        if name != path:
            self._names[name] = path
        return name


def is_inside(path: str, folder: str) -> bool:
    """Tell whether a path is that of a folder, or of something in it."""
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)
