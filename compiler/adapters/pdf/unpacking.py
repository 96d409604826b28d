"""How much the streams of a PDF unpack to: counted piece by piece, nothing kept."""

import zlib
from collections.abc import Iterator
from typing import Any

from pikepdf import Name, Object, PdfError

_MOST = 256 * 1024 * 1024
"""Bytes that one stream may unpack to: a colour page at 600 dpi has 105 MB."""
_MOST_IN_ALL = 1024 * 1024 * 1024
"""Bytes after which nothing more is unpacked, unless they came of next to nothing."""
_RATIO = 100
"""How many times larger all streams together may become, beyond that."""
_PIECE = 1024 * 1024
_FLATE = ("/FlateDecode", "/Fl")
_LZW = ("/LZWDecode", "/LZW")
_LZW_RATIO = 2000


class BombError(Exception):
    """A stream unpacks to more than any page needs; ``str()`` goes on after "this PDF"."""


class Unpacker:
    """Unpacks one stream after the other, until it has seen enough."""

    def __init__(self) -> None:
        self._raw = self._all = 0

    def look(self, stream: Any) -> str | None:  # noqa: ANN401 - of the library
        """Unpack a stream; return what is broken in it. Raises BombError."""
        filters = _filters(stream.get("/Filter"))
        if not filters or self._all > _MOST_IN_ALL:
            return None
        if filters[0] in _LZW:
            return self._look_at_lzw(stream)
        if filters[0] not in _FLATE:
            return None
        try:
            raw = stream.read_raw_bytes()
            pieces: Iterator[bytes] = iter([raw])
            for name in filters:
                if name not in _FLATE:
                    break
                pieces = _inflated(pieces)
            size = self._counted(pieces)
        except (PdfError, zlib.error) as failure:
            return str(failure)
        self._add(len(raw), size)
        return None

    def _look_at_lzw(self, stream: Any) -> str | None:  # noqa: ANN401
        """Unpack by the library, which has no more memory than this process."""
        raw = len(stream.read_raw_bytes())
        if raw * _LZW_RATIO <= _MOST:
            return None
        try:
            size = len(stream.read_bytes())
        except MemoryError:
            size = _MOST + 1
        except PdfError as failure:
            return str(failure)
        self._refuse(size)
        self._add(raw, size)
        return None

    def _counted(self, pieces: Iterator[bytes]) -> int:
        size = 0
        for piece in pieces:
            size += len(piece)
            self._refuse(size)
        return size

    def _refuse(self, size: int) -> None:
        if size > _MOST:
            raise BombError(f"holds a stream that {_words(_MOST)}")

    def _add(self, raw: int, size: int) -> None:
        self._raw += raw
        self._all += size
        if self._all > _MOST_IN_ALL and self._all > _RATIO * self._raw:
            raise BombError(_words(_MOST_IN_ALL))


def _words(most: int) -> str:
    return f"unpacks to more than {most // 1024 // 1024} MiB"


def _inflated(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Unpack piece by piece; what follows the end of the data is left alone, as by all readers."""
    unpack = zlib.decompressobj()
    for packed in pieces:
        rest = packed
        while rest and not unpack.eof:
            yield unpack.decompress(rest, _PIECE)
            rest = unpack.unconsumed_tail


def _filters(value: Any) -> list[str]:  # noqa: ANN401
    if isinstance(value, Name):
        return [str(value)]
    return list(map(str, value)) if isinstance(value, Object) else []
