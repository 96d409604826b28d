"""What a Git merge driver is asked: three versions of a file as bytes, made one."""

from dataclasses import dataclass

from compiler.base.finding import Severity
from compiler.edit.catalogue.blocks import Blocks, blocks_of, join_blocks, text_of, write_blocks
from compiler.edit.merging.entry import Clash
from compiler.edit.merging.files import Merged, merge_files
from compiler.edit.merging.markers import clash_block
from compiler.read.po import read_po
from compiler.read.po_file import PoFile
from compiler.read.rules import DUPLICATE_ENTRY

USUAL_SIZE = 7
"""Characters of a conflict marker, where Git does not say otherwise."""


@dataclass(frozen=True, slots=True)
class MergedFile:
    """The bytes of a merged catalogue, and the labels whose entries conflict in it."""

    data: bytes
    conflicts: tuple[str, ...] = ()


def merge_catalogues(
    base: bytes, ours: bytes, theirs: bytes, marker_size: int = USUAL_SIZE
) -> MergedFile | None:
    """Merge a catalogue by entry; None where a version cannot be read, or headers disagree.

    Each entry in conflict stands between markers of its own, all others are merged.
    """
    if theirs in (ours, base):
        return MergedFile(ours)
    if ours == base:
        return MergedFile(theirs)
    files = [_readable(data) for data in (base, ours, theirs)]
    if None in files:
        return None
    old, mine, other = (file for file in files if file is not None)
    merged = merge_files(old, mine, other)
    if merged is None:
        return None
    blocks = _blocks(mine, ours).joined(_blocks(other, theirs))
    labels = tuple(clash.label for clash in merged.clashes)
    return MergedFile(_written(merged, blocks, marker_size), labels)


def _readable(data: bytes) -> PoFile | None:
    file = read_po("", data)
    broken = any(
        finding.severity is Severity.ERROR and finding.rule != DUPLICATE_ENTRY.id
        for finding in file.findings
    )
    return None if broken else file


def _blocks(file: PoFile, data: bytes) -> Blocks:
    text = text_of(data, file)
    return Blocks() if text is None else blocks_of(file, text)


def _written(merged: Merged, blocks: Blocks, marker_size: int) -> bytes:
    if not merged.clashes:
        entries = tuple(part for part in merged.parts if not isinstance(part, Clash))
        head = merged.head
        file = PoFile(head.path, head.header, header_entry=head.header_entry, entries=entries)
        return write_blocks(file, blocks)
    return join_blocks(
        [
            blocks.header(merged.head),
            *(
                clash_block(part, blocks, marker_size)
                if isinstance(part, Clash)
                else blocks.entry(part)
                for part in merged.parts
            ),
        ]
    )
