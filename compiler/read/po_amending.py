"""Writes a catalogue that was read and changed: what nobody changed stays as it is written."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from compiler.read.po_blocks import Blocks
from compiler.read.po_file import PoEntry, PoFile
from compiler.read.po_writer import block_of, header_of, write_po

_TYPE = "Content-Type"


def amend_po(before: PoFile, after: PoFile) -> bytes:
    """Return ``before`` as its file has it, with what is otherwise in ``after`` written anew.

    So a changed entry changes its own lines alone; charset, line ends and byte order mark are kept.
    Where they cannot be – line ends are mixed, a byte was no character, the charset lacks one, or
    names another now – it is `write_po`.
    """
    blocks, same_type = before.blocks, before.header.get(_TYPE) == after.header.get(_TYPE)
    if blocks is None or not blocks.source.encoding.exact or not same_type:
        return write_po(after)
    original = _Original(blocks, _in_order(before, before))
    try:
        return blocks.source.encoding.encode(_amended(original, _in_order(after, before)))
    except UnicodeEncodeError:
        return write_po(after)


class _Stretch(NamedTuple):
    """A stretch of text, and the entries in it: one, or those that the scanner found together."""

    text: str
    entries: list[PoEntry]


class _Original:
    """A catalogue as it was read, cut into stretches: each reaches to where the next begins."""

    def __init__(self, blocks: Blocks, entries: Sequence[PoEntry]) -> None:
        self._blocks = blocks
        self.stretches: list[_Stretch] = []
        self._by_position: dict[int, int] = {}
        self._by_value: dict[PoEntry, int] = {}
        grouped: defaultdict[int, list[PoEntry]] = defaultdict(list)
        for entry in entries:
            grouped[blocks.start(entry.position)].append(entry)
            self._by_position[entry.position] = len(grouped) - 1
            self._by_value.setdefault(entry, len(grouped) - 1)
        text, end = blocks.source.text, blocks.end(entries[-1].position) if entries else 0
        for start, stop in pairwise((*grouped, end)):
            self.stretches.append(_Stretch(text[start:stop], grouped[start]))
        self.rest = text[end:]

    def index_of(self, entry: PoEntry) -> int | None:
        """Return the stretch that an entry was read in, or one that has the same entry."""
        if entry.blocks is self._blocks:
            return self._by_position.get(entry.position)
        return self._by_value.get(entry)


def _amended(original: _Original, entries: Sequence[PoEntry]) -> str:
    made: list[str] = []
    expected: int | None = 0
    for index, text in _written(original, entries):
        if index is None or index != expected:
            # It stands behind another one than before, or behind none.
            made.append(("\n" if made else "") + text.lstrip("\n"))
        else:
            made.append(text)
        expected = None if index is None else index + 1
    return "".join(made) + original.rest


def _written(original: _Original, entries: Sequence[PoEntry]) -> Iterator[tuple[int | None, str]]:
    """Yield the text of the entries, with the index of the stretch in whose place it stands."""
    at = 0
    while at < len(entries):
        index = original.index_of(entries[at])
        stretch = _NOTHING if index is None else original.stretches[index]
        count = len(stretch.entries)
        if count and entries[at : at + count] == stretch.entries:
            yield index, stretch.text
            at += count
        else:
            blank = "\n" * (len(stretch.text) - len(stretch.text.lstrip("\n")))
            yield index, f"{blank}{block_of(entries[at])}\n"
            at += 1


_NOTHING = _Stretch("", [])


def _in_order(file: PoFile, before: PoFile) -> list[PoEntry]:
    """Return the entries of a file with its header among them, where it was before."""
    known, header = before.header_entry, file.header_entry
    entries = list(file.entries)
    if file.header != before.header or header != known:
        header = header_of(file.header, header) if file.header or header is not None else None
        if header is not None and known is not None:
            header = replace(header, blocks=known.blocks, position=known.position)
    else:
        header = known
    if header is not None:
        position = -1 if known is None else known.position
        entries.insert(sum(one.position < position for one in before.entries), header)
    return entries
