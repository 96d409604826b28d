"""A catalogue as the scanner alone reads it: what the fast way has to agree with."""

from typing import NamedTuple

from compiler.base.finding import Finding
from compiler.base.place import Place
from compiler.read.po_blocks import Blocks
from compiler.read.po_draft import Draft
from compiler.read.po_entries import read_entries
from compiler.read.po_file import PoEntry
from compiler.read.po_scanner import Scanner
from compiler.read.po_source import Source

PARTS = (
    "msgctxt", "msgid", "msgid_plural", "msgstr", *(f"msgstr[{index}]" for index in range(10)),
    "flags", "flag:fuzzy", "previous_msgctxt", "previous_msgid", "previous_msgid_plural",
)  # fmt: skip


class Scanned(NamedTuple):
    """Entries with all their places, and the findings."""

    entries: list[tuple[PoEntry, list[Place]]]
    findings: list[Finding]


def by_the_scanner(source: Source) -> Scanned:
    """Read every line with the scanner."""
    scanner = Scanner(source.path, source.charset)
    scanner.read(source.text.split("\n"))
    scanner.finish()
    entries = [(_entry(draft), _places(source.path, draft)) for draft in scanner.drafts]
    return Scanned(entries, scanner.findings)


def by_the_reader(source: Source) -> Scanned:
    """Read the same on the fast way."""
    entries, findings = read_entries(Blocks(source))
    places = ([entry.place(part) for part in PARTS] for entry in entries)
    return Scanned(list(zip(entries, places, strict=True)), findings)


def _entry(draft: Draft) -> PoEntry:
    texts = draft.texts
    return PoEntry(
        texts["msgid"],
        tuple(text for name, text in texts.items() if name.startswith("msgstr")),
        texts.get("msgctxt"),
        texts.get("msgid_plural"),
        *draft.remarks.as_tuples(),
        texts.get("previous_msgctxt"),
        texts.get("previous_msgid"),
        texts.get("previous_msgid_plural"),
        draft.obsolete,
    )


def _places(path: str, draft: Draft) -> list[Place]:
    parts = draft.parts
    return [Place(path, *parts.get(part, parts["msgid"])) for part in PARTS]
