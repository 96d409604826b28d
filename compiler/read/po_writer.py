"""Writes a gettext catalogue as UTF-8 with LF: what `read_po` reads comes out the same.

Tools wrap long texts differently. Whoever writes a whole file in one manner makes every edit a
change of everything; so what a catalogue that was read has too can keep the lines it has there.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from compiler.read.po_entry_lines import block_of
from compiler.read.po_file import PoEntry, PoFile

_TYPE = "Content-Type"
_UTF_8 = "text/plain; charset=UTF-8"
_SAYS_UTF_8 = ("charset=utf-8", "charset=utf8")


class KeptLines:
    """The lines of catalogues as they were read, by what they say; the first to say it counts."""

    def __init__(self, *files: PoFile) -> None:
        self._entries: dict[PoEntry, PoEntry] = {}
        for file in files:
            if file.source is None or file.source.charset != "utf-8":
                continue  # a number of a byte, as in `\351`, would mean something else
            header = _header_of(file, file.header)
            if header is not None and file.header_entry is not None:
                self._entries.setdefault(header, file.header_entry)
            for entry in file.entries:
                self._entries.setdefault(entry, entry)

    def block(self, entry: PoEntry) -> str:
        """Return the lines of an entry without the end of the last: kept ones, or else new."""
        known = self._entries.get(entry)
        if known is None or known.blocks is None:
            return block_of(entry)
        lines = known.blocks.lines(known.position)
        return block_of(entry) if lines is None else lines

    def header(self, file: PoFile) -> str:
        """Return the lines of a header that says UTF-8, none where a file has no header."""
        header = _header_of(file, _saying_utf_8(file.header))
        return "" if header is None else self.block(header)


NOTHING = KeptLines()
"""To write every line anew."""


def write_po(file: PoFile, kept: KeptLines = NOTHING) -> bytes:
    """Return the catalogue; entries keep their order, comments and flags, and ``kept`` lines.

    The header is written from ``header``; a ``Content-Type`` with another charset says UTF-8.
    """
    return write_blocks(file, map(kept.block, file.entries), kept)


def write_blocks(file: PoFile, blocks: Iterable[str], kept: KeptLines = NOTHING) -> bytes:
    """Return a catalogue with these blocks of lines in place of its entries."""
    whole = [kept.header(file), *blocks, "\n".join(file.closing)]
    text = "\n\n".join(filter(None, whole))
    return f"{text}\n".encode("utf-8", "replace") if text else b""


def _header_of(file: PoFile, fields: Mapping[str, str]) -> PoEntry | None:
    """Return the entry of a header with these fields, and with the comments of the file's own."""
    if not fields and file.header_entry is None:
        return None
    text = "".join(f"{name}: {value}\n" for name, value in fields.items())
    return replace(file.header_entry or PoEntry(""), msgstr=(text,))


def _saying_utf_8(fields: Mapping[str, str]) -> Mapping[str, str]:
    if not fields or fields.get(_TYPE, "").casefold().endswith(_SAYS_UTF_8):
        return fields
    return {**fields, _TYPE: _UTF_8}
