"""Failures of a folder store in words: what could not be done, where, and why."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from compiler.ports.store import StoreError

_REASONS = {
    errno.EACCES: "this user is not allowed to",
    errno.EPERM: "this user is not allowed to",
    errno.EROFS: "the file system is read-only",
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk quota is used up",
    errno.EFBIG: "files may not be that large here",
    errno.ENOTDIR: "a file stands where a folder should be",
    errno.EISDIR: "a folder stands where a file should be",
    errno.EEXIST: "something else stands there, such as a file or a link to nothing",
    errno.ENOENT: "a folder on the way to it vanished",
    errno.ENAMETOOLONG: "the name is too long for the file system",
}


@contextmanager
def in_words(doing: str, where: Path) -> Iterator[None]:
    """Turn an OSError into a StoreError, ``cannot write `…`: the disk is full``."""
    try:
        yield
    except OSError as error:
        reason = _REASONS.get(error.errno or 0) or (error.strerror or str(error)).lower()
        raise StoreError(f"cannot {doing} `{where}`: {reason}") from error
