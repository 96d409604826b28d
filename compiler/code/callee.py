"""What a call calls, by its name: however it is wrapped, in source code and in bundles."""

from typing import TYPE_CHECKING

from compiler.code.nodes import text_of

if TYPE_CHECKING:
    from tree_sitter import Node

_WRAPPERS = frozenset(
    {
        *("parenthesized_expression", "as_expression", "satisfies_expression"),
        *("non_null_expression", "instantiation_expression", "await_expression"),
    }
)
_SIGNS = ("(", "[", "!", ",", " ")


def called_name(node: "Node") -> str:
    """Return what is called, as it is written: `i18n.t` of `i18n?.t(…)` and `(0, i18n.t)(…)`."""
    function = node.child_by_field_name("function")
    if function is None and node.named_children:
        function = node.named_children[0]
    return "" if function is None else written_name(function)


def written_name(node: "Node") -> str:
    """Return a name, with those of the objects that it belongs to before it."""
    written = text_of(node).replace("?.", ".")
    if not any(sign in written for sign in _SIGNS):
        return written
    children = node.named_children
    if node.type in _WRAPPERS and children:
        return written_name(children[0])
    if node.type == "sequence_expression":  # `(0, i18n.t)`, as bundlers write it
        return written_name(children[-1])
    owner = node.child_by_field_name("object")
    if owner is None:
        return written
    index = node.child_by_field_name("index") or node.child_by_field_name("property")
    if index is None or index.type not in ("string", "property_identifier"):
        return written
    part = text_of(index).strip("\"'")
    return f"{written_name(owner)}.{part}"
