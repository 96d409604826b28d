"""Enums of TypeScript: their members, as far as these are texts."""

from typing import TYPE_CHECKING

from compiler.code.nodes import text_of
from compiler.code.values import Values

if TYPE_CHECKING:
    from tree_sitter import Node


def enum_members(node: "Node") -> Values:
    """Return the texts of an enum; None for one of numbers."""
    body = node.child_by_field_name("body")
    values = [
        one.child_by_field_name("value")
        for one in (body.named_children if body is not None else ())
        if one.type != "comment"
    ]
    if any(one is None or one.type != "string" for one in values):
        return None
    return [one for one in values if one is not None]


def enum_names(node: "Node") -> Values:
    """Return the names of the members of an enum."""
    body = node.child_by_field_name("body")
    found = []
    for one in body.named_children if body is not None else ():
        name = one.child_by_field_name("name") or one
        if one.type != "comment":
            found.append(name)
    return found


def enum_member(node: "Node", word: str) -> Values:
    """Return the text of a member; None for a number."""
    body = node.child_by_field_name("body")
    for one in body.named_children if body is not None else ():
        name, value = one.child_by_field_name("name"), one.child_by_field_name("value")
        if name is not None and value is not None and text_of(name) == word:
            return [value] if value.type == "string" else None
    return None
