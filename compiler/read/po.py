"""Reads a gettext catalogue, with the place of every part. Knows nothing of labels or messages."""

from collections.abc import Sequence

from compiler.base.finding import Finding, Note
from compiler.base.place import Place
from compiler.read.decoding import CONFLICT, CONFLICT_HINT, conflict_marker
from compiler.read.po_charset import decode_catalogue
from compiler.read.po_draft import Draft
from compiler.read.po_file import Part, PoEntry, PoFile
from compiler.read.po_scanner import Scanner
from compiler.read.rules import DUPLICATE_ENTRY, INVALID_PO


def read_po(path: str, data: bytes) -> PoFile:
    """Read a catalogue; whatever is wrong with it is a finding, and all else is read."""
    text, charset, undecodable = decode_catalogue(path, data)
    collected = _Collected()
    scanner = Scanner(path, charset, collected.keep)
    scanner.scan(text.split("\n"))
    findings = [] if undecodable is None else [undecodable]
    marker = conflict_marker(path, text)
    if marker is not None:
        findings.append(INVALID_PO.at(marker, CONFLICT, hint=CONFLICT_HINT))
    findings += [*scanner.findings, *collected.duplicates]
    fields, places = _header(path, collected.header_lines)
    return PoFile(path, fields, places, collected.header, tuple(collected.entries), tuple(findings))


class _Collected:
    """The entries in file order, and those that are there twice."""

    def __init__(self) -> None:
        self.entries: list[PoEntry] = []
        self.duplicates: list[Finding] = []
        self.header: PoEntry | None = None
        self.header_lines: Sequence[tuple[str, Part]] = ()
        self._seen: dict[tuple[str | None, str], PoEntry] = {}

    def keep(self, entry: PoEntry, draft: Draft) -> None:
        if entry.obsolete:
            self.entries.append(entry)
            return
        key = (entry.msgctxt, entry.msgid)
        first = self._seen.setdefault(key, entry)
        if first is not entry:
            self.duplicates.append(_duplicate(entry, first))
        if key != (None, ""):
            self.entries.append(entry)
        elif first is entry:
            self.header, self.header_lines = entry, draft.header_lines


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


def _header(
    path: str, lines: Sequence[tuple[str, Part]]
) -> tuple[dict[str, str], dict[str, Place]]:
    """Return the fields of a header and where each begins."""
    fields: dict[str, str] = {}
    places: dict[str, Place] = {}
    at_begin = True
    for text, part in lines:
        name, colon, _ = text.partition(":")
        if at_begin and colon:
            places.setdefault(name.strip(), Place(path, *part))
        at_begin = text.endswith("\n") or (at_begin and not text)
    for line in "".join(text for text, _ in lines).split("\n"):
        name, colon, value = line.partition(":")
        if colon:
            fields.setdefault(name.strip(), value.strip())
    return fields, places
