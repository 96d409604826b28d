"""The work on a language as bytes, and back: JSON, then the bundles, a checksum before both."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from compiler.base.finding import Finding
from compiler.base.place import Place
from compiler.base.sealed import opened, sealed
from compiler.commands.finding_format import finding_in, finding_out, place_out
from compiler.commands.language_work import LanguageFindings, LanguageKeys
from compiler.rules.silence import Flag

if TYPE_CHECKING:
    from compiler.bundle.compiling import StringBundles
    from compiler.richtext.markdown import RichText

_MAGIC = b"clientarea work 4\n"


def encode_findings(found: LanguageFindings) -> bytes:
    """Return what was found as bytes, with the keys of what it was made from."""
    flags = [
        [one.name, place_out(one.place), one.entity, one.locale, one.early] for one in found.flags
    ]
    head = {
        "keys": [found.keys.whole, found.keys.rest, dict(found.keys.texts)],
        "whole": _out(found.whole),
        "rest": _out(found.rest),
        "texts": {label: _out(those) for label, those in found.texts.items()},
        "flags": flags,
    }
    return sealed(_MAGIC, head)


def decode_findings(data: bytes) -> LanguageFindings | None:
    """Return what was found; None where the bytes are damaged."""
    head, _ = opened(_MAGIC, data) or (None, 0)
    if head is None:
        return None
    return LanguageFindings(
        LanguageKeys(*head["keys"]),
        _in(head["whole"]),
        _in(head["rest"]),
        {label: _in(those) for label, those in head["texts"].items()},
        tuple(Flag(name, Place(*place), *rest) for name, place, *rest in head["flags"]),
    )


def _out(findings: tuple[Finding, ...]) -> list[list[Any]]:
    return [finding_out(one) for one in findings]


def _in(findings: list[list[Any]]) -> tuple[Finding, ...]:
    return tuple(map(finding_in, findings))


def encode_strings(key: str, strings: "StringBundles") -> bytes:
    """Return compiled strings as bytes, with the key of what they were made from."""
    bundles = [
        (area, name, one) for area, by_name in strings.items() for name, one in by_name.items()
    ]
    listed = [[area, name, one.sha256, one.size] for area, name, one in bundles]
    head = {"key": key, "areas": list(strings), "bundles": listed}
    return sealed(_MAGIC, head, [one.read() for _, _, one in bundles])


def decode_strings(data: bytes, key: str) -> "StringBundles | None":
    """Return compiled strings; None where the bytes are damaged, or made of another key."""
    from compiler.bundle.artifacts import bundle_of

    head, position = _opened(data, key)
    if head is None:
        return None
    strings: StringBundles = {area: {} for area in head["areas"]}
    for area, name, digest, size in head["bundles"]:
        strings[area][name] = bundle_of(data[position : position + size], digest)
        position += size
    return strings


def encode_texts(key: str, texts: Mapping[str, "RichText"]) -> bytes:
    """Return compiled Markdown as bytes; ``texts`` has it by the SHA-256 of the Markdown."""
    parts = [(name, one.html.encode(), one.text.encode()) for name, one in texts.items()]
    listed = [[name, len(html), len(text)] for name, html, text in parts]
    blobs = (blob for _, html, text in parts for blob in (html, text))
    return sealed(_MAGIC, {"key": key, "texts": listed}, blobs)


def decode_texts(data: bytes, key: str) -> "dict[str, RichText]":
    """Return compiled Markdown; none where the bytes are damaged, or made of another key."""
    from compiler.richtext.markdown import RichText

    head, begin = _opened(data, key)
    texts: dict[str, RichText] = {}
    for name, html, text in head["texts"] if head is not None else ():
        middle, end = begin + html, begin + html + text
        texts[name] = RichText(data[begin:middle].decode(), data[middle:end].decode())
        begin = end
    return texts


def _opened(data: bytes, key: str) -> tuple[dict[str, Any] | None, int]:
    """Return the head, and where the blobs begin; no head of anything made of another key."""
    head, end = opened(_MAGIC, data) or (None, 0)
    return (head, end) if head is not None and head["key"] == key else (None, 0)
