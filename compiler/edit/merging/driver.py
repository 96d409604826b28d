"""What a Git merge driver is asked: three versions of a file as bytes, made one."""

from dataclasses import dataclass

from compiler.edit.catalogue.faults import faults_of
from compiler.edit.merging.entry import Clash
from compiler.edit.merging.files import merge_files
from compiler.edit.merging.markers import clash_block
from compiler.read.po import read_po
from compiler.read.po_writer import KeptLines, write_blocks

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
    old, mine, other = (read_po("", data) for data in (base, ours, theirs))
    if any(map(faults_of, (old, mine, other))):
        return None
    merged = merge_files(old, mine, other)
    if merged is None:
        return None
    kept = KeptLines(mine, other)
    blocks = (
        clash_block(part, kept, marker_size) if isinstance(part, Clash) else kept.block(part)
        for part in merged.parts
    )
    labels = tuple(clash.label for clash in merged.clashes)
    return MergedFile(write_blocks(merged.head, blocks, kept), labels)
