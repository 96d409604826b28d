"""A call in a syntax tree: its name, and what it is given."""

from typing import TYPE_CHECKING, NamedTuple

from compiler.code.callee import called_name

if TYPE_CHECKING:
    from tree_sitter import Node

_ARGUMENTS = frozenset({"arguments", "argument_list", "value_arguments"})


class Call(NamedTuple):
    """A call: its name as written and its last part, and what it is given."""

    node: "Node"
    name: str
    last: str
    given: list["Node"]


def call_of(node: "Node") -> Call | None:
    """Return a call that is given something."""
    given = given_to(node)
    if not given:
        return None
    name = called_name(node)
    return Call(node, name, name.rpartition(".")[2], given)


def given_to(node: "Node") -> list["Node"]:
    """Return the arguments of a call."""
    holder = node.child_by_field_name("arguments")
    for inner in (holder,) if holder is not None else node.named_children[1:]:
        if inner.type == "call_suffix" and inner.named_children:
            inner = inner.named_children[0]  # noqa: PLW2901 - what it wraps
        if inner.type in _ARGUMENTS:
            return [one for one in inner.named_children if one.type != "comment"]
    return []


def call_around(node: "Node") -> Call | None:
    """Return the call that an object is given to."""
    parent = node.parent
    if parent is None or parent.type != "arguments" or parent.parent is None:
        return None
    return call_of(parent.parent)
