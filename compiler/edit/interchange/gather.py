"""The foreign files that were named: each one itself, of a folder those of the format."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from compiler.base.failure import UsageError, WorldError

_MOST = 50_000_000


@dataclass(frozen=True, slots=True)
class Gathered:
    """The bytes of files by path, how many are of other formats, and those left out, with why."""

    files: dict[str, bytes] = field(default_factory=dict)
    left_out: list[tuple[str, str]] = field(default_factory=list)
    others: int = 0


def gather(paths: Sequence[str], names: Sequence[str], most: int = _MOST) -> Gathered:
    """Return what all files hold that were named, and those of folders that a format has.

    ``names`` are patterns such as `*.po` and `values*/*.xml`; ``most`` is the size in bytes beyond
    which a file is left out.

    Raises UsageError where there is nothing of a name, WorldError where reading fails.
    """
    files: list[Path] = []
    others = 0
    for name in paths:
        path = Path(name)
        if not path.exists():
            raise UsageError(f"there is no file or folder `{name}`")
        if path.is_file():
            files.append(path)
            continue
        for file in sorted(one for one in path.rglob("*") if one.is_file() or one.is_symlink()):
            if _is_named(file, names) and not file.is_dir():
                files.append(file)
            else:
                others += 1
    gathered = Gathered(others=others)
    for file in dict.fromkeys(files):
        _read(file, most, gathered)
    return gathered


def _is_named(file: Path, names: Sequence[str]) -> bool:
    lower = Path(file.as_posix().lower())
    return any(lower.match(name.lower()) for name in names)


def _read(path: Path, most: int, into: Gathered) -> None:
    name = path.as_posix()
    try:
        if path.stat().st_size > most:
            into.left_out.append((name, f"it is larger than {most // 1_000_000} MB"))
        else:
            into.files[name] = path.read_bytes()
    except OSError as failure:
        reason = (failure.strerror or str(failure)).lower()
        raise WorldError(f"`{path}` cannot be read: {reason}") from failure
