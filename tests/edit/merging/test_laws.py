"""What holds of every merge."""

import json

from hypothesis import given
from hypothesis import strategies as st

from compiler.edit.merging.driver import merge_catalogues
from compiler.edit.merging.files import merge_files
from compiler.edit.sync.mending import Mended, mend
from compiler.read.po import read_po
from compiler.read.po_file import PoEntry, PoFile
from compiler.read.po_writer import write_po
from tests.edit.catalogue.strategies import HEADER, LABELS, catalogues, orderly


def said(file: PoFile) -> dict[str | None, object]:
    return {entry.msgctxt: entry for entry in file.entries}


def merged(base: PoFile, ours: PoFile, theirs: PoFile) -> PoFile:
    answer = merge_files(base, ours, theirs)
    assert answer is not None
    assert answer.clashes == ()
    entries = tuple(part for part in answer.parts if isinstance(part, PoEntry))
    return PoFile("", answer.head.header, entries=entries)


@given(catalogues())
def test_a_catalogue_with_itself_is_itself(file: PoFile) -> None:
    data = write_po(file)
    for base in (b"", data):
        answer = merge_catalogues(base, data, data)
        assert answer is not None
        assert (answer.data, answer.conflicts) == (data, ())


@given(catalogues(), catalogues())
def test_one_side_alone_is_that_side(base: PoFile, changed: PoFile) -> None:
    assert merged(base, base, changed).entries == changed.entries
    assert merged(base, changed, base).entries == changed.entries


@st.composite
def apart(draw: st.DrawFn) -> tuple[PoFile, PoFile, PoFile, dict[str, PoEntry]]:
    """Draw a base, two sides that change, add and remove different labels, and both at once."""
    base = {label: draw(orderly(label)) for label in draw(st.sets(st.sampled_from(LABELS)))}
    ours, theirs, both = dict(base), dict(base), dict(base)
    for label in LABELS:
        side = draw(st.sampled_from([None, ours, theirs]))
        if side is None:
            continue
        entry = draw(st.none() | orderly(label))
        for one in (side, both):
            if entry is None:
                one.pop(label, None)
            else:
                one[label] = entry
    made = [PoFile("", HEADER, entries=tuple(one.values())) for one in (base, ours, theirs)]
    return made[0], made[1], made[2], both


@given(apart())
def test_changes_of_different_entries_are_all_applied_whichever_side_merges(
    drawn: tuple[PoFile, PoFile, PoFile, dict[str, PoEntry]],
) -> None:
    base, ours, theirs, both = drawn
    assert said(merged(base, ours, theirs)) == both
    assert said(merged(base, theirs, ours)) == both


@given(catalogues(), catalogues(), catalogues())
def test_every_translation_is_that_of_a_side_and_what_conflicts_is_there_twice(
    base: PoFile, ours: PoFile, theirs: PoFile
) -> None:
    answer = merge_catalogues(write_po(base), write_po(ours), write_po(theirs))
    assert answer is not None
    text = answer.data.decode()
    assert text.count("<<<<<<< ours\n") == len(answer.conflicts)
    assert text.count(">>>>>>> theirs\n") == len(answer.conflicts)
    if not answer.conflicts:
        assert read_po("", answer.data).findings == ()


@given(catalogues(), catalogues(), catalogues())
def test_who_merges_whom_makes_no_difference_but_in_order_and_sides(
    base: PoFile, ours: PoFile, theirs: PoFile
) -> None:
    one, other = merge_files(base, ours, theirs), merge_files(base, theirs, ours)
    assert one is not None
    assert other is not None
    assert {c.label for c in one.clashes} == {c.label for c in other.clashes}
    states = [
        {p.msgctxt: (p.msgid, p.msgstr, p.fuzzy) for p in answer.parts if isinstance(p, PoEntry)}
        for answer in (one, other)
    ]
    assert states[0] == states[1]


@given(catalogues(), catalogues(), catalogues())
def test_a_conflict_that_was_written_can_be_mended_without_a_loss(
    base: PoFile, ours: PoFile, theirs: PoFile
) -> None:
    answer = merge_catalogues(write_po(base), write_po(ours), write_po(theirs))
    merging = merge_files(base, ours, theirs)
    assert answer is not None
    assert merging is not None
    mended = mend("es.po", answer.data, {})
    assert isinstance(mended, Mended)
    assert mended.file.findings == ()
    kept = mended.file.entries
    labels = [entry.msgctxt or "" for entry in kept]
    assert sorted(labels) == sorted(set(labels))
    said = {text for entry in kept for text in entry.msgstr}
    said |= {
        json.loads(line.partition(": ")[2]) for e in kept for line in e.comments if ": " in line
    }
    for clash in merging.clashes:
        for entry in (clash.ours, clash.theirs):
            assert set(entry.msgstr if entry is not None else ()) <= said | {""}
