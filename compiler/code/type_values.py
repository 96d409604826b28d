"""The values that a type of TypeScript has: of a union, an enum, `keyof typeof MAP`."""

from typing import TYPE_CHECKING

from compiler.code.enums import enum_members, enum_names
from compiler.code.nodes import text_of
from compiler.code.values import DEEPEST, NameTable, Values, all_of, keys_of

if TYPE_CHECKING:
    from tree_sitter import Node


def property_of(names: NameTable, kind: "Node", word: str, depth: int) -> Values:
    """Return the values of a property of a type."""
    while kind.type in ("type_annotation", "readonly_type", "parenthesized_type"):
        kind = kind.named_children[0]
    if kind.type == "type_identifier":
        known = names.type_named(text_of(kind))
        body = None if known is None else known.child_by_field_name("value")
        body = body or (None if known is None else known.child_by_field_name("body"))
        return (
            None if body is None or depth > DEEPEST else property_of(names, body, word, depth + 1)
        )
    for one in kind.named_children if kind.type in ("object_type", "interface_body") else ():
        name, annotated = one.child_by_field_name("name"), one.child_by_field_name("type")
        if name is not None and annotated is not None and text_of(name) == word:
            return of_type(names, annotated, depth)
    return None


def of_type(names: NameTable, node: "Node", depth: int) -> Values:
    """Return the values that a type has."""
    if depth > DEEPEST:
        return None
    children = node.named_children
    if node.type in ("type_annotation", "parenthesized_type", "readonly_type"):
        return of_type(names, children[0], depth + 1)
    if node.type == "union_type":
        return all_of(of_type(names, one, depth + 1) for one in children)
    if node.type == "type_identifier":
        return _of_named_type(names, node, depth)
    if node.type in ("index_type_query", "lookup_type"):
        return _of_typeof(names, node, depth)
    return _literal_type(children) if node.type == "literal_type" else None


def _of_named_type(names: NameTable, node: "Node", depth: int) -> Values:
    known = names.type_named(text_of(node))
    if known is None:
        return None
    if known.type == "enum_declaration":
        return enum_members(known)
    value = known.child_by_field_name("value")
    return None if value is None else of_type(names, value, depth + 1)


def _of_typeof(names: NameTable, node: "Node", depth: int) -> Values:
    """`keyof typeof MAP`, `(typeof LIST)[number]`."""
    inner = node.named_children[0]
    while inner.type == "parenthesized_type":
        inner = inner.named_children[0]
    if inner.type != "type_query" or not inner.named_children:
        return None
    name = inner.named_children[0]
    if (kind := names.declared_enum(name)) is not None:
        return enum_names(kind) if node.type == "index_type_query" else None
    of = names.values(name, depth)
    if of is None:
        return None
    wanted = keys_of if node.type == "index_type_query" else None
    return all_of(wanted(one) if wanted else names.elements(one, depth) for one in of)


def _literal_type(children: list["Node"]) -> Values:
    if not children or children[0].type in ("undefined", "null"):
        return []
    return [children[0]] if children[0].type in ("string", "number") else None
