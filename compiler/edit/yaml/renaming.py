"""A key of another name."""

from collections.abc import Iterator

from compiler.edit.yaml.edits import Rename
from compiler.edit.yaml.scalars import spellings
from compiler.edit.yaml.slots import Slot
from compiler.edit.yaml.source import Patch, Patches, Source
from compiler.read.yaml_nodes import Scalar


def rename(source: Source, step: Rename) -> Iterator[Patches]:
    """Yield the patches that rename a key, best first."""
    around, part = source.part(step.route)
    if part.key is None:
        return
    slot = Slot(-1, 0, source.renderer.style, flow=around.flow, key=True)
    for written in spellings(step.key, slot, part.key if isinstance(part.key, Scalar) else None):
        yield (Patch(part.key.start, part.key.end, written.head),)
