"""A secret of whoever runs this: by it a cache is known to be one's own, and not a stranger's.

A branch may bring a `build/.cache` along, which says that nothing is wrong with it. What was not
kept with the key of this user on this machine is not believed.
"""

import os
import stat
from hashlib import blake2b

_LENGTH = 32
SEAL = 32
"""How many bytes a seal has."""


def own_key() -> bytes | None:
    """Return the key, made where there is none yet; None where none can be kept.

    It lies in the user's folder of caches: ``XDG_CACHE_HOME``, else ``~/.cache``.
    """
    home = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")  # noqa: PTH111
    if not os.path.isabs(home):  # noqa: PTH117
        return None
    folder = f"{home}/clientarea"
    try:
        return _key(f"{folder}/key") or _made(folder)
    except OSError:
        return None


def seal(key: bytes, name: str, data: bytes) -> bytes:
    """Return what proves that bytes were kept under a name by whoever has the key."""
    return blake2b(name.encode() + b"\0" + data, key=key, digest_size=SEAL).digest()


def read_plain(path: str | os.PathLike[str], largest: int) -> tuple[bytes, os.stat_result] | None:
    """Return the bytes and the status of a file; None where it is none, a link, or too large.

    Of a pipe without a writer, and of a device, nobody waits for bytes. Raises OSError.
    """
    handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(handle, "rb") as file:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode) or status.st_size > largest:
            return None
        return file.read(), status


def _key(path: str) -> bytes | None:
    try:
        found = read_plain(path, _LENGTH)
    except FileNotFoundError:
        return None
    if found is None or found[1].st_uid != os.geteuid():
        return None
    return found[0] if len(found[0]) == _LENGTH else None


def _made(folder: str) -> bytes | None:
    """Make a key, whole or not at all; of two who do at once one is believed by both."""
    os.makedirs(folder, mode=0o700, exist_ok=True)  # noqa: PTH103
    aside = f"{folder}/key.{os.urandom(8).hex()}"
    handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    try:
        os.write(handle, os.urandom(_LENGTH))
    finally:
        os.close(handle)
    try:
        os.link(aside, f"{folder}/key")
    except FileExistsError:
        pass
    finally:
        os.unlink(aside)  # noqa: PTH108
    return _key(f"{folder}/key")
