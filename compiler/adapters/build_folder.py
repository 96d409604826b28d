"""The folder `build/` of a project: what was compiled, replaced as a whole, never half there."""

import os
import shutil
import stat
from collections.abc import Iterable
from pathlib import Path

from compiler.adapters.folder_lock import locked
from compiler.base.failure import UsageError, WorldError
from compiler.base.hashing import sha256

OUT = "out"
PREVIEW = "preview"


def prepare_build_folder(project: Path, name: str = OUT) -> Path:
    """Make `build/` with a `.gitignore` of its own, so that Git never sees what is made there.

    ``name`` is the folder in it that is going to be written. Raises OSError, UsageError where a
    link leads elsewhere, and WorldError where something else stands there.
    """
    build = project / "build"
    for folder in (build, build / name):
        if not Path(os.path.realpath(folder)).is_relative_to(os.path.realpath(project)):
            raise UsageError(f"`{folder}` is a link that leads out of the project; remove it")
    try:
        build.mkdir(exist_ok=True)
    except FileExistsError as error:
        raise WorldError(f"`{build}` is no folder; what is compiled goes there: move it") from error
    _ignore_all(build / ".gitignore")
    return build


def _ignore_all(ignore: Path) -> None:
    """Have Git see nothing; a link that a branch brings along is not followed, but replaced."""
    try:
        state = ignore.lstat()
        is_written = stat.S_ISREG(state.st_mode) and state.st_size  # empty: the disk was full
        if is_written or stat.S_ISDIR(state.st_mode):
            return
        if not stat.S_ISREG(state.st_mode):
            ignore.unlink()
    except FileNotFoundError:
        pass
    flags = os.O_WRONLY | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC
    with os.fdopen(os.open(ignore, flags, 0o666), "w", encoding="utf-8") as file:
        file.write("*\n")


def write_out(project: Path, files: Iterable[tuple[str, bytes]], name: str = OUT) -> Path:
    """Write all files into a folder of `build/`, in place of what stood there; return the folder.

    They are written aside first: whoever is interrupted leaves the old folder as it was. Of
    several builds at once each is written whole, one after the other. Raises OSError, UsageError,
    WorldError and StoreError.
    """
    build = prepare_build_folder(project, name)
    with locked(_lock(build, name)):
        return _write(build, name, files)


def build_out(project: Path, files: Iterable[tuple[str, bytes]]) -> str | None:
    """Write `build/out` as `write_out` does; return its state, before anybody else can write it."""
    build = prepare_build_folder(project)
    with locked(_lock(build, OUT)):
        _write(build, OUT, files)
        return state_of_out(project)


def state_of_out(project: Path) -> str | None:
    """Return a hash of what is in `build/out`, by the status of each file; None where it is not."""
    found = []
    ahead = [f"{project}/build/{OUT}"]
    try:
        while ahead:
            for one in os.scandir(ahead.pop()):
                if one.is_dir(follow_symlinks=False):
                    ahead.append(one.path)
                    continue
                status = one.stat(follow_symlinks=False)
                times = f"{status.st_mtime_ns} {status.st_ctime_ns}"
                found.append(
                    f"{one.path}\0{times} {status.st_size} {status.st_ino} {status.st_mode}"
                )
    except OSError:
        return None
    return sha256("\0\0".join(sorted(found)).encode("utf-8", "surrogateescape"))


def _lock(build: Path, name: str) -> Path:
    return build / f".{name}-lock"


def _write(build: Path, name: str, files: Iterable[tuple[str, bytes]]) -> Path:
    aside, old, out = build / f".{name}-new", build / f".{name}-old", build / name
    for leftover in (aside, old):
        if leftover.exists():
            shutil.rmtree(leftover)
    aside.mkdir()
    made: set[Path] = set()
    for path_below, data in files:
        path = aside / path_below
        if path.parent not in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            made.add(path.parent)
        path.write_bytes(data)
    if out.exists():
        out.replace(old)
    aside.replace(out)
    shutil.rmtree(old, ignore_errors=True)
    return out
