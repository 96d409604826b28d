"""Vue and Svelte: which parts of a file are script, and which are expressions between tags."""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from compiler.code.dialects import MARKUP, TSX, TYPESCRIPT, Dialect, grammar_parser
from compiler.code.entities import decoded
from compiler.code.nodes import text_of

if TYPE_CHECKING:
    from tree_sitter import Node

_MUSTACHE = re.compile(rb"\{\{(.*?)\}\}", re.DOTALL)
_RUNNING = frozenset({"text", "entity"})
_DIRECTIVE = (":", "@", "#", "v-", "bind:", "on:")

Components = Mapping[str, tuple[str, ...]]
"""Components, and the attributes that may have their key."""


class Part(NamedTuple):
    """A piece of script in a file: its bytes, and where they begin; ``wrapped`` is an expression.

    ``text`` is a piece that is a key itself, ``is_key`` an expression whose value is one. In one
    that is ``moved`` references to characters have been replaced, so that its places are not known.
    """

    data: bytes
    start: int
    dialect: Dialect = TYPESCRIPT
    wrapped: bool = False
    text: bool = False
    is_key: bool = False
    moved: bool = False

    @property
    def end(self) -> int:
        """Where they end."""
        return self.start + len(self.data)


def parts_of(suffix: str, data: bytes, components: Components) -> Iterator[Part]:
    """Yield the pieces of script in a file of tags."""
    tree = grammar_parser(*MARKUP[suffix]).parse(data)
    stack = [tree.root_node]
    while stack:
        node = stack.pop()
        stack.extend(reversed(node.named_children))
        for part in _part(node, suffix, data, components):
            yield _as_meant(part) if part.text or part.wrapped else part


def _as_meant(part: Part) -> Part:
    """Return a piece between tags with the characters that it refers to."""
    if b"&" not in part.data:
        return part
    meant = decoded(part.data.decode(errors="replace")).encode()
    return part if meant == part.data else part._replace(data=meant, moved=True)


def _part(node: "Node", suffix: str, data: bytes, components: Components) -> Iterator[Part]:
    if node.type == "raw_text" and node.parent is not None and node.parent.type == "script_element":
        yield Part(data[node.start_byte : node.end_byte], node.start_byte, _dialect(node.parent))
    elif node.type == "svelte_raw_text":
        yield Part(data[node.start_byte : node.end_byte], node.start_byte, wrapped=True)
    elif node.type == "attribute":
        yield from _attribute(node, data, components, is_vue=suffix == ".vue")
    elif node.type in _RUNNING and suffix == ".vue" and not _goes_on(node):
        for found in _MUSTACHE.finditer(data, node.start_byte, _end_of_text(node)):
            yield Part(found[1], found.start(1), wrapped=True)


def _goes_on(node: "Node") -> bool:
    before = node.prev_sibling
    return before is not None and before.type in _RUNNING


def _end_of_text(node: "Node") -> int:
    """Return where a text ends that characters by reference are part of."""
    after = node.next_sibling
    while after is not None and after.type in _RUNNING:
        node, after = after, after.next_sibling
    return node.end_byte


def _dialect(script: "Node") -> Dialect:
    head = script.named_children[0].text or b""
    return TSX if b'"tsx"' in head or b'"jsx"' in head else TYPESCRIPT


def _attribute(
    node: "Node", data: bytes, components: Components, *, is_vue: bool
) -> Iterator[Part]:
    name, value = node.named_children[0], _value(node)
    if value is None:
        return
    words = text_of(name)
    part = data[value.start_byte : value.end_byte]
    plain = words.removeprefix("v-bind:").removeprefix(":")
    is_key = plain in components.get(_tag(node), ())
    if is_key and plain == words:
        yield Part(part, value.start_byte, text=True)
    elif is_vue and words.startswith(_DIRECTIVE):
        is_key = is_key or words.partition(".")[0] == "v-t"
        yield Part(part, value.start_byte, wrapped=True, is_key=is_key)


def _tag(attribute: "Node") -> str:
    """Return the name of the element that an attribute stands in."""
    parent = attribute.parent
    name = None if parent is None or not parent.named_children else parent.named_children[0]
    return "" if name is None else text_of(name)


def _value(node: "Node") -> "Node | None":
    stack = node.named_children[1:]
    while stack:
        one = stack.pop()
        if one.type == "attribute_value":
            return one
        stack.extend(one.named_children)
    return None
