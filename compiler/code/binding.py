"""How far a name that is bound reaches."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tree_sitter import Node

_BLOCKS = frozenset(
    """
    program statement_block function_declaration function_expression arrow_function
    method_definition for_in_statement class_body module block function_definition class_definition
    for_statement list_comprehension generator_expression set_comprehension dictionary_comprehension
    source_file function_body lambda
    """.split()  # noqa: SIM905 - a list to read
)


def scope_of(node: "Node") -> "Node":
    """Return the block that a node stands in."""
    while node.parent is not None and node.type not in _BLOCKS:
        node = node.parent
    return node
