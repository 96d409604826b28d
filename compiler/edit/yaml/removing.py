"""A key or an item less, and with it the comments that are its own."""

from collections.abc import Iterator

from compiler.edit.yaml.edits import Remove, Set
from compiler.edit.yaml.extents import Extent, extents_of
from compiler.edit.yaml.lines import (
    after_blank_lines,
    blank_before,
    line_end,
    line_start,
    next_line,
)
from compiler.edit.yaml.setting import set_value
from compiler.edit.yaml.source import Patch, Patches, Source
from compiler.read.yaml_nodes import Collection, Part


def remove(source: Source, step: Remove) -> Iterator[Patches]:
    """Yield the patches that remove, best first."""
    around, part = source.part(step.route)
    if len(around.parts) == 1:
        yield from set_value(source, Set(step.route[:-1], {} if around.mapping else []))
        return
    at = around.parts.index(part)
    if around.flow:
        yield from _from_brackets(source.text, around, at)
        return
    extents = extents_of(source.text, around)
    if extents is None:
        return
    start, end = extents[at].start, extents[at].end
    text = source.text
    if blank_before(text, start):
        yield (_lines(text, line_start(text, start), end, extents[at - 1] if at else None),)
    else:
        yield (Patch(start, extents[at + 1].start, ""),)


def _lines(text: str, start: int, end: int, above: Extent | None) -> Patch:
    """Remove lines, and the blank ones on one side of them; ``above`` is the part before."""
    behind = next_line(text, end)
    if above is not None and above.open:
        return Patch(start, after_blank_lines(text, behind), "")
    floor = 0 if above is None else next_line(text, above.end)
    before = start
    while before > floor and not text[_line_above(text, before) : before].strip():
        before = _line_above(text, before)
    if behind == len(text):
        return Patch(before, behind, "")
    heads = above is None and not text[_line_above(text, start) : start].lstrip().startswith("#")
    both = before < start or heads
    return Patch(start, after_blank_lines(text, behind) if both else behind, "")


def _line_above(text: str, start: int) -> int:
    """Return where the line begins above the one that begins at a position."""
    return line_start(text, max(start - (2 if text.startswith("\r\n", start - 2) else 1), 0))


def _from_brackets(text: str, around: Collection, at: int) -> Iterator[Patches]:
    parts = around.parts
    if _own_line(text, around, at):
        begin = line_start(text, parts[at].start)
        lines = Patch(begin, next_line(text, parts[at].end), "")
        if at + 1 < len(parts) or text[parts[at].end :].lstrip(" \t\r\n").startswith(","):
            yield (lines,)
        comma = text.rindex(",", parts[at - 1].end if at else around.start, begin) if at else -1
        if comma >= 0:
            yield (Patch(comma, comma + 1, ""), lines)
    if at + 1 < len(parts):
        yield (Patch(parts[at].start, parts[at + 1].start, ""),)
    else:
        yield (Patch(parts[at - 1].end, parts[at].end, ""),)


def _own_line(text: str, around: Collection, at: int) -> bool:
    """Tell whether a part in brackets has its lines for itself."""
    part: Part = around.parts[at]
    if not blank_before(text, part.start):
        return False
    after = around.parts[at + 1].start if at + 1 < len(around.parts) else around.end - 1
    return after > line_end(text, part.end)
