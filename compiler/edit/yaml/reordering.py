"""Keys or items in another order: what belongs to each moves, what stands between them stays."""

import re
from collections.abc import Iterator, Sequence

from compiler.edit.yaml.edits import Reorder
from compiler.edit.yaml.extents import Extent, extents_of
from compiler.edit.yaml.lines import after_blank_lines, next_line
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
    # What is no key to the reader, or one that is here a second time, stays where it is.
    moved = [by_name[next(wanted)] if name in step.order else by_name[name] for name in names]
    patches = [
        Patch(place.start, place.end, source.text[one.start : one.end])
        for place, one in zip(extents, moved, strict=True)
    ]
    yield tuple(patches)
    if not around.flow:
        yield (*patches, *_without_blank_lines(source, around, extents, moved))


def _without_blank_lines(
    source: Source, around: Collection, extents: Sequence[Extent], moved: Sequence[Extent]
) -> Iterator[Patch]:
    """Yield patches of the blank lines and comments that a text moved above them would take in."""
    text, line_ends = source.text, source.renderer.style.line_end
    for place, below, one in zip(extents, extents[1:], moved, strict=False):
        if one.lines:
            lines = re.split(r"\r\n|\r|\n", text[place.end : below.start])
            margin = " " * around.indent
            said = [f"{margin}{line.strip()}" for line in lines[:-1] if line.strip()]
            apart = ["", *said, margin]
            yield Patch(place.end, below.start, line_ends.join(apart))
    end = extents[-1].end
    if moved[-1].lines:
        yield Patch(end, after_blank_lines(text, next_line(text, end)), line_ends)


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
