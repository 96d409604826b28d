"""Which lines belong to a pair or item of a block: its own comments above it and inside it."""

import re
from dataclasses import dataclass
from itertools import pairwise

from compiler.edit.yaml.lines import (
    blank_before,
    column,
    line_end,
    line_start,
    next_line,
)
from compiler.read.yaml_nodes import Collection, Node, Part, Scalar

_COMMENT = re.compile(r"[ \t]*#")
_BLANK = re.compile(r"[ \t]*(?=[\r\n]|\Z)")
_ENTRY_END = re.compile(r"[ \t]*(?:#[^\r\n]*)?(?=[\r\n]|\Z)")


@dataclass(frozen=True, slots=True)
class Extent:
    """From the first sign of a part or of its own comments to the end of its last line.

    ``start`` is behind the indentation of its line, ``end`` before the line end. It has ``lines``
    at its end where a block scalar stands there; to one that is ``open`` blank lines would belong.
    """

    start: int
    end: int
    lines: bool = False
    open: bool = False


def extents_of(text: str, around: Collection) -> tuple[Extent, ...] | None:
    """Return the extents of the parts of a block, None where two share a line."""
    found: list[Extent] = []
    floor = 0
    for part in around.parts:
        end = tail_of(text, part)
        if end is None or (found and not blank_before(text, part.start)):
            return None
        found.append(Extent(_head(text, part, floor), end, *_last_lines(text, part)))
        floor = next_line(text, end)
    return tuple(found)


def spaced(text: str, extents: tuple[Extent, ...]) -> bool:
    """Tell whether there are blank lines between all parts."""
    gaps = pairwise(extents)
    return len(extents) > 1 and all(
        len(re.findall(r"\r\n|\r|\n", text[one.end : other.start])) > 1 for one, other in gaps
    )


def last_scalar(node: Node) -> Scalar | None:
    """Return the scalar that a node ends with, None where it ends otherwise."""
    while isinstance(node, Collection) and node.parts and not node.flow:
        node = node.parts[-1].value
    return node if isinstance(node, Scalar) else None


def _last_lines(text: str, part: Part) -> tuple[bool, bool]:
    """Tell whether a block scalar ends a part, and whether it keeps blank lines."""
    last = last_scalar(part.value)
    if last is None or not last.is_block:
        return False, False
    return True, "+" in text[last.start : last.head_end]


def _head(text: str, part: Part, floor: int) -> int:
    """Return where the comments begin that stand right above a part, indented as it is."""
    start = part.start
    if not blank_before(text, start):
        return start
    margin = column(text, start)
    line = line_start(text, start)
    while line > floor:
        above = line_start(text, line - 1 - text.startswith("\r\n", line - 2))
        if above < floor or not _COMMENT.match(text, above):
            break
        sign = text.index("#", above)
        if sign - above != margin:
            break
        line, start = above, sign
    # What begins on a file's first line speaks of the file.
    return part.start if line == 0 and start != part.start else start


def tail_of(text: str, part: Part) -> int | None:
    """Return where the last line of a part ends, comments that are indented deeper with it."""
    found = _ENTRY_END.match(text, part.end)
    if found is None:
        return None
    end = found.end()
    value = part.value
    if not isinstance(value, Collection) or value.flow:
        return end
    margin = column(text, part.start)
    line = next_line(text, end)
    while line < len(text):
        comment = _COMMENT.match(text, line)
        if comment is None and not _BLANK.match(text, line):
            break
        if comment is not None:
            if comment.end() - 1 - line <= margin:
                break
            end = line_end(text, line)
        line = next_line(text, line)
    return end
