"""A secret of whoever runs this: by it a cache is known to be one's own, and not a stranger's.

A branch may bring a `build/.cache` along, which says that nothing is wrong with it. What was not
kept with the key of this user on this machine is not believed.
"""

import os
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


def _key(path: str) -> bytes | None:
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
    except FileNotFoundError:
        return None
    try:
        found = os.read(handle, _LENGTH + 1)
        own = os.fstat(handle).st_uid == os.geteuid()
    finally:
        os.close(handle)
    return found if own and len(found) == _LENGTH else None


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
