"""Small questions to nodes of syntax trees."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tree_sitter import Node


def text_of(node: "Node") -> str:
    """Return a node as it is written."""
    return (node.text or b"").decode(errors="replace")


def pairs(node: "Node") -> Iterator[tuple[str, "Node"]]:
    """Yield the keys and values of an object, those that are written down."""
    for pair in node.named_children:
        key, value = pair.child_by_field_name("key"), pair.child_by_field_name("value")
        if key is not None and value is not None:
            yield text_of(key).strip("\"'"), value
