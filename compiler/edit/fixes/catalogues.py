"""Fixes of texts in catalogues; where a source text changes, its translations stay of today."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from pathlib import PurePosixPath

from compiler.base.failure import UsageError
from compiler.base.fix import Fix, RemoveEntry, RemoveFlag, ReplaceText
from compiler.edit.catalogue.entry import SourceText, revised, source_of
from compiler.edit.draft import Draft
from compiler.edit.po.editing import edit_po
from compiler.edit.po.edits import PoEdit, ReplaceEntry
from compiler.edit.po.edits import RemoveEntry as RemoveEntryEdit
from compiler.read.po import read_po
from compiler.read.po_file import PoEntry

TextFix = ReplaceText | RemoveEntry | RemoveFlag


def mend_catalogue(
    draft: Draft, paths: Sequence[str], path: str, fixes: Iterable[TextFix]
) -> Iterator[Fix]:
    """Make the fixes of a catalogue; yield those that were made."""
    entries = _entries(draft, path)
    by_label: dict[str, list[TextFix]] = {}
    for one in fixes:
        if one.label in entries:
            by_label.setdefault(one.label, []).append(one)
    edits: dict[str, PoEdit] = {}
    for label, those in by_label.items():
        edit, done = _edit(entries[label], those)
        if done:
            edits[label], by_label[label] = edit, done
    made = _made(draft, path, edits)
    for label in made:
        yield from by_label[label]
    sources = {
        label: (source_of(entries[label]), source_of(edit.entry))
        for label in made
        if isinstance(edit := edits[label], ReplaceEntry)
        and source_of(edit.entry) != source_of(entries[label])
    }
    if sources:
        _carry(draft, paths, path, sources)


def _entries(draft: Draft, path: str) -> dict[str, PoEntry]:
    data = draft.data(path)
    entries = () if data is None else read_po(path, data).entries
    return {one.msgctxt: one for one in entries if one.msgctxt and not one.obsolete}


def _edit(entry: PoEntry, fixes: Sequence[TextFix]) -> tuple[PoEdit, list[TextFix]]:
    """Return what mends an entry, and which fixes that makes: those that overlap wait."""
    gone = [one for one in fixes if isinstance(one, RemoveEntry)]
    if gone:
        return RemoveEntryEdit(gone[0].label), [*gone]
    flags = [one for one in fixes if isinstance(one, RemoveFlag) and one.flag in entry.flags]
    after = _without(entry, {one.flag for one in flags})
    done: list[TextFix] = [*flags]
    texts = [one for one in fixes if isinstance(one, ReplaceText)]
    border: dict[tuple[bool, int], int] = {}
    # From the last: so the offsets of the others hold.
    for one in sorted(texts, key=lambda one: (one.start, one.end), reverse=True):
        text = _text(entry, one)
        fits = text is not None and text[one.start : one.end] == one.old
        key = (one.of_source, one.form)
        if fits and one.end <= border.get(key, one.end):
            border[key] = one.start
            after = _replaced(after, one)
            done.append(one)
    return ReplaceEntry(entry.msgctxt or "", after), done


def _without(entry: PoEntry, flags: AbstractSet[str]) -> PoEntry:
    return revised(entry, flags=tuple(one for one in entry.flags if one not in flags))


def _text(entry: PoEntry, fix: ReplaceText) -> str | None:
    texts = (entry.msgid, entry.msgid_plural) if fix.of_source else entry.msgstr
    return texts[fix.form] if fix.form < len(texts) else None


def _replaced(entry: PoEntry, fix: ReplaceText) -> PoEntry:
    text = _text(entry, fix) or ""
    new = f"{text[: fix.start]}{fix.new}{text[fix.end :]}"
    if fix.of_source:
        return revised(entry, **{"msgid_plural" if fix.form else "msgid": new})
    msgstr = tuple(new if form == fix.form else one for form, one in enumerate(entry.msgstr))
    return revised(entry, msgstr=msgstr)


def _made(draft: Draft, path: str, edits: Mapping[str, PoEdit]) -> list[str]:
    """Make edits, together or else one by one; return the labels of those that were made."""
    if edits and _try(draft, path, edits.values()):
        return list(edits)
    return [label for label, edit in edits.items() if _try(draft, path, [edit])]


def _try(draft: Draft, path: str, edits: Iterable[PoEdit]) -> bool:
    try:
        draft.put(path, edit_po(path, draft.data(path) or b"", edits))
    except UsageError:
        return False
    return True


def _carry(
    draft: Draft,
    paths: Sequence[str],
    path: str,
    sources: Mapping[str, tuple[SourceText, SourceText]],
) -> None:
    """Let translations of a source text follow it: what mends it does not make them stale."""
    for other in _translations(paths, path):
        edits = {}
        for label, entry in _entries(draft, other).items():
            before, after = sources.get(label, (None, None))
            if after is not None and source_of(entry) == before:
                renewed = revised(entry, msgid=after[0], msgid_plural=after[1])
                edits[label] = ReplaceEntry(label, renewed)
        _made(draft, other, edits)


def _translations(paths: Sequence[str], path: str) -> Iterator[str]:
    """Yield the other catalogues of a namespace, and where all areas share it, theirs too."""
    folder = str(PurePosixPath(path).parent)
    name = folder.removeprefix("content/")
    for one in paths:
        parent = str(PurePosixPath(one).parent)
        of_area = parent.startswith("content/areas/") and parent.endswith(f"/{name}")
        if one != path and one.endswith(".po") and (parent == folder or of_area):
            yield one
