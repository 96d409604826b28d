"""The files of code around a project: those that Git knows or would take, in its work tree."""

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

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
    listed = _walked(root) if top is None else _known(top)
    border = root if top is None else top.resolve()
    found = []
    for full in listed:
        path = PurePosixPath(os.path.relpath(full, root)).as_posix()
        fits = PurePosixPath(path).suffix in suffixes and any(p.fullmatch(path) for p in patterns)
        if fits and _is_ours(full, border):
            found.append(path)
    return sorted(found)


def _known(top: Path) -> Iterator[str]:
    listed = ("ls-files", "-z", "--cached", "--others", "--exclude-standard")
    names = demand(top, *listed).output.split(b"\0")
    for name in dict.fromkeys(names):
        if name:
            yield os.path.join(top.resolve(), os.fsdecode(name))  # noqa: PTH118 - by the thousand


def _walked(root: Path) -> Iterator[str]:
    for folder, folders, files in os.walk(root):
        folders[:] = [one for one in folders if one not in _SKIPPED]
        for name in files:
            yield os.path.join(folder, name)  # noqa: PTH118 - by the thousand


def _is_ours(full: str, border: Path) -> bool:
    path = Path(full)
    if path.is_symlink() or not path.is_file() or path.stat().st_size > _LARGEST:
        return False
    return Path(os.path.realpath(path)).is_relative_to(border)
