"""Other names of what translates: `import { t as tr }`, `const tr = t`, `({ t: tr }) => …`."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from compiler.code.callee import called_name, written_name
from compiler.code.nodes import text_of
from compiler.code.scopes import Binding, Bindings
from compiler.code.vocabulary import OF_BOUND, Vocabulary

if TYPE_CHECKING:
    from tree_sitter import Node

_IMPORT = re.compile(rb"\bimport\b\s*\(?[^'\"();=]*")
_RENAMED = re.compile(rb"([\w$]+)\s+as\s+([\w$]+)")
_REACH = frozenset(
    {
        *("program", "module", "statement_block", "class_body", "block", "function_body"),
        *("arrow_function", "function_declaration", "function_expression", "method_definition"),
    }
)


def with_imported_names(words: Vocabulary, data: bytes) -> Vocabulary:
    """Return the names that count in a file, with those under which it imports them."""
    if b" as " not in data:
        return words
    functions, hooks = set(words.functions), dict(words.hooks)
    components = dict(words.components)
    for statement in _IMPORT.finditer(data):
        for found in _RENAMED.finditer(statement[0]):
            name, other = found[1].decode(), found[2].decode()
            functions |= {
                f"{sign}{other}" for sign in ("", "$") if f"{sign}{name}" in words.functions
            }
            if name in words.hooks:
                hooks[other] = words.hooks[name]
            if name in words.components:
                components[other] = words.components[name]
    known = Vocabulary(frozenset(functions), hooks, components)
    return words if known == words else known


def aliases(
    nodes: Iterable["Node"], known: Bindings, functions: Collection[str]
) -> Iterator[Binding]:
    """Yield the names that are given to what translates already: `const tr = t`, `t.bind(x)`."""
    for node in nodes:
        target = node.child_by_field_name("name") or node.child_by_field_name("left")
        value = node.child_by_field_name("value") or node.child_by_field_name("right")
        if target is None or value is None or target.type != "identifier":
            continue
        is_call = value.type == "call_expression"
        name = called_name(value) if is_call else written_name(value)
        if is_call and not name.endswith(".bind"):
            continue
        name = name.removesuffix(".bind")
        binding = known.of(name, node.start_byte)
        if binding is not None and (name == binding.name or name.rpartition(".")[2] in OF_BOUND):
            yield _named(text_of(target), node, binding)
        elif name.removeprefix("this.") in functions:
            yield _named(text_of(target), node, None)


def renamed(nodes: Iterable["Node"], known: Bindings) -> Iterator[Binding]:
    """Yield the names under which `t` is taken out of something: `({ t: tr }) => …`."""
    for node in nodes:
        name = node.child_by_field_name("value")
        if name is not None and known.of(text_of(name), node.start_byte) is None:
            like = known.of("t", node.start_byte) or Binding("t", 0, 0, loose=True)
            yield _named(text_of(name), node, like)


def _named(name: str, node: "Node", like: Binding | None) -> Binding:
    while node.parent is not None and node.type not in _REACH:
        node = node.parent
    start, end = node.start_byte, node.end_byte
    if like is None:
        return Binding(name, start, end)
    return replace(like, name=name, start=start, end=end)
