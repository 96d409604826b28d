"""What a command keeps to be quick the next time, in `build/.cache` or in a shared folder.

It is one file a purpose. Nothing depends on it: a cache that cannot be read is as good as none, and
one that cannot be written is not. A file is replaced as a whole, so that no run reads half of one.
Each begins with a seal by the user's own key, since `build/.cache` may come from a stranger's
branch; in a shared folder the seal only tells that a file is whole.
"""

import os
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from compiler.adapters.cache_place import place_of
from compiler.adapters.own_key import SEAL, read_plain, seal
from compiler.base.failure import UsageError, WorldError

_FOLDER = ".cache"
_BESIDE = (".lock", ".new")
_LARGEST = 512 * 1024 * 1024
"""Bytes of the largest file that is kept."""


def read_cache(project: Path, name: str) -> bytes | None:
    """Return what is kept under a name, None where there is nothing that can be read."""
    place = place_of(project, name)
    if place is None:
        return None
    try:
        found = read_plain(place.folder / name, _LARGEST)
    except OSError:
        return None
    kept = b"" if found is None else found[0]
    data = kept[SEAL:]
    return data if kept[:SEAL] == seal(place.key, name, data) else None


def cache_time(project: Path, name: str) -> int | None:
    """Return when what is kept was written, in nanoseconds by the clock of its disk."""
    try:
        return (project / "build" / _FOLDER / name).lstat().st_mtime_ns
    except OSError:
        return None


def write_cache(project: Path, name: str, data: bytes) -> bool:
    """Keep bytes under a name; tell whether that was possible.

    Of two runs at once one writes, and the other does without.
    """
    from compiler.adapters.build_folder import prepare_build_folder  # whoever reads needs no locks
    from compiler.ports.store import StoreError

    place = place_of(project, name)
    if place is None or len(data) > _LARGEST:
        return False
    try:
        if not place.shared:
            prepare_build_folder(project)
        if place.folder.is_symlink():
            return False
        place.folder.mkdir(parents=place.shared, exist_ok=True)
        return _replace(place.folder, name, seal(place.key, name, data) + data)
    except (OSError, UsageError, WorldError, StoreError):
        return False


def forget_cache(project: Path, begin: str, needed: Collection[str]) -> None:
    """Remove what is kept under names that begin so, but for those ``needed``.

    Not from a shared folder, where others may need it; and locks stay, as they may be held.
    """
    place = place_of(project, begin)
    if place is None or place.shared or place.folder.is_symlink():
        return
    with suppress(OSError):
        for path in place.folder.glob(f"{begin}*"):
            if path.suffix not in _BESIDE and path.name not in needed:
                path.unlink()


def _replace(folder: Path, name: str, data: bytes) -> bool:
    from compiler.adapters.folder_lock import try_lock

    lock = folder / f"{name}.lock"
    handle = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o666)
    try:
        if not try_lock(handle, lock):
            return False
        aside = folder / f"{name}.new"
        aside.unlink(missing_ok=True)
        try:
            aside.write_bytes(data)
            aside.replace(folder / name)
        except OSError:  # half of it would keep a full disk full
            aside.unlink(missing_ok=True)
            raise
        return True
    finally:
        os.close(handle)
