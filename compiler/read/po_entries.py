"""Finds the entries of a catalogue: a pattern for those that are written as gettext's tools do.

What no pattern knows goes to the scanner, up to where an entry begins that one does. Each stretch
begins where the last one ended, so no character is passed over.
"""

import re

from compiler.base.finding import Finding
from compiler.read.po_blocks import Blocks
from compiler.read.po_draft import Draft
from compiler.read.po_file import PoEntry
from compiler.read.po_pattern import OBSOLETE, match_entry, meaning, plural_forms
from compiler.read.po_remarks import Lines, Remarks
from compiler.read.po_scanner import Scanner
from compiler.read.po_source import Source

_SILENT: tuple[Lines, Lines, Lines, Lines] = ((), (), (), ())
_CLOSES = re.compile(r'\n*+(?:#(?!~)|(?:#~ )?msg(?:ctxt|id)[ "]|#~\|)')
_PARAGRAPH_END = re.compile(r"\n\n+")


def read_entries(blocks: Blocks) -> tuple[list[PoEntry], list[Finding]]:
    """Return the entries in file order, the header too, and what is wrong with the text."""
    source = blocks.source
    entries: list[PoEntry] = []
    findings: list[Finding] = []
    position, end = 0, len(source.text.rstrip("\n"))
    last: int | None = None
    while position < end:
        match = match_entry(source.text, position)
        if match is not None:
            last, position = position, match.end()
            entries.append(_entry(match, blocks, last))
            continue
        if last is not None and _CLOSES.match(source.text, position) is None:
            # What stands here may go on with the entry above, so that one is still to be read.
            position, last = last, None
            entries.pop()
        scanner, stop = _scan(source, position)
        kept = zip(scanner.drafts, blocks.keep(position, scanner.drafts), strict=True)
        entries += [_scanned_entry(draft, blocks, known_by) for draft, known_by in kept]
        findings += scanner.findings
        position = stop
    return entries, findings


def _scan(source: Source, start: int) -> tuple[Scanner, int]:
    """Let the scanner read on to where an entry begins that a pattern knows, or to the end."""
    text, position = source.text, start
    scanner = Scanner(source.path, source.charset, source.line_at(start))
    while position < len(text):
        paragraph = _PARAGRAPH_END.search(text, position)
        stop = len(text) if paragraph is None else paragraph.end()
        scanner.read(text[position:stop].split("\n")[:-1])
        position = stop
        if scanner.between_entries and match_entry(source.text, position) is not None:
            break
    scanner.finish()
    return scanner, position


def _entry(match: re.Match[str], blocks: Blocks, position: int) -> PoEntry:
    remarks, was_context, was_msgid, was_plural, context, msgid, msgstr, plural, forms = (
        match.groups()
    )
    flags, comments, extracted, references = _said(remarks) if remarks else _SILENT
    return PoEntry(
        meaning(msgid),
        (meaning(msgstr),) if forms is None else plural_forms(forms),
        None if context is None else meaning(context),
        None if plural is None else meaning(plural),
        flags,
        comments,
        extracted,
        references,
        None if was_context is None else meaning(was_context),
        None if was_msgid is None else meaning(was_msgid),
        None if was_plural is None else meaning(was_plural),
        match.re is OBSOLETE,
        blocks,
        position,
    )


def _said(lines: str) -> tuple[Lines, Lines, Lines, Lines]:
    """Return flags, comments, extracted and references of comment lines."""
    remarks = Remarks()
    for line in lines.split("\n"):
        if line:
            remarks.add(line)
    return remarks.as_tuples()


def _scanned_entry(draft: Draft, blocks: Blocks, position: int) -> PoEntry:
    texts = draft.texts
    return PoEntry(
        texts["msgid"],
        tuple(texts[name] for name in draft.forms()),
        texts.get("msgctxt"),
        texts.get("msgid_plural"),
        *draft.remarks.as_tuples(),
        texts.get("previous_msgctxt"),
        texts.get("previous_msgid"),
        texts.get("previous_msgid_plural"),
        draft.obsolete,
        blocks,
        position,
    )
