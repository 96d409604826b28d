"""Any edit of any catalogue: the entries are as meant, and the lines of all others stay."""

from collections.abc import Callable
from dataclasses import replace

from hypothesis import assume, given
from hypothesis import strategies as st

from compiler.edit.po.editing import edit_po
from compiler.edit.po.edits import (
    AddEntry,
    PoEdit,
    RemoveEntry,
    RenameLabel,
    ReplaceEntry,
    SetFlags,
    SetSource,
    SetTranslation,
)
from compiler.read.po import read_po
from compiler.read.po_file import PoEntry
from tests.edit.catalogue.strategies import entries, flags, texts

BLOCKS = [
    '#. said\nmsgid "a"\nmsgstr "b"\n',
    '#,fuzzy\n#: a.ts:1\n# mine\nmsgctxt "c"\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[1] ""\n"d"\n',
    '\n\nmsgid  "b"\nmsgstr "b"\n',
    'msgctxt "k"\nmsgid "e"\n\nmsgstr  "b"\n# kept\n',
    '#~ msgid "e"\n#~ msgstr "b"\n',
    '\n#~ # old\n#~ msgid "f"\n\n#~ msgstr "b"\n',
    '#| msgid "was"\n #, fuzzy\nmsgid "g" \nmsgstr ""\n"wrapped text "\n"goes on"\n',
    '# more\nmsgctxt "m" msgid "g"\nmsgstr "h"\n',
]  # fmt: skip
HEADER = '# Licence\nmsgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'


@st.composite
def catalogues(draw: st.DrawFn) -> bytes:
    blocks = draw(st.lists(st.sampled_from(BLOCKS), max_size=6, unique=True))
    apart = draw(st.sampled_from(["", "\n", "\n", "\n\n"]))
    text = draw(st.sampled_from(["", HEADER])) + apart.join(blocks)
    text += draw(st.sampled_from(["", "\n", "\n# last word\n"]))
    text = text.rstrip("\n") if draw(st.booleans()) else text
    text = text.replace("\n", draw(st.sampled_from(["\n", "\n", "\r\n", "\r"])))
    return (draw(st.sampled_from(["", "\ufeff"])) + text).encode()


def label_of(entry: PoEntry) -> str:
    return entry.msgctxt or entry.msgid


@given(catalogues(), st.data())
def test_any_edit(before: bytes, draw: st.DataObject) -> None:
    file = read_po("es.po", before)
    assert file.findings == ()
    live = [index for index, entry in enumerate(file.entries) if not entry.obsolete]
    if not live or draw.draw(st.integers(0, 5)) == 0:
        edit, wanted, touched = adding(draw, file.entries)
    else:
        index = draw.draw(st.sampled_from(live))
        touched = {index}
        edit, changed = draw.draw(st.sampled_from(EDITS))(draw, file.entries[index])
        wanted = (*file.entries[:index], *changed, *file.entries[index + 1 :])
    names = [(one.msgctxt, one.msgid) for one in wanted if not one.obsolete]
    labels = [one.msgctxt or (None, one.msgid) for one in wanted if not one.obsolete]
    assume(len(set(names)) == len(names) and len(set(labels)) == len(labels))
    after = edit_po("es.po", before, [edit])
    again = read_po("es.po", after)
    assert again.findings == ()
    assert again.entries == wanted
    assert (again.header_entry, again.closing) == (file.header_entry, file.closing)
    for index, entry in enumerate(file.entries):
        if index not in touched and entry.blocks is not None:
            lines = entry.blocks.lines(entry.position)
            assert lines is not None
            end = "\r\n" if b"\r\n" in before else "\r" if b"\r" in before else "\n"
            assert lines.replace("\n", end) in after.decode()


Changed = tuple[PoEdit, tuple[PoEntry, ...]]


def adding(
    draw: st.DataObject, found: tuple[PoEntry, ...]
) -> tuple[PoEdit, tuple[PoEntry, ...], set[int]]:
    entry = draw.draw(entries("new", obsolete=False))
    live = [index for index, one in enumerate(found) if not one.obsolete]
    place = draw.draw(st.sampled_from([None, *live]))
    at = (place if place is not None else live[-1] if live else -1) + 1
    after = None if place is None else label_of(found[place])
    return AddEntry(entry, after), (*found[:at], entry, *found[at:]), set()


def translating(draw: st.DataObject, entry: PoEntry) -> Changed:
    new = tuple(draw.draw(texts) for _ in entry.msgstr)
    return SetTranslation(label_of(entry), new), (replace(entry, msgstr=new),)


def flagging(draw: st.DataObject, entry: PoEntry) -> Changed:
    new = draw.draw(flags)
    return SetFlags(label_of(entry), new), (replace(entry, flags=new),)


def sourcing(draw: st.DataObject, entry: PoEntry) -> Changed:
    new = draw.draw(texts.filter(bool))
    plural = None if entry.msgid_plural is None else draw.draw(texts)
    changed = replace(entry, msgid=new, msgid_plural=plural)
    return SetSource(label_of(entry), new, plural), (changed,)


def renaming(_draw: st.DataObject, entry: PoEntry) -> Changed:
    return RenameLabel(label_of(entry), "new"), (replace(entry, msgctxt="new"),)


def replacing(draw: st.DataObject, entry: PoEntry) -> Changed:
    new = draw.draw(entries("new", obsolete=False))
    return ReplaceEntry(label_of(entry), new), (new,)


def removing(_draw: st.DataObject, entry: PoEntry) -> Changed:
    return RemoveEntry(label_of(entry)), ()


EDITS: list[Callable[[st.DataObject, PoEntry], Changed]] = [
    translating,
    flagging,
    sourcing,
    renaming,
    replacing,
    removing,
]
