"""A value in the place of another, which may be written in any way."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from compiler.edit.yaml.edits import Set, Value
from compiler.edit.yaml.extents import tail_of
from compiler.edit.yaml.lines import (
    after_blank_lines,
    blank_before,
    column,
    line_end,
    line_start,
    next_line,
)
from compiler.edit.yaml.scalars import spellings
from compiler.edit.yaml.slots import Slot, Written
from compiler.edit.yaml.source import Patch, Patches, Source
from compiler.read.yaml_nodes import Alias, Collection, Node, Part, Scalar

_PROPERTIES = re.compile(r"(?:[&!][^\s,\[\]{}]*(?:[ \t]+(?=[&!]))?)+")


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a value stands: in ``around`` as ``part``, both None for the outermost value."""

    source: Source
    around: Collection | None
    part: Part | None
    node: Node

    @property
    def text(self) -> str:
        """The text of the file."""
        return self.source.text

    @property
    def flow(self) -> bool:
        """Whether it is inside of brackets."""
        return self.around is not None and self.around.flow

    @property
    def indent(self) -> int:
        """The column of the block around, -1 outside of all."""
        return -1 if self.around is None else self.around.indent

    @property
    def line_end(self) -> str:
        """The line end of the file."""
        return self.source.renderer.style.line_end

    @property
    def like(self) -> Node:
        """What stands here, of an alias what that stands for."""
        node = self.node
        return node.target or node if isinstance(node, Alias) else node

    @property
    def mark_end(self) -> int | None:
        """Where the ``:`` or ``-`` before it ends, or the anchor and tag behind that; or None."""
        if self.part is None or self.part.mark is None:
            return None
        found = _PROPERTIES.match(self.text, self.node.begin)
        return (
            self.part.mark + 1
            if found is None or self.node.begin == self.node.start
            else found.end()
        )

    @property
    def in_place(self) -> bool:
        """Whether a block collection could stand where this value begins: no mark is before it."""
        mark = self.mark_end
        return mark is None or (
            isinstance(self.node, Collection) and not blank_before(self.text, self.node.start)
        )

    @property
    def tail(self) -> int:
        """Where the last line ends that belongs to a block collection."""
        part = self.part
        if part is None and isinstance(self.node, Collection):
            part = self.node.parts[-1]
        tail = tail_of(self.text, part) if part is not None else None
        return self.node.end if tail is None else tail


def set_value(source: Source, step: Set) -> Iterator[Patches]:
    """Yield the patches that give a value another one, best first."""
    node = source.node(step.route)
    if node is None:
        yield (_appended(source, step.value),)
        return
    around, part = source.part(step.route) if step.route else (None, None)
    spot = Spot(source, around, part, node)
    if isinstance(step.value, dict | list) and not (
        spot.flow or source.renderer.is_flow(step.value, spot.like)
    ):
        yield _with_block(spot, step.value)
    for written in _writings(spot, step.value):
        yield _with_inline(spot, written)


def body_indent(text: str, scalar: Scalar) -> int | None:
    """Return the indentation of the lines of a block scalar, None where it has none."""
    position = next_line(text, scalar.head_end)
    while position < scalar.end:
        end = line_end(text, position)
        line = text[position:end]
        if line.strip(" "):
            return len(line) - len(line.lstrip(" "))
        position = next_line(text, position)
    return None


def _appended(source: Source, value: Value) -> Patch:
    text, style = source.text, source.renderer.style
    glue = "" if not text or text.endswith(("\n", "\r")) else style.line_end
    new = source.renderer.block(value, -1, 0, None)
    return Patch(len(text), len(text), f"{glue}{new}{style.line_end}")


def _writings(spot: Spot, value: Value) -> Iterator[Written]:
    """Yield what can stand on the line where the value begins, lines of a text below it."""
    renderer, like = spot.source.renderer, spot.like
    if isinstance(value, dict | list):
        yield Written(renderer.flow(value, like))
        return
    body = max(spot.indent, 0) + renderer.style.indent
    raw = ""
    if isinstance(spot.node, Scalar):
        raw = spot.text[spot.node.start : spot.node.end]
        if spot.node.is_block:
            body = _indent_kept(spot, body)
    slot = Slot(spot.indent, body, renderer.style, spot.flow)
    yield from spellings(value, slot, like if isinstance(like, Scalar) else None, raw)


def _indent_kept(spot: Spot, usual: int) -> int:
    node = spot.node
    if not isinstance(node, Scalar):
        return usual
    given = re.search("[1-9]", spot.text[node.start : node.head_end])
    if given is not None:
        return max(spot.indent, 0) + int(given[0])
    return body_indent(spot.text, node) or usual


