"""Every catalogue of this repository and of other projects: an entry changed changes its lines."""

import difflib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from compiler.edit.catalogue.faults import faults_of
from compiler.edit.po.editing import edit_po
from compiler.edit.po.edits import (
    AddEntry,
    PoEdit,
    RemoveEntry,
    RenameLabel,
    SetFlags,
    SetTranslation,
)
from compiler.edit.po.wrapping import width_of, wrapped
from compiler.read.po import read_po
from compiler.read.po_file import PoEntry, PoFile

MOST = 6


def unmistakable(file: PoFile) -> list[PoEntry]:
    """Return some live entries whose label no other has."""
    live = [entry for entry in file.entries if not entry.obsolete]
    labels = Counter(entry.msgctxt or entry.msgid for entry in live)
    found = [entry for entry in live if labels[entry.msgctxt or entry.msgid] == 1]
    return found[:: max(len(found) // MOST, 1)][:MOST]


def changed_lines(before: bytes, after: bytes) -> tuple[list[bytes], list[bytes]]:
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    # What is the same above and below is most of a file, and slow to compare.
    above = next((at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), 0)
    old, new = old[above:], new[above:]
    while old and new and old[-1] == new[-1]:
        old.pop()
        new.pop()
    gone, come = [], []
    for tag, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            gone += old[a:b]
            come += new[c:d]
    return gone, come


def check(path: Path) -> int:
    data = path.read_bytes()
    file = read_po(path.name, data)
    if faults_of(file):
        return 0
    found = unmistakable(file)
    for entry in found:
        label = entry.msgctxt or entry.msgid
        new = tuple(f"{text}X" for text in entry.msgstr)
        edits: Sequence[PoEdit] = [
            SetTranslation(label, new),
            SetFlags(label, (*entry.flags, "no-wrap")),
            RenameLabel(label, "another.label"),
            RemoveEntry(label),
            AddEntry(PoEntry("Text of mine", ("",), "another.label"), after=label),
        ]
        for edit in edits:
            after = edit_po(path.name, data, [edit])
            assert after != data
            if isinstance(edit, SetTranslation | SetFlags | RenameLabel):
                gone, come = changed_lines(data, after)
                lines = sum(text.count("\n") + 2 for text in entry.msgstr)
                assert len(gone) <= lines, (path.name, label, gone, come)
    return len(found)


def test_this_repository(project_root: Path) -> None:
    paths = sorted((project_root / "content").rglob("*.po"))
    assert sum(map(check, paths)) > 50


@pytest.mark.parametrize("folder", ["django", "django-allauth", "fixtures-babel", "fixtures-php-gettext"])  # fmt: skip
def test_other_projects(shared_data: Path, folder: str) -> None:
    paths = sorted((shared_data / "po" / folder).rglob("*.po"))
    assert sum(map(check, paths[:: 4 if folder == "django" else 1])) > 0


def test_large_catalogues(shared_data: Path) -> None:
    (path,) = (shared_data / "po" / "superset").rglob("*pl*.po")
    data = path.read_bytes()
    live = [entry for entry in read_po("pl.po", data).entries if not entry.obsolete]
    edits = [SetTranslation(entry.msgid, ("x",)) for entry in live if not entry.msgid_plural]
    after = edit_po("pl.po", data, edits[:500])
    told = {entry.msgid: entry.msgstr for entry in read_po("pl.po", after).entries}
    assert {told[edit.label] for edit in edits[:500]} == {("x",)}
    assert sum(told[entry.msgid] == entry.msgstr for entry in live) >= len(live) - 500


def test_texts_are_wrapped_as_gettext_wraps_them(shared_data: Path) -> None:
    """Not to the letter: gettext ends lines at more signs than spaces."""
    same = count = 0
    for path in sorted((shared_data / "po" / "django").rglob("django.po")):
        file = read_po(path.name, path.read_bytes())
        width = width_of(path.read_text("utf-8").split("\n"))
        for entry in file.entries:
            lines = entry.blocks.lines(entry.position) if entry.blocks is not None else None
            for text in entry.msgstr if entry.msgid_plural is None else ():
                if lines is not None and len(text) > 80:
                    count += 1
                    same += "\n".join(wrapped("msgstr", text, width)) in lines
    assert count > 500
    assert same / count > 0.85
