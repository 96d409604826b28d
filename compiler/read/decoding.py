"""Bytes into text: UTF-8 with or without a byte order mark, and what to say where it is not."""

import re

from compiler.base.finding import Finding
from compiler.base.place import Place
from compiler.read.rules import NOT_UTF_8

BOM = "\ufeff"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_BREAK = re.compile(r"\r\n|\r|\n")
_CONFLICT = re.compile(r"^(?:<{7}|>{7}|={7}|\|{7})(?=[ \r\n]|\Z)", re.MULTILINE)


def decode(path: str, data: bytes) -> tuple[str, Finding | None]:
    """Return the text without its byte order mark; or, with a finding, what could be read of it."""
    try:
        return data.decode("utf-8").removeprefix(BOM), None
    except UnicodeDecodeError as failure:
        if data.startswith(_UTF_16):
            place = Place(path)
            message = "this file is UTF-16; this project's files are UTF-8"
        else:
            before = data[: failure.start].decode("utf-8").removeprefix(BOM)
            place = place_at(path, before, len(before))
            message = (
                f"this file is not UTF-8: byte 0x{data[failure.start]:02X} begins no character"
            )
        text = data.decode("utf-8", "replace").removeprefix(BOM)
        return text, NOT_UTF_8.at(place, message, hint="save the file with the encoding UTF-8")


def place_at(path: str, text: str, index: int, length: int = 1) -> Place:
    """Return the place of a position in a text; line ends are LF, CRLF and CR."""
    line, start = 1, 0
    for match in _BREAK.finditer(text, 0, index):
        if match.end() <= index:
            line, start = line + 1, match.end()
    return Place(path, line, index - start + 1, max(length, 1))


def lines_of(text: str) -> list[str]:
    """Return the lines without their ends; only LF, CRLF and CR end a line."""
    return _BREAK.split(text)


def line_starts(text: str) -> list[int]:
    """Return where the lines begin, as `lines_of` has them, without the first."""
    return [match.end() for match in _BREAK.finditer(text)]


def conflict_marker(path: str, text: str) -> Place | None:
    """Return where a merge left its first conflict marker, the usual cause of a broken file."""
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return None
    match = _CONFLICT.search(text)
    return None if match is None else place_at(path, text, match.start(), len(match[0]))


CONFLICT = "this line is a conflict marker that a merge left behind"
CONFLICT_HINT = "keep one of the two sides, and remove the lines `<<<<<<<`, `=======`, `>>>>>>>`"
