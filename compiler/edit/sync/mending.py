"""A catalogue as merges on a host may leave it, read so that each label is there once.

Conflict markers, doubled lines, doubled entries: all that can be told from them is one entry with
everything that any of them said. What cannot be read otherwise stays for its author.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from compiler.base.finding import Finding, Severity
from compiler.edit.catalogue.blocks import Blocks, blocks_of, text_of
from compiler.edit.catalogue.entry import Source, source_of, written_of
from compiler.edit.catalogue.uniting import unite
from compiler.edit.merging.entry import Clash
from compiler.edit.merging.files import Merged, merge_entries, merge_files
from compiler.edit.merging.markers import has_markers, sides_of
from compiler.edit.sync.doubled import without_doubled
from compiler.read.po import read_po
from compiler.read.po_file import PoEntry, PoFile
from compiler.read.rules import DUPLICATE_ENTRY

Wanted = Mapping[str, Source] | None
"""The source text of each label; None in the source's own catalogue, which is what says it."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A catalogue with each label once.

    ``blocks`` are the lines its entries have. ``mended`` are labels that stood there in more than
    one version, ``differing`` those of them whose versions said different things. ``whole`` are the
    bytes it was read from, if nothing was wrong with them.
    """

    file: PoFile
    blocks: Blocks
    mended: tuple[str, ...] = ()
    differing: tuple[str, ...] = ()
    whole: bytes = b""


@dataclass(frozen=True, slots=True)
class Broken:
    """A catalogue that cannot be read; ``findings`` say why."""

    findings: tuple[Finding, ...]


def mend(path: str, data: bytes, wanted: Wanted) -> Mended | Broken:
    """Read a catalogue and mend what merges have left in it."""
    file = read_po(path, data)
    if not _errors(file):
        return replace(_once(file, _blocks(file, data), wanted), whole=data)
    text = text_of(data, file)
    if text is None:
        return Broken(_errors(file))
    if not has_markers(text):
        file, blocks = _undoubled(path, text)
        return Broken(_errors(file)) if _errors(file) else _once(file, blocks, wanted)
    return _of_sides(path, text, wanted) or Broken(_errors(file))


def _of_sides(path: str, text: str, wanted: Wanted) -> Mended | None:
    """Return what both sides of a conflict have, as a merge would; None where one is no catalogue.

    Without a base what both sides have alike is taken for it: so what one side alone has stays.
    """
    sides = sides_of(text)
    if sides is None:
        return None
    read = [_undoubled(path, one) for one in (sides.ours, sides.theirs)]
    (ours, blocks), (theirs, their_blocks) = read
    if _errors(ours) or _errors(theirs):
        return None
    base = None if sides.base is None else _undoubled(path, sides.base)[0]
    if base is None or _errors(base):
        base = _alike(ours, theirs)
    merged = merge_files(base, ours, theirs) or _under_our_header(base, ours, theirs)
    return _resolved(merged, blocks.joined(their_blocks), wanted)


def _alike(ours: PoFile, theirs: PoFile) -> PoFile:
    said = {written_of(entry) for entry in theirs.entries}
    entries = tuple(entry for entry in ours.entries if written_of(entry) in said)
    header = {name: text for name, text in ours.header.items() if theirs.header.get(name) == text}
    return replace(ours, header=header, entries=entries)


def _under_our_header(base: PoFile, ours: PoFile, theirs: PoFile) -> Merged:
    return Merged(replace(ours, entries=()), merge_entries(base, ours, theirs))


def _resolved(merged: Merged, blocks: Blocks, wanted: Wanted) -> Mended:
    entries = tuple(
        entry
        for part in merged.parts
        for entry in ((part.ours, part.theirs) if isinstance(part, Clash) else (part,))
        if entry is not None
    )
    clashes = [clash.label for clash in merged.clashes]
    once = _once(replace(merged.head, entries=entries), blocks, wanted)
    return replace(once, mended=tuple(dict.fromkeys((*clashes, *once.mended))))


def _once(file: PoFile, blocks: Blocks, wanted: Wanted) -> Mended:
    """Unite the live entries of each label; without one, those of each text."""
    groups: dict[object, list[PoEntry]] = {}
    for index, entry in enumerate(file.entries):
        name = (entry.msgctxt,) if entry.msgctxt else (None, entry.msgid)
        groups.setdefault(index if entry.obsolete else name, []).append(entry)
    entries, mended, differing = [], [], []
    for group in groups.values():
        first = group[0]
        label = first.msgctxt or first.msgid
        united = unite(group, None if wanted is None else wanted.get(label, source_of(first)))
        entries.append(united.entry)
        if len(group) > 1:
            mended.append(label)
        if united.differing:
            differing.append(label)
    return Mended(replace(file, entries=tuple(entries)), blocks, tuple(mended), tuple(differing))


def _undoubled(path: str, text: str) -> tuple[PoFile, Blocks]:
    """Read a text; where that fails, without the lines that a merge doubled."""
    file = read_po(path, text.encode("utf-8", "replace"))
    if _errors(file):
        text = without_doubled(text)
        file = read_po(path, text.encode("utf-8", "replace"))
    return file, blocks_of(file, text)


def _blocks(file: PoFile, data: bytes) -> Blocks:
    text = text_of(data, file)
    return Blocks() if text is None else blocks_of(file, text)


def _errors(file: PoFile) -> tuple[Finding, ...]:
    """Return what stands in the way of reading; entries that are there twice do not."""
    return tuple(
        finding
        for finding in file.findings
        if finding.severity is Severity.ERROR and finding.rule != DUPLICATE_ENTRY.id
    )
