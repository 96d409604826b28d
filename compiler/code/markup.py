"""Vue and Svelte: which parts of a file are script, and which are expressions between tags."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from compiler.code.dialects import MARKUP, TSX, TYPESCRIPT, Dialect, grammar_parser

if TYPE_CHECKING:
    from tree_sitter import Node

_MUSTACHE = re.compile(rb"\{\{(.*?)\}\}", re.DOTALL)
_DIRECTIVE = (":", "@", "#", "v-", "bind:", "on:")
_COMPONENT = re.compile(rb"\bkeypath$")


class Part(NamedTuple):
    """A piece of script in a file: its bytes, and where they begin; ``wrapped`` is an expression.

    ``text`` is a piece that is a key itself.
    """

    data: bytes
    start: int
    dialect: Dialect = TYPESCRIPT
    wrapped: bool = False
    text: bool = False

    @property
    def end(self) -> int:
        """Where they end."""
        return self.start + len(self.data)


def parts_of(suffix: str, data: bytes) -> Iterator[Part]:
    """Yield the pieces of script in a file of tags."""
    tree = grammar_parser(*MARKUP[suffix]).parse(data)
    stack = [tree.root_node]
    while stack:
        node = stack.pop()
        stack.extend(reversed(node.named_children))
        yield from _part(node, suffix, data)


def _part(node: "Node", suffix: str, data: bytes) -> Iterator[Part]:
    if node.type == "raw_text" and node.parent is not None and node.parent.type == "script_element":
        yield Part(data[node.start_byte : node.end_byte], node.start_byte, _dialect(node.parent))
    elif node.type == "svelte_raw_text":
        yield Part(data[node.start_byte : node.end_byte], node.start_byte, wrapped=True)
    elif node.type == "attribute" and suffix == ".vue":
        yield from _attribute(node, data)
    elif node.type == "text" and suffix == ".vue":
        for found in _MUSTACHE.finditer(data, node.start_byte, node.end_byte):
            yield Part(found[1], found.start(1), wrapped=True)


def _dialect(script: "Node") -> Dialect:
    head = script.named_children[0].text or b""
    return TSX if b'"tsx"' in head or b'"jsx"' in head else TYPESCRIPT


def _attribute(node: "Node", data: bytes) -> Iterator[Part]:
    name, value = node.named_children[0], _value(node)
    if value is None:
        return
    words = (name.text or b"").decode(errors="replace")
    part = data[value.start_byte : value.end_byte]
    if words == "keypath":
        yield Part(part, value.start_byte, text=True)
    elif words.startswith(_DIRECTIVE):
        yield Part(part, value.start_byte, wrapped=True)


def _value(node: "Node") -> "Node | None":
    stack = node.named_children[1:]
    while stack:
        one = stack.pop()
        if one.type == "attribute_value":
            return one
        stack.extend(one.named_children)
    return None
