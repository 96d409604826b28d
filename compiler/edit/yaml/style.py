"""The manner in which a file is written, as far as it shows one: what is new follows it."""

from collections import Counter
from collections.abc import Iterator
from typing import TypeVar

from compiler.edit.yaml.block_scalars import lines_of_block
from compiler.edit.yaml.folding import width_of
from compiler.edit.yaml.lines import line_break
from compiler.edit.yaml.slots import Style
from compiler.read.yaml_nodes import Collection, Node, Scalar

_Kind = TypeVar("_Kind")
_USUAL = Style()


def style_of(text: str, root: Node | None) -> Style:
    """Return the manner of a file, that of most places of a kind; the usual one without any."""
    indents: Counter[int] = Counter()
    offsets: Counter[int] = Counter()
    quotes: Counter[str] = Counter()
    lists: Counter[bool] = Counter()
    padded: Counter[bool] = Counter()
    width = 0
    for node, column in _walk(root, -1):
        if isinstance(node, Scalar):
            quotes[node.style] += node.style in ("'", '"')
            if node.style == ">":
                width = max(width, width_of(lines_of_block(text[node.start : node.end])))
        elif isinstance(node, Collection) and node.parts:
            if node.flow and node.mapping:
                padded[text[node.start + 1] == " "] += 1
            if not node.mapping and all(isinstance(one.value, Scalar) for one in node.parts):
                lists[node.flow] += 1
            if not node.flow and column >= 0:
                (indents if node.mapping else offsets)[node.indent - column] += 1
    indent = max(_most(indents, _USUAL.indent), 1)
    return Style(
        line_break(text),
        indent,
        max(_most(offsets, indent), 0),
        _most(quotes, _USUAL.quote),
        _most(lists, other=_USUAL.flow_lists),
        _most(padded, other=_USUAL.padded),
        width or _USUAL.width,
    )


def _walk(node: Node | None, column: int) -> Iterator[tuple[Node, int]]:
    """Yield all nodes, each with the column of the block mapping it is a value of, or -1."""
    if node is None:
        return
    yield node, column
    if isinstance(node, Collection):
        inside = node.indent if node.mapping and not node.flow else -1
        for part in node.parts:
            if part.key is not None:
                yield part.key, -1
            yield from _walk(part.value, inside)


def _most(counted: "Counter[_Kind]", other: _Kind) -> _Kind:
    return max(counted, key=counted.__getitem__) if +counted else other