def _with_inline(spot: Spot, written: Written) -> Patches:
    """Place what begins on the line of the old value."""
    node, text = spot.node, spot.text
    head, body = written
    if isinstance(node, Collection) and not node.flow:
        mark = spot.mark_end
        if mark is None or spot.in_place:
            return (Patch(node.start, spot.tail, written.joined(spot.line_end)),)
        start, end = line_end(text, mark), spot.tail
        return (Patch(mark, mark, f" {head}"), *_lines(spot, start, end, written))
    if isinstance(node, Scalar) and node.is_block:
        start = line_end(text, node.head_end)
        lines = _lines(spot, start, max(start, node.end), written)
        return (Patch(node.start, node.head_end, head), *lines)
    first = Patch(node.start, node.end, f"{_lead(spot)}{head}")
    if body is None:
        return (first,)
    start = line_end(text, node.end)
    return (first, *_lines(spot, start, start, written))


def _lines(spot: Spot, start: int, end: int, written: Written) -> Patches:
    """Put the lines of a block scalar, or none, in the place of lines."""
    if written.body is None:
        return (Patch(start, end, ""),) if start < end else ()
    text = f"{spot.line_end}{written.body}"
    if "+" in written.head:  # blank lines below it would be part of it
        end = after_blank_lines(spot.text, next_line(spot.text, end))
        return (Patch(start, end, f"{text}{spot.line_end}"),)
    if end == len(spot.text) and "-" not in written.head:
        text += spot.line_end
    return (Patch(start, end, text),)


def _lead(spot: Spot) -> str:
    """Return what has to stand before a text where nothing was written."""
    if spot.node.start < spot.node.end:
        return ""
    part, around = spot.part, spot.around
    before = spot.text[: spot.node.start][-1:]
    if part is None or around is None or part.mark is not None or not around.mapping:
        return "" if before in ("", " ", "\t", "\n", "\r") else " "
    return ": " if around.flow else f"{spot.line_end}{' ' * around.indent}: "


def _with_block(spot: Spot, value: Value) -> Patches:
    """Place a collection that has lines of its own."""
    node, text = spot.node, spot.text
    renderer = spot.source.renderer
    is_block = isinstance(node, Collection) and not node.flow
    mark = spot.mark_end
    like = spot.like if isinstance(node, Alias) or not is_block else None
    if mark is None or (is_block and spot.in_place) or _alone(spot):
        end = spot.tail if is_block else node.end
        new = renderer.block(value, spot.indent, column(text, node.start), like)
        return (Patch(node.start, end, f"{_lead(spot)}{new}"),)
    new = _behind(spot, value, like)
    if is_block:
        return (Patch(line_end(text, mark), spot.tail, new),)
    gone = node.head_end if isinstance(node, Scalar) else node.end
    end = line_end(text, gone)
    return (Patch(mark, gone, ""), Patch(end, max(end, node.end), new))


def _alone(spot: Spot) -> bool:
    """Tell whether a value stands on a line below its mark, or behind its dash and no comment."""
    node, text = spot.node, spot.text
    if node.start == node.end or (isinstance(node, Scalar) and node.is_block):
        return False
    if isinstance(node, Collection) and not node.flow:
        return False
    if blank_before(text, node.start) and node.start > line_start(text, node.start):
        return True
    is_item = spot.part is not None and spot.part.key is None and node.begin == node.start
    return is_item and not text[node.end : line_end(text, node.end)].strip()


def _behind(spot: Spot, value: Value, like: Node | None) -> str:
    """Return the lines of a collection below the mark that it belongs to."""
    renderer = spot.source.renderer
    last = spot.line_end if line_end(spot.text, spot.node.end) == len(spot.text) else ""
    if spot.part is not None and spot.part.key is not None:
        return f"{renderer.behind(value, spot.indent, like)}{last}"
    inner = spot.indent + renderer.style.indent
    lines = renderer.block(value, spot.indent, inner, like)
    return f"{spot.line_end}{' ' * inner}{lines}{last}"


def with_anchor(spot: Spot, name: str, value: Value) -> Iterator[Patches]:
    """Yield the patches that write a value in the place of an alias, and an anchor before it."""
    mark = spot.mark_end
    block = isinstance(value, dict | list) and not spot.flow
    if block and mark is not None and not spot.source.renderer.is_flow(value, spot.like):
        end = line_end(spot.text, spot.node.end)
        lines = Patch(end, end, _behind(spot, value, spot.like))
        yield (Patch(mark, spot.node.end, f" &{name}"), lines)
    for head, body in _writings(spot, value):
        yield _with_inline(spot, Written(f"&{name} {head}", body))
