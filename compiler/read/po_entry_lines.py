"""Writes one entry of a catalogue, in the manner of `msgcat`.

Lines are not wrapped but at line ends of the text, so that a changed word changes one line.
"""

from collections.abc import Iterator

from compiler.read.po_file import PoEntry
from compiler.read.po_strings import quoted


def block_of(entry: PoEntry) -> str:
    """Return the lines of an entry, without the end of the last."""
    return "\n".join(_lines(entry))


def _lines(entry: PoEntry) -> Iterator[str]:
    for line in entry.comments:
        yield f"# {line}".rstrip()
    for line in entry.extracted:
        yield f"#. {line}".rstrip()
    if entry.references:
        yield f"#: {' '.join(entry.references)}"
    if entry.flags:
        yield f"#, {', '.join(entry.flags)}"
    mark = "#~" if entry.obsolete else "#"
    yield from _keyword(f"{mark}| msgctxt", entry.previous_msgctxt)
    yield from _keyword(f"{mark}| msgid", entry.previous_msgid)
    yield from _keyword(f"{mark}| msgid_plural", entry.previous_msgid_plural)
    lead = "#~ " if entry.obsolete else ""
    yield from _keyword(f"{lead}msgctxt", entry.msgctxt)
    yield from _keyword(f"{lead}msgid", entry.msgid)
    yield from _keyword(f"{lead}msgid_plural", entry.msgid_plural)
    if entry.msgid_plural is None:
        yield from _keyword(f"{lead}msgstr", entry.msgstr[0] if entry.msgstr else "")
        return
    for index, text in enumerate(entry.msgstr):
        yield from _keyword(f"{lead}msgstr[{index}]", text)


def _keyword(keyword: str, text: str | None) -> Iterator[str]:
    if text is None:
        return
    lead = keyword.rpartition(" ")[0]
    first, *rest = quoted(text)
    yield f"{keyword} {first}"
    for line in rest:
        yield f"{lead} {line}" if lead else line
