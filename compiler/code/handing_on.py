"""Functions of a project that hand a key on: `const translate = (key) => t(key)`.

Where such a function is among those that translate, its own calls are looked at; what it does
inside asks for nothing new.
"""

from collections.abc import Collection
from typing import TYPE_CHECKING

from compiler.code.nodes import text_of

if TYPE_CHECKING:
    from tree_sitter import Node

_FUNCTIONS = frozenset(
    {
        *("function_declaration", "arrow_function", "function_expression", "method_definition"),
        *("function_definition",),
    }
)
_NAMES = frozenset({"identifier", "simple_identifier"})


def is_handed_on(node: "Node", functions: Collection[str]) -> bool:
    """Tell whether a key is a parameter of a function around it that translates itself."""
    if node.type not in _NAMES:
        return False
    name = text_of(node)
    around = node.parent
    while around is not None:
        if around.type in _FUNCTIONS and _takes(around, name):
            return _name_of(around) in functions
        around = around.parent
    return False


def _takes(function: "Node", name: str) -> bool:
    """Tell whether a function has a parameter of that name."""
    single = function.child_by_field_name("parameter")
    if single is not None:
        return text_of(single) == name
    parameters = function.child_by_field_name("parameters")
    return parameters is not None and any(
        text_of(one).partition(":")[0].rstrip("?") == name for one in parameters.named_children
    )


def _name_of(function: "Node") -> str | None:
    name = function.child_by_field_name("name")
    if name is None and function.parent is not None:
        name = function.parent.child_by_field_name("name")
    return None if name is None else text_of(name)
