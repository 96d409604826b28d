"""Catalogues of other projects, merged by entry."""

from dataclasses import replace
from pathlib import Path

from compiler.edit.merging.driver import merge_catalogues
from compiler.read.po import read_po
from compiler.read.po_file import PoFile
from compiler.read.po_writer import KeptLines, write_po


def test_what_two_sides_translate_is_all_there(shared_data: Path) -> None:
    catalogues = sorted((shared_data / "po").rglob("*.po*"))
    assert len(catalogues) > 150
    for path in catalogues[::12]:
        base = path.read_bytes()
        file = read_po(path.name, base)
        ours, theirs = (write_po(translated(file, turn), KeptLines(file)) for turn in (0, 1))
        answer = merge_catalogues(base, ours, theirs)
        assert answer is not None
        assert answer.conflicts == ()
        both = translated(translated(file, 0), 1)
        assert answer.data == write_po(both, KeptLines(file)), path


def translated(file: PoFile, turn: int) -> PoFile:
    """Return a catalogue with every second entry translated anew."""
    entries = tuple(
        entry
        if index % 2 != turn
        else replace(entry, msgstr=tuple(f"Anew: {text}" for text in entry.msgstr))
        for index, entry in enumerate(file.entries)
    )
    return replace(file, entries=entries)
