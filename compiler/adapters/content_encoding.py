"""Content codings of what lies in a store. The hash in a name is of the bytes before any.

The same bytes are made on every run, so that who puts an object again changes nothing.
"""

import gzip
import zlib

import deflate

GZIP = "gzip"
_LEVEL = 6
_TEXT = frozenset({"application/json", "image/svg+xml"})


class UnreadableCodingError(ValueError):
    """The bytes are not what their coding says."""


def encoded(data: bytes, content_type: str) -> tuple[bytes, str | None]:
    """Return bytes as they are stored, and their coding; None: as they are."""
    if content_type not in _TEXT:
        return data, None
    small = bytes(deflate.gzip_compress(data, _LEVEL))  # its header has no time
    return (small, GZIP) if len(small) < len(data) else (data, None)


def decoded(data: bytes, coding: str | None) -> bytes:
    """Return the bytes behind a coding. Raises UnreadableCodingError."""
    if coding != GZIP:
        return data
    try:
        return gzip.decompress(data)
    except (OSError, EOFError, zlib.error) as error:
        raise UnreadableCodingError(str(error)) from error
