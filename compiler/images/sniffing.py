"""The format of an image by its first bytes, and what hides in a file beside an image."""

import re
from typing import NamedTuple

_HEAD = 1024
"""Bytes in which programs look for the beginning of a PDF or of a page."""

_WORTH_LOOKING = 4
"""Bytes behind an image that can be the beginning of anything."""


class Refusal(NamedTuple):
    """Why a file is refused, and what to do instead."""

    fault: str
    hint: str


_SAVE = "save it as PNG, JPEG, WebP or AVIF"

_OTHERS: tuple[tuple[bytes, str], ...] = (
    (b"GIF8", "a GIF image"),
    (b"BM", "a BMP image"),
    (b"II*\0", "a TIFF image"),
    (b"MM\0*", "a TIFF image"),
    (b"8BPS", "a Photoshop file"),
    (b"%PDF", "a PDF"),
    (b"PK\3\4", "a ZIP archive"),
    (b"\0\0\1\0", "an icon"),
    (b"\0\0\2\0", "a cursor"),
    (b"\0\0\0\x0cjP  ", "a JPEG 2000 image"),
    (b"\xff\x0a", "a JPEG XL image"),
    (b"\0\0\0\x0cJXL ", "a JPEG XL image"),
    (b"qoif", "a QOI image"),
    (b"SIMPLE", "a FITS image"),
)
_PNG_END = b"IEND\xaeB`\x82"
_SVG = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*(?:<\?xml|<!--|<!DOCTYPE svg|<svg)", re.IGNORECASE)
_HIDDEN: tuple[tuple[re.Pattern[bytes], str], ...] = (
    (re.compile(rb"%PDF-[0-9]"), "a PDF"),
    (re.compile(rb"PK\x03\x04"), "a ZIP archive"),
    (re.compile(rb"Rar!\x1a\x07|7z\xbc\xaf\x27\x1c"), "an archive"),
    (re.compile(rb"<(?:!doctype\s+html|html|script|svg)[\s>]", re.IGNORECASE), "a page"),
    (re.compile(rb"<\?php"), "a program"),
    (re.compile(rb"\A\x7fELF|\AMZ"), "a program"),
)
_IN_HEAD = re.compile(rb"%PDF-[0-9]|<(?:!doctype\s+html|html|script)[\s>]", re.IGNORECASE)


def format_of(data: bytes) -> str | None:
    """Return the format that the first bytes tell; None for none of those of banners."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if data.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WebP"
    if data[4:8] == b"ftyp" and _brands(data) & {b"avif", b"avis"}:
        return "AVIF"
    return None


def refused(data: bytes) -> Refusal:
    """Return why bytes that are no image of ours cannot be used, as exactly as can be told."""
    if not data:
        return Refusal("this file is empty", "put the image here")
    if data.startswith(b"version https://git-lfs.github.com/spec/"):
        return Refusal("this is a pointer of Git LFS that was changed", "put the image here again")
    if _SVG.match(data):
        return Refusal(
            "this is an SVG image, which may carry scripts, load from elsewhere and looks "
            "different with other fonts",
            "export it as PNG or WebP, twice as wide as the slot",
        )
    if data[4:8] == b"ftyp" and _brands(data) & {b"heic", b"heix", b"mif1", b"hevc"}:
        return Refusal("this is a HEIC image", _SAVE)
    named = next((words for magic, words in _OTHERS if data.startswith(magic)), None)
    return Refusal(f"this is {named or 'no image that can be read'}", _SAVE)


def hidden_in(form: str, data: bytes) -> str | None:
    """Return what the file of an image is as well: a PDF, an archive, a page; None for nothing.

    Looked for where programs look for it: in the first 1,024 bytes, and behind the image's end.
    """
    begun = _IN_HEAD.search(data, 0, _HEAD)
    if begun:
        return "a PDF" if begun[0].startswith(b"%PDF") else "a page"
    behind = memoryview(data)[_end(form, data) :]
    if len(behind) <= _WORTH_LOOKING:
        return None
    return next((words for pattern, words in _HIDDEN if pattern.search(behind)), None)


def has_end(form: str, data: bytes) -> bool:
    """Tell whether an image has the mark of its end, for the format whose decoder does not ask."""
    return form != "PNG" or _PNG_END in data


def _brands(data: bytes) -> set[bytes]:
    """Return the brands in the `ftyp` box of ISO/IEC 14496-12: the major one and those like it."""
    length = min(int.from_bytes(data[:4]), 256)
    return {data[at : at + 4] for at in (8, *range(16, length, 4))}


def _end(form: str, data: bytes) -> int:
    """Return where an image ends in its file; the whole file where that cannot be told."""
    if form == "PNG":
        found = data.find(_PNG_END)
        return len(data) if found < 0 else found + len(_PNG_END)
    if form == "WebP":
        length = int.from_bytes(data[4:8], "little") + 8
        return min(len(data), length + length % 2)
    if form == "JPEG":
        return _jpeg_end(data)
    return _last_box(data)


def _jpeg_end(data: bytes) -> int:
    """Return where the first picture ends: behind its first EOI outside of a segment."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:  # noqa: PLR2004 - the byte of every marker
        marker = data[at + 1]
        if marker == 0xD9:  # noqa: PLR2004 - EOI
            return at + 2
        if marker == 0xFF or 0xD0 <= marker <= 0xD7:  # noqa: PLR2004 - fill bytes, RSTn
            at += 1 if marker == 0xFF else 2  # noqa: PLR2004
            continue
        at += 2 + int.from_bytes(data[at + 2 : at + 4])
        if marker == 0xDA:  # noqa: PLR2004 - SOS: compressed data up to the next marker
            at = _next_marker(data, at)
    return len(data)


_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")


def _next_marker(data: bytes, at: int) -> int:
    found = _MARKER.search(data, at)
    return len(data) if found is None else found.start()


def _last_box(data: bytes) -> int:
    """Return where the boxes of an AVIF file end."""
    at = 0
    while at + 8 <= len(data):
        length = int.from_bytes(data[at : at + 4])
        if length == 1:
            length = int.from_bytes(data[at + 8 : at + 16])
        known = data[at + 4 : at + 8].isalnum()
        if length == 0 or not known or length < 8 or at + length > len(data):  # noqa: PLR2004
            return len(data) if length == 0 else at
        at += length
    return at
