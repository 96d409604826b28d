"""A catalogue as merges on a host may leave it, read so that each label is there once.

Conflict markers, doubled lines, doubled entries: all that can be told from them is one entry with
everything that any of them said. What cannot be read otherwise stays for its author.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from compiler.base.finding import Finding
from compiler.edit.catalogue.entry import SourceText, source_of
from compiler.edit.catalogue.faults import faults_of
from compiler.edit.catalogue.uniting import unite
from compiler.edit.merging.entry import Clash
from compiler.edit.merging.files import Merged, merge_files, merge_under
from compiler.edit.merging.markers import has_markers, sides_of
from compiler.edit.sync.doubled import without_doubled
from compiler.read.po import read_po, read_source
from compiler.read.po_file import PoEntry, PoFile
from compiler.read.po_source import Source
from compiler.read.po_writer import KeptLines
from compiler.read.rules import NOT_UTF_8

Wanted = Mapping[str, SourceText] | None
"""The source text of each label; None in the source's own catalogue, which is what says it."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A catalogue with each label once.

    ``kept`` are the lines that it has. ``mended`` are labels that stood there in more than one
    version, ``differing`` those of them whose versions said different things.
    """

    file: PoFile
    kept: KeptLines
    mended: tuple[str, ...] = ()
    differing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Broken:
    """A catalogue that cannot be read; ``findings`` say why."""

    findings: tuple[Finding, ...]


def mend(path: str, data: bytes, wanted: Wanted) -> Mended | Broken:
    """Read a catalogue and mend what merges have left in it."""
    file = read_po(path, data)
    faults = faults_of(file)
    if not faults:
        return _once(file, KeptLines(file), wanted)
    source = file.source
    if source is None or any(fault.rule == NOT_UTF_8.id for fault in faults):
        return Broken(faults)
    if has_markers(source.text):
        return _of_sides(source, wanted) or Broken(faults)
    file = _without_doubled(source)
    faults = faults_of(file)
    return Broken(faults) if faults else _once(file, KeptLines(file), wanted)


def _of_sides(source: Source, wanted: Wanted) -> Mended | None:
    """Return what both sides of a conflict have, as a merge would; None where one is no catalogue.

    Without a base what both sides have alike is taken for it: so what one side alone has stays.
    """
    sides = sides_of(source.text)
    if sides is None:
        return None
    ours, theirs, base = (
        None if text is None else _undoubled(Source(source.path, text, source.charset))
        for text in (sides.ours, sides.theirs, sides.base)
    )
    if ours is None or theirs is None or faults_of(ours) or faults_of(theirs):
        return None
    if base is None or faults_of(base):
        base = _alike(ours, theirs)
    merged = merge_files(base, ours, theirs) or merge_under(ours.header, base, ours, theirs)
    return _resolved(merged, KeptLines(ours, theirs), wanted)


def _alike(ours: PoFile, theirs: PoFile) -> PoFile:
    said = set(theirs.entries)
    entries = tuple(entry for entry in ours.entries if entry in said)
    header = {name: text for name, text in ours.header.items() if theirs.header.get(name) == text}
    return PoFile(ours.path, header, entries=entries)


def _resolved(merged: Merged, kept: KeptLines, wanted: Wanted) -> Mended:
    entries = tuple(
        entry
        for part in merged.parts
        for entry in ((part.ours, part.theirs) if isinstance(part, Clash) else (part,))
        if entry is not None
    )
    clashes = [clash.label for clash in merged.clashes]
    once = _once(replace(merged.head, entries=entries), kept, wanted)
    return replace(once, mended=tuple(dict.fromkeys((*clashes, *once.mended))))


def _once(file: PoFile, kept: KeptLines, wanted: Wanted) -> Mended:
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
    return Mended(replace(file, entries=tuple(entries)), kept, tuple(mended), tuple(differing))


def _undoubled(source: Source) -> PoFile:
    """Read a text; where that fails, without the lines that a merge doubled."""
    file = read_source(source)
    return _without_doubled(source) if faults_of(file) else file


def _without_doubled(source: Source) -> PoFile:
    return read_source(Source(source.path, without_doubled(source.text), source.charset))
