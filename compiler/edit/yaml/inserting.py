"""A key or an item more."""

from collections.abc import Iterator

from compiler.edit.yaml.edits import Insert, InsertItem, Set, Value
from compiler.edit.yaml.extents import Extent, extents_of, last_scalar, spaced
from compiler.edit.yaml.lines import line_end, line_start
from compiler.edit.yaml.meaning import position_in
from compiler.edit.yaml.setting import set_value
from compiler.edit.yaml.source import Patch, Patches, Source
from compiler.read.yaml_nodes import Collection, Node, Part, Scalar, key_of


def insert(source: Source, step: Insert | InsertItem) -> Iterator[Patches]:
    """Yield the patches that insert, best first."""
    around = source.collection(step.route)
    if around is None or not around.parts:
        first = {step.key: step.value} if isinstance(step, Insert) else [step.value]
        yield from set_value(source, Set(step.route, first))
        return
    at = _position(around, step)
    like = _sibling(around, at, step.value)
    if around.flow:
        yield _in_brackets(source, around, at, _flow_text(source, step, like))
        return
    extents = extents_of(source.text, around)
    if extents is not None:
        yield _in_block(source, around, extents, at, _block_text(source, around, step, like))


def _position(around: Collection, step: Insert | InsertItem) -> int:
    """Return the index among the parts, of which some may be no keys to the reader."""
    if isinstance(step, InsertItem):
        return len(around.parts) if step.index is None else step.index
    keys = [key_of(part) or "" for part in around.parts]
    return position_in(keys, step.key, step.order)


def _sibling(around: Collection, at: int, value: Value) -> Part:
    """Return the nearest part to imitate: one with a value of the same kind, if there is one."""
    parts = sorted(enumerate(around.parts), key=lambda pair: (abs(pair[0] - at + 0.5), pair[0]))
    for _, part in parts:
        inner = part.value
        if isinstance(inner, Collection) and isinstance(value, dict | list):
            if inner.parts and inner.mapping == isinstance(value, dict):
                return part
        elif isinstance(inner, Scalar) and not isinstance(value, dict | list):
            return part
    return parts[0][1]


def _flow_text(source: Source, step: Insert | InsertItem, like: Part) -> str:
    if isinstance(step, Insert):
        return source.renderer.flow_pair(step.key, step.value, like)
    return source.renderer.flow(step.value, like.value)


def _block_text(source: Source, around: Collection, step: Insert | InsertItem, like: Part) -> str:
    if isinstance(step, Insert):
        return source.renderer.pair(step.key, step.value, around.indent, like)
    return source.renderer.item(step.value, around.indent, _gap(source, around), like.value)


def _gap(source: Source, around: Collection) -> int:
    """Return how many spaces are behind the dashes."""
    for part in around.parts:
        behind = source.text[part.start + 1 : part.value.begin]
        if behind and not behind.strip(" "):
            return len(behind)
    return 1


def _in_block(
    source: Source, around: Collection, extents: tuple[Extent, ...], at: int, new: str
) -> Patches:
    text, line_ends = source.text, source.renderer.style.line_end
    margin = " " * around.indent
    gap = line_ends * (2 if spaced(text, extents) else 1)
    if at == 0:
        start = extents[0].start
        return (Patch(start, start, f"{new}{gap}{margin}"),)
    end = extents[at - 1].end
    if extents[at - 1].open:
        gap = line_ends
    last = line_ends if end == len(text) else ""
    closed = _closed(source, around.parts[at - 1].value)
    return (*closed, Patch(end, end, f"{gap}{margin}{new}{last}"))


def _closed(source: Source, node: Node) -> Patches:
    """Let a text at the very end of the file say that it has no line end, which it is to get."""
    last = last_scalar(node)
    if last is None or not last.is_block or last.end < len(source.text):
        return ()
    header = source.text[last.start : last.head_end]
    return () if "-" in header else (Patch(last.start, last.head_end, header.strip("+") + "-"),)


def _in_brackets(source: Source, around: Collection, at: int, new: str) -> Patches:
    text = source.text
    parts = around.parts
    if at < len(parts):
        start = parts[at].start
        apart = _line_apart(text, around, at)
        return (Patch(start, start, f"{new},{apart or ' '}"),)
    end = parts[-1].end
    comma = _comma(text, end, around.end)
    apart = _line_apart(text, around, len(parts) - 1)
    if not apart:
        return (Patch(end, end, f", {new}") if comma is None else Patch(comma, comma, f" {new},"),)
    behind = line_end(text, comma or end)
    if behind >= around.end:
        behind = comma or end
    closing = "" if comma is None else ","
    first = () if comma is not None else (Patch(end, end, ","),)
    return (*first, Patch(behind, behind, f"{apart}{new}{closing}"))


def _line_apart(text: str, around: Collection, at: int) -> str:
    """Return the line end and indentation of a part with a line of its own, or nothing."""
    start = around.parts[at].start
    begin = line_start(text, start)
    before = around.parts[at - 1].end if at else around.start
    if before >= begin or text[begin:start].strip(" \t"):
        return ""
    line_ends = "\r\n" if text.startswith("\r\n", begin - 2) else text[begin - 1]
    return line_ends + text[begin:start]


def _comma(text: str, end: int, limit: int) -> int | None:
    """Return where a comma ends that follows the last part."""
    position = end
    while position < limit and text[position] in " \t\r\n":
        position += 1
    return position + 1 if text[position : position + 1] == "," else None
