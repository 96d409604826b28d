"""Reads the `.properties` files of Java: keys and texts with their places. Knows no domain word.

As Java does since version 9: UTF-8, or ISO-8859-1 where the bytes are no UTF-8.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from compiler.base.place import Place
from compiler.read.decoding import BOM, lines_of

_SPACE = " \t\f"
_KEY = re.compile(r"(?:\\.|[^\\=: \t\f])*")
_BETWEEN = re.compile(r"[ \t\f]*[=:]?[ \t\f]*")
_ESCAPE = re.compile(r"\\(?:u(?P<code>[0-9A-Fa-f]{4})|(?P<bad>u)|(?P<other>.)|\Z)")
_NAMED = {"t": "\t", "n": "\n", "r": "\r", "f": "\f"}


@dataclass(frozen=True, slots=True)
class Property:
    """One key and its text without escapes; ``place`` is the key's.

    ``comments`` are the lines right above it. ``fault`` says why its text cannot be had.
    """

    key: str
    text: str
    place: Place
    comments: tuple[str, ...] = ()
    fault: str | None = None


def read_properties(path: str, data: bytes) -> tuple[Property, ...]:
    """Return the properties of a file in its order, of keys that stand there twice both."""
    return tuple(_properties(path, lines_of(_decoded(data))))


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8").removeprefix(BOM)
    except UnicodeDecodeError:
        return data.decode("iso-8859-1")


def _properties(path: str, lines: list[str]) -> Iterator[Property]:
    comments: list[str] = []
    index = 0
    while index < len(lines):
        first, line = index, lines[index].lstrip(_SPACE)
        index += 1
        if not line:
            comments.clear()
        elif line[0] in "#!":
            comments.append(line[1:].strip())
        else:
            parts = [line]
            while _goes_on(parts[-1]) and index < len(lines):
                parts[-1] = parts[-1][:-1]
                parts.append(lines[index].lstrip(_SPACE))
                index += 1
            column = len(lines[first]) - len(line) + 1
            yield _property("".join(parts), Place(path, first + 1, column), tuple(comments))
            comments.clear()


def _goes_on(line: str) -> bool:
    """Tell whether a line ends with a backslash that is not itself escaped."""
    return (len(line) - len(line.rstrip("\\"))) % 2 == 1


def _property(line: str, place: Place, comments: tuple[str, ...]) -> Property:
    written = _match_end(_KEY, line, 0)
    begin = _match_end(_BETWEEN, line, written)
    key, bad_key = _plain(line[:written])
    text, bad_text = _plain(line[begin:])
    spanned = Place(place.path, place.line, place.column, max(written, 1))
    return Property(key, text, spanned, comments, bad_key or bad_text)


def _match_end(pattern: re.Pattern[str], line: str, start: int) -> int:
    match = pattern.match(line, start)
    return match.end() if match is not None else start


def _plain(written: str) -> tuple[str, str | None]:
    """Return what is written without its escapes, and what is wrong with one of them."""
    if "\\" not in written:
        return written, None
    fault: list[str] = []

    def character(match: re.Match[str]) -> str:
        if match["code"] is not None:
            return chr(int(match["code"], 16))
        if match["bad"] is not None:
            fault.append("`\\u` must be followed by four hex digits")
            return ""
        return _NAMED.get(match["other"] or "", match["other"] or "")

    units = _ESCAPE.sub(character, written)
    try:  # characters beyond the first plane are written as two escapes
        return units.encode("utf-16", "surrogatepass").decode("utf-16"), next(iter(fault), None)
    except UnicodeDecodeError:
        return "", "it holds half of a surrogate pair, which is no character"
