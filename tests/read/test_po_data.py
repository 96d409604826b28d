"""Catalogues of other projects: read as polib reads them, written so that gettext takes them."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import polib
import pytest

from compiler.read.po import read_po
from compiler.read.po_charset import decode_catalogue
from compiler.read.po_file import PoEntry, PoFile
from compiler.read.po_writer import KeptLines, write_po
from tests.conftest import missing
from tests.read.scanned import by_the_reader, by_the_scanner


@pytest.fixture(scope="module")
def catalogues(shared_data: Path) -> list[Path]:
    found = sorted((shared_data / "po").rglob("*.po*"))
    assert len(found) > 150
    return found


def test_they_read_as_by_polib(catalogues: list[Path]) -> None:
    for path in catalogues:
        file = read_po(path.name, path.read_bytes())
        expected = polib.pofile(str(path), encoding="utf-8")
        assert file.findings == (), path
        assert file.header == expected.metadata, path
        assert [ours(entry) for entry in file.entries] == [theirs(entry) for entry in expected]


def test_what_is_written_reads_the_same(catalogues: list[Path]) -> None:
    for path in catalogues:
        file = read_po(path.name, path.read_bytes())
        again = read_po(path.name, write_po(file))
        assert again.findings == ()
        assert again.entries == file.entries
        assert again.closing == file.closing
        assert strict(again) == strict(file)


def test_the_fast_way_gives_what_the_scanner_gives(catalogues: list[Path]) -> None:
    for path in catalogues:
        source, _ = decode_catalogue(path.name, path.read_bytes())
        assert by_the_reader(source) == by_the_scanner(source), path


def test_the_scanner_is_hardly_needed(catalogues: list[Path]) -> None:
    entries = [
        entry
        for path in catalogues
        for entry in read_po(path.name, path.read_bytes()).entries
        if entry.blocks is not None
    ]
    slow = [one for one in entries if one.blocks and one.position in one.blocks._drafts]
    assert len(slow) < len(entries) / 1000


def test_what_was_not_changed_comes_out_byte_by_byte_but_for_blank_lines(
    catalogues: list[Path],
) -> None:
    differing = []
    for path in catalogues:
        data = path.read_bytes()
        file = read_po(path.name, data)
        once = write_po(file, KeptLines(file))
        if once != data:
            differing.append(path)
            assert [*filter(None, once.split(b"\n"))] == [*filter(None, data.split(b"\n"))], path
            again = read_po(path.name, once)
            assert write_po(again, KeptLines(again)) == once
    assert len(differing) < 10


def test_a_change_is_a_difference_of_one_entry(catalogues: list[Path]) -> None:
    for path in (path for path in catalogues if path.stat().st_size > 20_000):
        data = path.read_bytes()
        file = read_po(path.name, data)
        middle = len(file.entries) // 2
        before, entry, after = (
            file.entries[:middle],
            file.entries[middle],
            file.entries[middle + 1 :],
        )
        changed = replace(entry, msgstr=("changed",) * len(entry.msgstr))
        amended = replace(file, entries=(*before, changed, *after))
        written = write_po(amended, KeptLines(file))
        begin, end = entry.position, after[0].position
        text = data.decode()
        assert written.decode().startswith(text[:begin])
        assert written.decode().endswith(text[end:])
        assert read_po(path.name, written).entries == amended.entries


def test_gettext_reads_what_is_written(catalogues: list[Path], tmp_path: Path) -> None:
    if shutil.which("msgcat") is None:
        missing("gettext is not installed")
    for path in [p for p in catalogues if p.name in ("django.po", "ru.po", "translations.po")][::6]:
        file = read_po(path.name, path.read_bytes())
        written = tmp_path / "written.po"
        written.write_bytes(write_po(file))
        done = subprocess.run(["msgcat", "--no-wrap", written], capture_output=True, check=True)
        assert read_po(path.name, done.stdout).entries == file.entries


def strict(file: PoFile) -> Any:
    header = file.header_entry
    about = None if header is None else (header.comments, header.flags, header.extracted)
    return {**file.header, "Content-Type": ""}, about


def ours(entry: PoEntry) -> Any:
    return (
        entry.msgctxt,
        entry.msgid,
        entry.msgid_plural,
        entry.msgstr,
        entry.flags,
        entry.obsolete,
        "\n".join(line for line in entry.extracted if line),
        "\n".join(entry.comments),
        entry.references,
        entry.previous_msgid,
        entry.previous_msgctxt,
        entry.place("msgid").line >= 1,
    )


def theirs(entry: polib.POEntry) -> Any:
    forms = tuple(entry.msgstr_plural[index] for index in sorted(entry.msgstr_plural))
    return (
        entry.msgctxt,
        entry.msgid,
        entry.msgid_plural or None,
        forms if entry.msgid_plural else (entry.msgstr,),
        tuple(entry.flags),
        bool(entry.obsolete),
        entry.comment,
        entry.tcomment,
        tuple(f"{file}:{line}" if line else file for file, line in entry.occurrences),
        entry.previous_msgid,
        entry.previous_msgctxt,
        True,
    )
