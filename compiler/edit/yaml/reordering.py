"""Keys or items in another order: what belongs to each moves, what stands between them stays."""

from collections.abc import Iterator, Sequence

from compiler.edit.yaml.edits import Reorder
from compiler.edit.yaml.extents import Extent, extents_of
from compiler.edit.yaml.source import Patch, Patches, Source
from compiler.read.yaml_nodes import Collection, key_of


def reorder(source: Source, step: Reorder) -> Iterator[Patches]:
    """Yield the patches that bring parts into another order."""
    around = source.collection(step.route)
    if around is None:
        return
    extents = _extents(source.text, around)
    if extents is None:
        return
    names = _names(around)
    by_name = dict(zip(names, extents, strict=True))
    wanted = iter(step.order)
    patches = []
    for name, place in zip(names, extents, strict=True):
        # What is no key to the reader, or one that is here a second time, stays where it is.
        moved = place if name not in step.order else by_name[next(wanted)]
        if moved is not place:
            patches.append(Patch(place.start, place.end, source.text[moved.start : moved.end]))
    yield tuple(patches)


def _names(around: Collection) -> Sequence[str | int | tuple[int]]:
    if not around.mapping:
        return range(len(around.parts))
    found: list[str | tuple[int]] = []
    for index, part in enumerate(around.parts):
        key = key_of(part)
        found.append((index,) if key is None or key in found else key)
    return found


def _extents(text: str, around: Collection) -> tuple[Extent, ...] | None:
    if not around.flow:
        return extents_of(text, around)
    return tuple(Extent(part.start, part.end) for part in around.parts)
