"""Which characters the fonts of agreements can show, read out of the fonts themselves.

By the table `cmap` of OpenType (ISO/IEC 14496-22, 5.2): its formats 4 and 12 alone, which are what
`tools/fonts.py` writes.
"""

import struct
import unicodedata
from collections.abc import Iterator
from functools import cache

from compiler.channels.agreements.document import FONTS

_UNSEEN = ("C", "M", "Z")
"""Categories of what has no form of its own: control, marks on other letters, spaces."""


@cache
def shown_characters() -> frozenset[int]:
    """Return the code points that one font or another has."""
    return frozenset(
        point
        for path in sorted(FONTS.iterdir())
        if path.suffix in {".ttf", ".otf"}
        for point in _points(_cmap(path.read_bytes()))
    )


def unshown(text: str) -> Iterator[tuple[int, str]]:
    """Yield the characters of a text that no font has, with their offsets."""
    known = shown_characters()
    for offset, one in enumerate(text):
        if ord(one) not in known and unicodedata.category(one)[0] not in _UNSEEN:
            yield offset, one


def _cmap(font: bytes) -> bytes:
    (tables,) = struct.unpack_from(">H", font, 4)
    for number in range(tables):
        tag, _, offset, length = struct.unpack_from(">4sLLL", font, 12 + 16 * number)
        if tag == b"cmap":
            return font[offset : offset + length]
    return b"\0\0\0\0"


def _points(cmap: bytes) -> Iterator[int]:
    (subtables,) = struct.unpack_from(">H", cmap, 2)
    for number in range(subtables):
        (offset,) = struct.unpack_from(">L", cmap, 4 + 8 * number + 4)
        (form,) = struct.unpack_from(">H", cmap, offset)
        if form in _FORMS:
            yield from _FORMS[form](cmap[offset:])


def _segments(table: bytes) -> Iterator[int]:
    """Yield the points of format 4: segments of the first plane."""
    count = struct.unpack_from(">H", table, 6)[0] // 2
    ends = struct.unpack_from(f">{count}H", table, 14)
    starts = struct.unpack_from(f">{count}H", table, 16 + 2 * count)
    for start, end in zip(starts, ends, strict=True):
        yield from (point for point in range(start, end + 1) if point != 0xFFFF)  # noqa: PLR2004 - the end mark


def _groups(table: bytes) -> Iterator[int]:
    """Yield the points of format 12: groups of all planes."""
    (count,) = struct.unpack_from(">L", table, 12)
    for number in range(count):
        start, end, _ = struct.unpack_from(">LLL", table, 16 + 12 * number)
        yield from range(start, end + 1)


_FORMS = {4: _segments, 12: _groups}
