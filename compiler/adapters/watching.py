"""Waits until a file of a project is another one, by looking at the status of each now and then."""

import time
from collections.abc import Callable
from pathlib import Path

from compiler.adapters.work_tree import WorkTree

_PAUSE = 0.1
_SHARE = 10
"""A look takes at most a tenth of the time: the pause is so many times as long as the look."""

_Status = tuple[str, int, int, int]


def wait_for_change(tree: Callable[[Path], WorkTree], project: Path, seen: object) -> object:
    """Return what the files are as soon as that is not what was ``seen``."""
    while True:
        begin = time.monotonic()
        now = state_of_files(tree(project))
        if now != seen:
            return now
        time.sleep(max(_PAUSE, _SHARE * (time.monotonic() - begin)))


def state_of_files(tree: WorkTree) -> frozenset[_Status]:
    """Return the status of every file; of what is no plain file only that it is there."""
    return frozenset(
        (one.path, status.st_mtime_ns, status.st_size, status.st_ino)
        if (status := one.status) is not None
        else (one.path, 0, 0, 0)
        for one in tree.listing()
    )
