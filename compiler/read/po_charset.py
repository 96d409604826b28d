"""From the bytes of a catalogue to its text: the charset is named in the header."""

import codecs
import re

from compiler.base.finding import Finding
from compiler.base.place import Place
from compiler.read.decoding import BOM, place_at
from compiler.read.po_source import Source
from compiler.read.rules import NOT_UTF_8

_HEADER = re.compile(
    rb'^[ \t]*msgid[ \t]*""[ \t]*[\r\n]+[ \t]*msgstr[ \t]*(?:"[^\r\n]*[\r\n]*[ \t]*)*', re.MULTILINE
)
_NAMED = re.compile(rb'Content-Type:[^"\r\n]*?charset=(?P<name>[^\s"\\;]+)', re.IGNORECASE)
_NAME = re.compile(r"[A-Za-z0-9._:-]{1,40}")
_ASCII = bytes(range(32, 127)) + b"\r\n\t" + rb"\u0041\x41"
_NO_CHARSET = re.compile("escape|idna|punycode")
"""Codecs of Python that read ASCII as it is and are no charset of texts."""
_PLACEHOLDER = "CHARSET"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_HINT = "save the file as UTF-8, with `charset=UTF-8` in its header"


def decode_catalogue(path: str, data: bytes) -> tuple[Source, Finding | None]:
    """Return the text of a catalogue, and what is wrong with it.

    What is no character of the charset becomes U+FFFD, so that the rest can be read.
    """
    if data.startswith(_UTF_16):
        message = "this catalogue is UTF-16, which gettext does not read"
        return Source(path, ""), NOT_UTF_8.at(Place(path), message, hint=_HINT)
    if (at := data.find(b"\0")) >= 0:
        place = Place(path, data.count(b"\n", 0, at) + 1)
        message = "this catalogue has NUL bytes, so it is no text"
        return Source(path, ""), NOT_UTF_8.at(place, message, hint=_HINT)
    match = None if data.startswith(codecs.BOM_UTF8) else _named_charset(data)
    named = match["name"].decode("ascii", "replace") if match else _PLACEHOLDER
    charset = "utf-8" if named == _PLACEHOLDER else _known(named)
    problem = None
    if match is not None and charset is None:
        before = data[: match.start("name")].decode("utf-8", "replace")
        place = place_at(path, before, len(before), len(named))
        problem = NOT_UTF_8.at(place, f"there is no charset `{named}`", hint=_HINT)
    charset = charset or "utf-8"
    try:
        text = data.decode(charset)
    except UnicodeDecodeError as failure:
        problem = problem or _bad_byte(path, data, failure, named)
        text = data.decode(charset, "replace")
    lines = text.removeprefix(BOM).replace("\r\n", "\n").replace("\r", "\n")
    return Source(path, lines, charset), problem


def _named_charset(data: bytes) -> re.Match[bytes] | None:
    header = _HEADER.search(data)
    return None if header is None else _NAMED.search(data, header.start(), header.end())


def _bad_byte(path: str, data: bytes, failure: UnicodeDecodeError, named: str) -> Finding:
    before = data[: failure.start].decode(failure.encoding, "replace").removeprefix(BOM)
    shown = "UTF-8" if named == _PLACEHOLDER else named
    byte = f"0x{data[failure.start]:02X}"
    message = f"byte {byte} is no character of {shown}, the charset of this catalogue"
    return NOT_UTF_8.at(place_at(path, before, len(before)), message, hint=_HINT)


def _known(name: str) -> str | None:
    """Return Python's name of a charset that has ASCII in it, as a catalogue needs; or None."""
    if not _NAME.fullmatch(name):
        return None
    try:
        codec = codecs.lookup(name)
        plain = "" if _NO_CHARSET.search(codec.name) else _ASCII.decode(codec.name)
    except (LookupError, ValueError):
        return None
    return codec.name if plain.encode("ascii", "replace") == _ASCII else None
