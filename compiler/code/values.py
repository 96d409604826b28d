"""Nodes of values that are written down, and what the makers of names may ask of each other."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Protocol

from compiler.code.exports import Import

if TYPE_CHECKING:
    from tree_sitter import Node

Values = list["Node"] | None
"""Nodes of values that are written down; None where not all of them are known."""

Maker = Callable[[int], Values]
"""Gives the values of a name, by how deep the search for it is already."""

DEEPEST = 16
_MOST = 2000


class NameTable(Protocol):
    """The names of one file."""

    def values(self, node: "Node", depth: int = 0) -> Values:
        """Return the nodes of all values that an expression may have."""

    def entry(self, node: "Node", key: str, depth: int) -> Values:
        """Return the values of a key in an object that is written down."""

    def elements(self, node: "Node", depth: int) -> Values:
        """Return the values in a list or an object that is written down."""

    def bind(self, name: str, scope: "Node", values: Maker) -> None:
        """Note what gives the values of a name within a scope."""

    def declare_type(self, name: str, node: "Node") -> None:
        """Note the declaration of a type."""

    def bind_import(self, name: str, wanted: Import) -> None:
        """Note that a name is that of another file."""

    def note_changed(self, name: str) -> None:
        """Note that what a name holds is added to, or changed in place."""

    def is_changed(self, name: str) -> bool:
        """Tell whether what a name holds is changed in place somewhere in the file."""

    def type_named(self, name: str) -> "Node | None":
        """Return the declaration of a type."""

    def declared_enum(self, node: "Node") -> "Node | None":
        """Return the enum that a name is, unless the name is something else here."""


def unknown(_: int) -> Values:
    """Return that nothing is known."""
    return None


def unless_changed(names: NameTable, name: str, value: "Node") -> Maker:
    """Return the values of a constant, unknown where what it holds is changed in place."""
    return lambda depth: None if names.is_changed(name) else names.values(value, depth)


def all_of(parts: Iterable[Values]) -> Values:
    """Return what all parts have together, None where one of them is not known."""
    found: list[Node] = []
    for one in parts:
        if one is None or len(found) + len(one) > _MOST:
            return None
        found += one
    return found


def keys_of(node: "Node") -> Values:
    """Return the keys of an object that is written down."""
    if node.type != "object":
        return None
    return all_of(_key(one) for one in node.named_children)


def _key(node: "Node") -> Values:
    key = node.child_by_field_name("key")
    if node.type == "shorthand_property_identifier":
        return [node]
    if node.type == "comment":
        return []
    return None if key is None or key.type == "computed_property_name" else [key]
