"""Catalogues of other projects: written as they were, and merged by entry."""

from pathlib import Path

import pytest

from compiler.edit.catalogue.blocks import Blocks, blocks_of, text_of, write_blocks
from compiler.edit.catalogue.entry import revised, written_of
from compiler.edit.merging.driver import merge_catalogues
from compiler.read.po import read_po
from compiler.read.po_file import PoFile


@pytest.fixture(scope="module")
def catalogues(shared_data: Path) -> list[Path]:
    found = sorted((shared_data / "po").rglob("*.po*"))
    assert len(found) > 150
    return found


def test_they_are_written_as_they_were_but_for_blank_lines(catalogues: list[Path]) -> None:
    changed = []
    for path in catalogues[::3]:
        data = path.read_bytes()
        once = rewritten(read_po(path.name, data), data)
        assert rewritten(read_po(path.name, once), once) == once, path
        if once != data:
            changed.append(path)
            assert [line for line in once.splitlines() if line] == [
                line for line in data.splitlines() if line
            ]
    assert len(changed) < 10


def test_what_two_sides_translate_is_all_there(catalogues: list[Path]) -> None:
    for path in catalogues[::12]:
        base = path.read_bytes()
        file = read_po(path.name, base)
        ours = rewritten(translated(file, 0), base)
        theirs = rewritten(translated(file, 1), base)
        answer = merge_catalogues(base, ours, theirs)
        assert answer is not None
        assert answer.conflicts == ()
        both = translated(translated(file, 0), 1)
        merged = read_po(path.name, answer.data)
        assert [*map(written_of, merged.entries)] == [*map(written_of, both.entries)], path


def rewritten(file: PoFile, data: bytes) -> bytes:
    """Return a catalogue with the lines that its entries have in the data."""
    read = read_po(file.path, data)
    text = text_of(data, read)
    return write_blocks(file, Blocks() if text is None else blocks_of(read, text))


def translated(file: PoFile, turn: int) -> PoFile:
    """Return a catalogue with every second entry translated anew."""
    entries = [
        entry
        if index % 2 != turn
        else revised(entry, msgstr=tuple(f"Anew: {text}" for text in entry.msgstr))
        for index, entry in enumerate(file.entries)
    ]
    return PoFile(file.path, file.header, header_entry=file.header_entry, entries=tuple(entries))
