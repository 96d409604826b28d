"""A value in the place of another, which may be written in any way."""

from collections.abc import Iterator

from compiler.edit.yaml.edits import Set, Value
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
from compiler.edit.yaml.spots import Spot
from compiler.read.yaml_nodes import Alias, Collection, Node, Scalar


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
    node = spot.node
    raw = spot.text[node.start : node.end] if isinstance(node, Scalar) else ""
    slot = Slot(spot.indent, spot.body_indent, renderer.style, spot.flow)
    yield from spellings(value, slot, like if isinstance(like, Scalar) else None, raw)


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
