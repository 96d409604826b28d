"""What the bytes of a file say before it is opened: whether they are a PDF, whole, and no more."""

import re
import struct

_HEADER = b"%PDF-"
_END = b"%%EOF"
_END_WITHIN = 1024
"""Bytes from the end in which readers look for it."""

_BLANK = b" \t\r\n\0\x0c"
_ZIP_END = struct.Struct("<4s4H2LH")
_ZIP_MAGIC = b"PK\x05\x06"
_MARKUP = re.compile(rb"<(?:!doctype|html|head|body|script|svg|iframe|\?php)\b", re.IGNORECASE)


def foreign_part(data: bytes) -> str:
    """Return what a file is beside a PDF; it goes on after "this PDF"."""
    before = data[: max(data.find(_HEADER), 0)].lstrip(b"\xef\xbb\xbf")
    if before.strip(_BLANK):
        return f"begins with {_bytes(len(before))} of something else"
    if _is_zip(data):
        return "is a ZIP archive, too"
    end = data.rfind(_END)
    after = data[end + len(_END) :].strip(_BLANK) if end >= 0 else b""
    if len(after) > _END_WITHIN or _MARKUP.search(after):
        return f"goes on after its end, with {_bytes(len(after))} of something else"
    return "is a web page, too" if _MARKUP.search(data[:_END_WITHIN]) else ""


def is_cut(data: bytes) -> bool:
    """Tell whether the end is missing."""
    return _END not in data[-_END_WITHIN:]


def _is_zip(data: bytes) -> bool:
    """Tell whether programs that unpack archives would take the file for one."""
    at = data.rfind(_ZIP_MAGIC, -(_ZIP_END.size + 0xFFFF))
    if at < 0 or at + _ZIP_END.size > len(data):
        return False
    *_, entries, size, start, comment = _ZIP_END.unpack_from(data, at)
    return bool(entries) and start + size <= at and at + _ZIP_END.size + comment >= len(data)


def _bytes(number: int) -> str:
    return "1 byte" if number == 1 else f"{number:,} bytes"
