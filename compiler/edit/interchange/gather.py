"""The foreign files that were named: each one itself, of a folder those of the format."""

from collections.abc import Sequence
from pathlib import Path

from compiler.base.failure import UsageError, WorldError

_MOST = 50_000_000


def gather(
    paths: Sequence[str], names: Sequence[str], most: int = _MOST
) -> tuple[dict[str, bytes], int]:
    """Return the bytes of all files by path, and how many files of folders are of other formats.

    ``names`` are patterns such as `*.po` and `values*/*.xml`; ``most`` is the size in bytes beyond
    which a file is refused.

    Raises UsageError where there is nothing of a name, WorldError where reading fails.
    """
    found: dict[str, bytes] = {}
    others = 0
    for name in paths:
        path = Path(name)
        if not path.exists():
            raise UsageError(f"there is no file or folder `{name}`")
        if path.is_file():
            found[path.as_posix()] = _read(path, most)
            continue
        for file in sorted(one for one in path.rglob("*") if one.is_file() or one.is_symlink()):
            if _is_named(file, names) and not file.is_dir():
                found[file.as_posix()] = _read(file, most)
            else:
                others += 1
    return found, others


def _is_named(file: Path, names: Sequence[str]) -> bool:
    lower = Path(file.as_posix().lower())
    return any(lower.match(name.lower()) for name in names)


def _read(path: Path, most: int) -> bytes:
    try:
        if path.stat().st_size > most:
            raise UsageError(f"`{path}` is larger than {most // 1_000_000} MB")
        return path.read_bytes()
    except OSError as failure:
        reason = (failure.strerror or str(failure)).lower()
        raise WorldError(f"`{path}` cannot be read: {reason}") from failure
