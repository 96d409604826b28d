"""Functions and values at the top of a file of script: what they take, and what they return."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from compiler.code.nodes import text_of
from compiler.code.scopes import TRANSLATING, translating_names

if TYPE_CHECKING:
    from tree_sitter import Node

FUNCTIONS = frozenset(
    {
        *("function_declaration", "function_expression", "arrow_function", "method_definition"),
        *("generator_function_declaration", "generator_function"),
    }
)
_DECLARATIONS = frozenset({"lexical_declaration", "variable_declaration"})


def unwrapped(root: "Node") -> "Node":
    """Return the expression that a piece of code is."""
    node = root
    while node.type in ("program", "expression_statement", "parenthesized_expression"):
        if not node.named_children:
            break
        node = node.named_children[0]
    return node


def parameters_of(function: "Node") -> Iterator[str]:
    """Yield the names of parameters, `_` for one that is taken apart."""
    single = function.child_by_field_name("parameter")
    parameters = function.child_by_field_name("parameters")
    those = [] if parameters is None else parameters.named_children
    for one in those if single is None else [single]:
        if one.type != "comment":
            target = one.child_by_field_name("pattern") or one.child_by_field_name("left") or one
            yield text_of(target) if target.type == "identifier" else "_"


def declared_in(statement: "Node") -> Iterator[tuple[str, "Node"]]:
    """Yield what a statement declares: functions, and values by each name that may translate."""
    name = statement.child_by_field_name("name")
    if statement.type in FUNCTIONS and name is not None:
        yield text_of(name), statement
    for one in statement.named_children if statement.type in _DECLARATIONS else ():
        target, value = one.child_by_field_name("name"), one.child_by_field_name("value")
        if target is not None and value is not None:
            for each in translating_names(target):
                yield each, value


def return_values(block: "Node") -> Iterator["Node"]:
    """Yield what a function returns, but for those in it."""
    ahead = list(block.named_children)
    while ahead:
        one = ahead.pop()
        if one.type == "return_statement" and one.named_children:
            yield one.named_children[0]
        elif one.type not in FUNCTIONS:
            ahead += one.named_children


def translating_part(value: "Node") -> "Node | None":
    """Return `t` of `{ t, locale }`, the value of `{ t: tr }`, the first of a list, `...rest`."""
    children = [one for one in value.named_children if one.type != "comment"]
    if value.type == "array":
        return children[0] if children else None
    for one in children:
        if one.type == "shorthand_property_identifier" and text_of(one) in TRANSLATING:
            return one
        key, inner = one.child_by_field_name("key"), one.child_by_field_name("value")
        if key is not None and inner is not None and text_of(key).strip("\"'") in TRANSLATING:
            return inner
    spread = [one.named_children[0] for one in children if one.type == "spread_element"]
    return spread[0] if len(spread) == 1 else None
