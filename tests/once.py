"""Folders that cost much to make: made by the test that needs one first, for all processes."""

import fcntl
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Once:
    """Folders below ``root``, each made once; who comes meanwhile waits. To be copied, not changed."""

    root: Path

    def made(self, name: str, make: Callable[[Path], object]) -> Path:
        """Return the folder of a name; ``make`` fills it where nobody has."""
        folder = self.root / name
        self.root.mkdir(parents=True, exist_ok=True)
        with (self.root / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            try:
                self._make(folder, make)
            finally:
                fcntl.flock(lock, fcntl.LOCK_UN)  # a child that goes on has the file open too
        return folder

    def _make(self, folder: Path, make: Callable[[Path], object]) -> None:
        done = folder.with_suffix(".done")
        if not done.exists():
            shutil.rmtree(folder, ignore_errors=True)  # of somebody who has failed
            folder.mkdir()
            make(folder)
            done.touch()
