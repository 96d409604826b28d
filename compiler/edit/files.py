"""Atomic writing of a set of files: all new content is on the disk before the first name moves."""

import os
import secrets
import stat
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from compiler.base.failure import UsageError, WorldError


class OutsideError(UsageError):
    """A link leads a path out of the folder that is written to; ``str()`` names it."""


class WriteError(WorldError):
    """A file cannot be written; ``str()`` is one sentence for people, nothing is half-written."""


@dataclass(frozen=True, slots=True)
class Written:
    """What a set of files came to: paths that are new, that changed, that were the same already."""

    made: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    same: tuple[str, ...] = ()


def compare(root: Path, files: Mapping[str, bytes]) -> Written:
    """Tell what writing ``files`` (paths below ``root``) would do, without doing it."""
    made, changed, same = [], [], []
    for path, data in sorted(files.items()):
        before = bytes_of(root / path)
        if before is None:
            made.append(path)
        elif before != data:
            changed.append(path)
        else:
            same.append(path)
    return Written(tuple(made), tuple(changed), tuple(same))


def write_files(root: Path, files: Mapping[str, bytes]) -> Written:
    """Write ``files`` (paths below ``root``), all or none as far as a file system can promise that.

    Every file is written beside its place and synced first; only then are the names moved. A
    failure before that leaves everything as it was. A file that is a link stays one.
    Raises WriteError and OutsideError.
    """
    wanted = compare(root, files)
    targets = {path: target_of(root, path) for path in (*wanted.made, *wanted.changed)}
    staged: list[tuple[Path, Path]] = []
    folders: list[Path] = []
    moved = 0
    target = root
    try:
        for path, target in targets.items():
            folders += _make_folder(target.parent)
            staged.append((_stage(target, files[path]), target))
        for beside, target in staged:
            beside.replace(target)
            moved += 1
    except OSError as failure:
        raise WriteError(_sentence(failure, target, moved, len(staged))) from failure
    finally:
        _clear(staged[moved:], folders)
    return wanted


def target_of(root: Path, path: str, border: Path | None = None) -> Path:
    """Return where a path seen from a folder leads through links.

    Raises OutsideError where that is beyond ``border``, which is the folder itself where none is
    given.
    """
    real = Path(os.path.realpath(root / path))
    inside = real.is_relative_to(os.path.realpath(border or root))
    if inside and _GIT not in real.relative_to(os.path.realpath(border or root)).parts:
        return real if (root / path).is_symlink() else root / path
    ways = (root / path, *(root / path).parents)
    link = next((one for one in ways if one.is_symlink()), None)
    what = f"`{path}`" if link is None else f"`{link}` is a link that"
    where = "into what is Git's own" if inside else f"out of `{root}`"
    raise OutsideError(f"{what} leads {where}; nothing was written")


_GIT = ".git"


def bytes_of(path: Path) -> bytes | None:
    """Return the bytes of a file, None where there is none. Raises WriteError."""
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as failure:
        raise WriteError(f"`{path}` cannot be read: {_reason(failure)}") from failure


def _make_folder(folder: Path) -> list[Path]:
    missing = []
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    for one in reversed(missing):
        one.mkdir()
    return missing


def _stage(target: Path, data: bytes) -> Path:
    beside = target.with_name(f".{target.name}.{secrets.token_hex(4)}.new")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        with suppress(FileNotFoundError):
            beside.chmod(stat.S_IMODE(target.stat().st_mode))
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise
    return beside


def _clear(staged: list[tuple[Path, Path]], folders: list[Path]) -> None:
    for beside, _target in staged:
        with suppress(OSError):
            beside.unlink()
    for folder in sorted(set(folders), key=lambda one: len(one.parts), reverse=True):
        with suppress(OSError):
            folder.rmdir()


def _sentence(failure: OSError, target: Path, moved: int, staged: int) -> str:
    kept = f"{moved} of {staged} files were written" if moved else "nothing was written"
    return f"cannot write `{target}`: {_reason(failure)}; {kept}"


def _reason(failure: OSError) -> str:
    return (failure.strerror or str(failure)).lower()
