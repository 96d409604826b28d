"""Where a translating function is named and not called: it comes from elsewhere, or goes there.

| code | what follows |
|---|---|
| `function price(t) { … }`, `const { t } = unknown()` | `t` may have any namespace and prefix |
| `format(t)`, `<Row say={t} />`, `say = t` | somebody may ask for any key of `t` |
| `<Row t={t} />`, `{ t }`, `useMemo(…, [t])` | nothing: whoever takes it as `t` is looked at |
"""

import re
from collections.abc import Callable, Collection
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from compiler.code.binders import ELEMENTWISE
from compiler.code.callee import called_name, written_name
from compiler.code.nodes import text_of

if TYPE_CHECKING:
    from tree_sitter import Node

_PATTERNS = frozenset(
    {
        *("object_pattern", "array_pattern", "pair_pattern", "object_assignment_pattern"),
        *("assignment_pattern", "rest_pattern", "required_parameter", "optional_parameter"),
    }
)
_TRANSPARENT = frozenset(
    {
        *("parenthesized_expression", "as_expression", "satisfies_expression"),
        *("non_null_expression", "ternary_expression", "spread_element"),
    }
)
_EITHER = frozenset({"??", "||", "&&"})
_DEEPEST = 64
_SAYS_NOTHING = frozenset({"require", "import"})


@lru_cache(32)
def named_alone(names: frozenset[str]) -> re.Pattern[bytes]:
    """Return what finds any of these names where it is not called."""
    words = "|".join(re.escape(one) for one in sorted(names)) or "(?!)"
    return re.compile(rf"(?<![\w$])(?:{words})(?![\w$])(?!\s*\()".encode())


def source_of(node: "Node") -> "Node | None":
    """Return the declaration or the function by which a name gets its value; None where none does.

    That of a name which is taken from something known is none: `const { t } = i18n` is for others.
    """
    at, parent = node, node.parent
    for _ in range(_DEEPEST):
        if parent is None or parent.type not in _PATTERNS:
            break
        if parent.type in ("assignment_pattern", "object_assignment_pattern"):
            if parent.child_by_field_name("right") == at:
                return None
        elif parent.child_by_field_name("key") == at or parent.child_by_field_name("type") == at:
            return None
        at, parent = parent, parent.parent
    if parent is None:
        return None
    if parent.type == "variable_declarator":
        return parent if parent.child_by_field_name("name") == at else None
    is_single = parent.type == "arrow_function" and parent.child_by_field_name("parameter") == at
    if is_single:
        return parent
    return parent.parent if parent.type == "formal_parameters" else None


def is_made_here(declarator: "Node", name: str, functions: Collection[str]) -> bool:
    """Tell whether a declaration says by itself what a name is: a function, a part of `i18n`."""
    value = declarator.child_by_field_name("value")
    if value is None or declarator.type != "variable_declarator":
        return False
    if value.type == "call_expression":
        return called_name(value) in _SAYS_NOTHING
    if value.type in ("identifier", "member_expression"):
        target = declarator.child_by_field_name("name")
        owner = written_name(value)
        whole = owner if target is not None and target.type == "identifier" else f"{owner}.{name}"
        return whole.removeprefix("this.") in functions
    return value.type not in ("await_expression", "binary_expression", "subscript_expression")


class Here(NamedTuple):
    """What a file knows: the ``functions`` that are looked at, and what others take.

    ``parameters`` gives the names of those of a function.
    """

    functions: Collection[str]
    parameters: Callable[[str], tuple[str, ...]]


def goes_elsewhere(node: "Node", here: Here) -> bool:
    """Tell whether a value goes to where nobody knows under which name it is called."""
    if node.type == "shorthand_property_identifier":
        return text_of(node) not in here.functions
    at, parent = node, node.parent
    for _ in range(_DEEPEST):
        if parent is None or not (parent.type in _TRANSPARENT or _is_either(parent)):
            break
        if parent.type == "ternary_expression" and parent.named_children[0] == at:
            return False
        at, parent = parent, parent.parent
    if parent is None:
        return False
    ask = _CONTEXTS.get(parent.type)
    return ask is not None and ask(at, parent, here)


def _is_either(node: "Node") -> bool:
    sign = node.child_by_field_name("operator") if node.type == "binary_expression" else None
    return sign is not None and text_of(sign) in _EITHER


def _given(at: "Node", arguments: "Node", here: Here) -> bool:
    """`format(t)`: unless the function that is called is known and takes it as `t`."""
    call = arguments.parent
    if call is None:
        return True
    name = called_name(call)
    if arguments.named_child_count > _DEEPEST:
        return True
    index = [one for one in arguments.named_children if one.type != "comment"].index(at)
    if index == 0 and name.rpartition(".")[2] in ELEMENTWISE:
        return False
    taken = here.parameters(name)
    return index >= len(taken) or taken[index] not in here.functions


def _in_pair(at: "Node", pair: "Node", here: Here) -> bool:
    key = pair.child_by_field_name("key")
    return key is not None and key != at and text_of(key).strip("\"'") not in here.functions


def _in_list(_: "Node", array: "Node", __: Here) -> bool:
    """`[t]`: not where it is what a function depends on, or what a hook gives."""
    parent = array.parent
    if parent is None or parent.type in ("return_statement", "arrow_function"):
        return False
    if parent.type != "arguments":
        return True
    first = parent.named_children[0]
    return first == array or first.type not in ("arrow_function", "function_expression")


def _in_element(_: "Node", expression: "Node", here: Here) -> bool:
    attribute = expression.parent
    if attribute is None or attribute.type != "jsx_attribute":
        return attribute is not None and attribute.type.startswith("jsx_")
    return text_of(attribute.named_children[0]) not in here.functions


def _set(at: "Node", assignment: "Node", here: Here) -> bool:
    left = assignment.child_by_field_name("left")
    if left is None or left == at:
        return False
    return written_name(left).rpartition(".")[2] not in here.functions


_CONTEXTS = {
    "arguments": _given,
    "pair": _in_pair,
    "array": _in_list,
    "jsx_expression": _in_element,
    "assignment_expression": _set,
    "assignment_pattern": _set,
}
