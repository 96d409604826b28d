"""Reads a gettext catalogue, with the place of every part. Knows nothing of labels or messages."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from compiler.base.finding import Finding, Note
from compiler.read.decoding import CONFLICT, CONFLICT_HINT, conflict_marker
from compiler.read.po_blocks import Blocks
from compiler.read.po_charset import decode_catalogue
from compiler.read.po_entries import read_entries
from compiler.read.po_file import PoEntry, PoFile
from compiler.read.po_source import Source
from compiler.read.rules import DUPLICATE_ENTRY, INVALID_PO

_HEADER = (None, "")
_Seen = dict[tuple[str | None, str], PoEntry]


def read_po(path: str, data: bytes) -> PoFile:
    """Read a catalogue; whatever is wrong with it is a finding, and all else is read."""
    source, undecodable = decode_catalogue(path, data)
    file = read_source(source)
    return file if undecodable is None else replace(file, findings=(undecodable, *file.findings))


def read_source(source: Source) -> PoFile:
    """Read a catalogue that is a text already, as `read_po` does."""
    blocks = Blocks(source)
    found, problems = read_entries(blocks)
    seen: _Seen = {}
    findings = [*problems, *_duplicates(found, seen)]
    marker = conflict_marker(source.path, source.text)
    if marker is not None:
        # Until a side is chosen it stands there twice, and no line of Git's is a keyword.
        findings = [INVALID_PO.at(marker, CONFLICT, hint=CONFLICT_HINT)]
    header = seen.get(_HEADER)
    entries = found if header is None else [entry for entry in found if not _is_header(entry)]
    fields = {} if header is None else _fields(header.msgstr[0])
    closing = _closing(blocks, found)
    return PoFile(source.path, fields, header, tuple(entries), closing, tuple(findings), source)


def _closing(blocks: Blocks, entries: Sequence[PoEntry]) -> tuple[str, ...]:
    """Return the lines that no entry follows, from the first to the last that is not blank."""
    end = blocks.end(entries[-1].position) if entries else 0
    text = blocks.source.text[end:].strip()
    return tuple(text.split("\n")) if text else ()


def _duplicates(entries: Iterable[PoEntry], seen: _Seen) -> Iterator[Finding]:
    """Yield what stands twice, and note in ``seen`` what stands first."""
    for entry in entries:
        if not entry.obsolete:
            first = seen.setdefault((entry.msgctxt, entry.msgid), entry)
            if first is not entry:
                yield _duplicate(entry, first)


def _duplicate(entry: PoEntry, first: PoEntry) -> Finding:
    part = "msgctxt" if entry.msgctxt is not None else "msgid"
    if not entry.msgid and entry.msgctxt is None:
        named = "this is a second header"
    elif entry.msgctxt is not None:
        named = f"the entry `{entry.msgctxt}` is here a second time"
    else:
        named = "the entry with this `msgid` is here a second time"
    note = Note("the first is here", first.place(part))
    hint = "remove one of the two; until then the first one counts"
    return DUPLICATE_ENTRY.at(entry.place(part), named, hint=hint, notes=(note,))


def _is_header(entry: PoEntry) -> bool:
    return not entry.msgid and entry.msgctxt is None and not entry.obsolete


def _fields(text: str) -> dict[str, str]:
    fields: dict[str, str] = {}
    for line in text.split("\n"):
        name, colon, value = line.partition(":")
        if colon:
            fields.setdefault(name.strip(), value.strip())
    return fields
