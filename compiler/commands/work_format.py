"""The work on a language as bytes, and back: JSON, then the bundles, a checksum before both."""

import json
import zlib
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from compiler.base.finding import Finding, Note, Severity
from compiler.base.fix import fix_data, fix_of
from compiler.base.place import Place
from compiler.commands.work import Worked
from compiler.rules.silence import Flag

if TYPE_CHECKING:
    from compiler.bundle.compiling import StringBundles

_MAGIC = b"clientarea work 3\n"
_NUMBER = 8
_BEGIN = len(_MAGIC) + _NUMBER


def encode_findings(key: str, worked: Worked) -> bytes:
    """Return what was found as bytes, with the key of what it was made from."""
    findings = [_finding_out(one) for one in worked.findings]
    flags = [
        [one.name, _place_out(one.place), one.entity, one.locale, one.early] for one in worked.flags
    ]
    return _sealed({"key": key, "findings": findings, "flags": flags}, ())


def decode_findings(data: bytes, key: str) -> Worked | None:
    """Return what was found; None where the bytes are damaged, or made of another key."""
    head, _ = _opened(data, key)
    if head is None:
        return None
    flags = (Flag(name, Place(*place), *rest) for name, place, *rest in head["flags"])
    return Worked(tuple(map(_finding_in, head["findings"])), tuple(flags))


def encode_strings(key: str, strings: "StringBundles") -> bytes:
    """Return compiled strings as bytes, with the key of what they were made from."""
    bundles = [
        (area, name, one) for area, by_name in strings.items() for name, one in by_name.items()
    ]
    listed = [[area, name, one.sha256, len(one.data)] for area, name, one in bundles]
    head = {"key": key, "areas": list(strings), "bundles": listed}
    return _sealed(head, [one.data for _, _, one in bundles])


def decode_strings(data: bytes, key: str) -> "StringBundles | None":
    """Return compiled strings; None where the bytes are damaged, or made of another key."""
    from compiler.bundle.artifacts import Bundle

    head, position = _opened(data, key)
    if head is None:
        return None
    strings: StringBundles = {area: {} for area in head["areas"]}
    for area, name, digest, size in head["bundles"]:
        strings[area][name] = Bundle(digest, data[position : position + size])
        position += size
    return strings


def _sealed(head: dict[str, Any], blobs: Iterable[bytes]) -> bytes:
    text = json.dumps(head).encode()
    body = b"".join([_number(len(text)), text, *blobs])
    return b"".join([_MAGIC, _number(zlib.crc32(body)), body])


def _opened(data: bytes, key: str) -> tuple[dict[str, Any] | None, int]:
    """Return the head, and where the blobs begin; no head of anything but what `_sealed` made."""
    body = memoryview(data)[_BEGIN:]
    if not data.startswith(_MAGIC) or data[len(_MAGIC) : _BEGIN] != _number(zlib.crc32(body)):
        return None, 0
    end = _BEGIN + _NUMBER + int.from_bytes(body[:_NUMBER], "little")
    head: dict[str, Any] = json.loads(data[_BEGIN + _NUMBER : end])
    return (head, end) if head["key"] == key else (None, 0)


def _number(number: int) -> bytes:
    return number.to_bytes(_NUMBER, "little")


def _place_out(place: Place) -> list[str | int]:
    return [place.path, place.line, place.column, place.length]


def _finding_out(one: Finding) -> list[Any]:
    notes = [[note.message, _place_out(note.place)] for note in one.notes]
    own = [one.rule, one.severity.value, one.message, _place_out(one.place), one.entity, one.locale]
    return [*own, one.hint, list(map(fix_data, one.fixes)), notes, one.hidden]


def _finding_in(values: list[Any]) -> Finding:
    rule, severity, message, place, entity, locale, hint, fixes, notes, hidden = values
    return Finding(
        rule,
        Severity(severity),
        message,
        Place(*place),
        entity,
        locale,
        hint,
        tuple(map(fix_of, fixes)),
        tuple(Note(text, Place(*at)) for text, at in notes),
        hidden,
    )
