"""Finds the entries of a catalogue: a pattern for those that are written as gettext's tools do.

What no pattern knows goes to the scanner, up to where an entry begins that one does. Each stretch
begins where the last one ended, so no character is passed over.
"""

import re

from compiler.base.finding import Finding
from compiler.read.po_blocks import Blocks
from compiler.read.po_draft import Draft
from compiler.read.po_file import PoEntry
from compiler.read.po_remarks import Lines, Remarks
from compiler.read.po_scanner import Scanner
from compiler.read.po_source import Source
from compiler.read.po_strings import ESCAPED, unescape_named


def _pattern(lead: str, previous: str) -> re.Pattern[str]:
    """Return the pattern of entries whose lines begin with ``lead``, previous texts otherwise.

    Possessive throughout: what was read one way is not tried another way, so that the time it takes
    grows with the length and no faster.
    """

    def text(before: str) -> str:
        inside = rf'[^"\\\n]*+(?:{ESCAPED}[^"\\\n]*+)*+'
        return rf'{inside}(?:"\n{before}"{inside})*+'

    own, earlier = f'"({text(lead)})"\n', f'"({text(previous)})"\n'
    forms = rf'(?P<forms>(?:{lead}msgstr\[[0-9]\] "{text(lead)}"\n)++)'
    return re.compile(
        r"\n*+((?:#(?![~|]).*+\n++)*+)"
        rf"(?:{previous}msgctxt {earlier})?+"
        rf"(?:{previous}msgid {earlier})?+"
        rf"(?:{previous}msgid_plural {earlier})?+"
        rf"(?:{lead}msgctxt {own})?+"
        rf"{lead}msgid {own}"
        rf"(?:{lead}msgstr {own}|{lead}msgid_plural {own}{forms})"
    )


_CURRENT = _pattern("", r"#\| ")
_OBSOLETE = _pattern("#~ ", r"#~\| ")
_JOINT = re.compile('"\n[^"]*"')
_FORM = re.compile(r'^(?:#~ )?msgstr\[([0-9])\] "', re.MULTILINE)
_SILENT: tuple[Lines, Lines, Lines, Lines] = ((), (), (), ())
_NUMBERS = "0123456789"
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
        match = match_entry(source, position)
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


def match_entry(source: Source, position: int) -> re.Match[str] | None:
    """Return the block of an entry that begins at a position, if a pattern knows it."""
    match = _CURRENT.match(source.text, position) or _OBSOLETE.match(source.text, position)
    if match is None or (match["forms"] and not _is_numbered(match["forms"])):
        return None
    return match


def _scan(source: Source, start: int) -> tuple[Scanner, int]:
    """Let the scanner read on to where an entry begins that a pattern knows, or to the end."""
    text, position = source.text, start
    scanner = Scanner(source.path, source.encoding.charset, source.line_at(start))
    while position < len(text):
        paragraph = _PARAGRAPH_END.search(text, position)
        stop = len(text) if paragraph is None else paragraph.end()
        scanner.read(text[position:stop].split("\n")[:-1])
        position = stop
        if scanner.between_entries and match_entry(source, position) is not None:
            break
    scanner.finish()
    return scanner, position


def _entry(match: re.Match[str], blocks: Blocks, position: int) -> PoEntry:
    remarks, was_context, was_msgid, was_plural, *own = match.groups()
    context, msgid, msgstr, plural, forms = own
    return PoEntry(
        _text(msgid),
        (_text(msgstr),) if forms is None else _forms(forms),
        None if context is None else _text(context),
        None if plural is None else _text(plural),
        *_said(remarks),
        None if was_context is None else _text(was_context),
        None if was_msgid is None else _text(was_msgid),
        None if was_plural is None else _text(was_plural),
        match.re is _OBSOLETE,
        blocks,
        position,
    )


def _said(lines: str) -> tuple[Lines, Lines, Lines, Lines]:
    """Return flags, comments, extracted and references of comment lines."""
    if not lines:
        return _SILENT
    remarks = Remarks()
    for line in lines.split("\n"):
        if line:
            remarks.add(line)
    return remarks.as_tuples()


def _text(written: str) -> str:
    """Return a text without the quotes between its lines, and without escapes."""
    if "\n" in written:
        written = _JOINT.sub("", written)
    return unescape_named(written) if "\\" in written else written


def _forms(written: str) -> tuple[str, ...]:
    """Return the texts of the lines ``msgstr[0] "…"``, ``msgstr[1] "…"`` and so on."""
    return tuple(_text(one.removesuffix('"\n')) for one in _FORM.split(written)[2::2])


def _is_numbered(written: str) -> bool:
    """Tell whether plural forms are numbered from 0 on."""
    return _NUMBERS.startswith("".join(_FORM.findall(written)))


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
