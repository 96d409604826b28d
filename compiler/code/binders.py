"""What gives names their values in JavaScript and TypeScript: declarations, parameters, loops."""

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from compiler.code.binding import scope_of
from compiler.code.exports import imports_of
from compiler.code.nodes import text_of
from compiler.code.python_binders import PYTHON_BINDERS
from compiler.code.type_values import of_type, property_of
from compiler.code.values import Maker, NameTable, Values, all_of, keys_of, unknown, unless_changed

if TYPE_CHECKING:
    from tree_sitter import Node

_CHANGING = frozenset({"push", "unshift", "splice", "fill", "copyWithin"})
ELEMENTWISE = frozenset({"map", "forEach", "flatMap", "filter", "find", "some", "every"})


def _declarator(names: NameTable, node: "Node") -> None:
    """`const x = …`, `const { a, b: c } = …`."""
    target, value = node.child_by_field_name("name"), node.child_by_field_name("value")
    kind = node.child_by_field_name("type")
    parent = node.parent
    if target is None or parent is None:
        return
    scope = scope_of(parent)
    is_fixed = text_of(parent).startswith("const")
    if target.type == "identifier":
        name = text_of(target)
        if value is not None and is_fixed:
            names.bind(name, scope, unless_changed(names, name, value))
        elif kind is not None:
            names.bind(name, scope, lambda depth: of_type(names, kind, depth))
        else:
            names.bind(name, scope, unknown)
        if kind is not None:
            names.bind(f"{name}:", scope, lambda _: [kind])
    elif value is not None:
        _bind_pattern(names, target, scope, lambda depth: names.values(value, depth))


def _bind_pattern(names: NameTable, target: "Node", scope: "Node", values: Maker) -> None:
    """Bind the names of a pattern to the parts of what it takes apart."""
    if target.type in ("identifier", "shorthand_property_identifier_pattern"):
        names.bind(text_of(target), scope, values)
        return
    for one in target.named_children if target.type == "object_pattern" else ():
        key, inner = one.child_by_field_name("key"), one.child_by_field_name("value")
        if one.type == "shorthand_property_identifier_pattern":
            names.bind(text_of(one), scope, _part(names, values, text_of(one)))
        elif key is not None and inner is not None:
            _bind_pattern(names, inner, scope, _part(names, values, text_of(key)))
        else:
            for name in _identifiers(one):
                names.bind(name, scope, unknown)
    if target.type == "array_pattern":
        for name in _identifiers(target):
            names.bind(name, scope, unknown)


def _part(names: NameTable, values: Maker, key: str) -> Maker:
    def part(depth: int) -> Values:
        of = values(depth)
        return None if of is None else all_of(names.entry(one, key, depth) for one in of)

    return part


def _identifiers(node: "Node") -> Iterator[str]:
    ahead = [node]
    while ahead:
        one = ahead.pop()
        if one.type in ("identifier", "shorthand_property_identifier_pattern"):
            yield text_of(one)
        ahead += one.named_children


def _parameter(names: NameTable, node: "Node") -> None:
    """Bind a parameter: by its type, or by the list whose elements its function is given."""
    target, kind = node.child_by_field_name("pattern"), node.child_by_field_name("type")
    function = _function_of(node)
    if target is None or function is None:
        return
    if kind is None:
        first = node.parent is not None and node.parent.named_children[0] == node
        _bind_element(names, target, function, is_first=first)
    elif target.type == "identifier":
        names.bind(text_of(target), function, lambda depth: of_type(names, kind, depth))
        names.bind(f"{text_of(target)}:", function, lambda _: [kind])
    elif target.type == "object_pattern":
        for one in target.named_children:
            key = one.child_by_field_name("key") or one.child_by_field_name("left") or one
            inner = one.child_by_field_name("value") or key
            if inner.type in ("identifier", "shorthand_property_identifier_pattern"):
                names.bind(text_of(inner), function, _property(names, kind, text_of(key)))


def _property(names: NameTable, kind: "Node", word: str) -> Maker:
    return lambda depth: property_of(names, kind, word, depth)


def _lone_parameter(names: NameTable, node: "Node") -> None:
    """Bind `x` of `x => …`, and plain parameters of JavaScript."""
    single = node.child_by_field_name("parameter")
    if single is not None:
        _bind_element(names, single, node, is_first=True)
        return
    parameters = node.child_by_field_name("parameters")
    for index, one in enumerate(parameters.named_children if parameters is not None else ()):
        if one.type in ("identifier", "object_pattern", "array_pattern"):
            _bind_element(names, one, node, is_first=index == 0)
        elif one.type == "assignment_pattern":
            for name in _identifiers(one):
                names.bind(name, node, unknown)


def _bind_element(names: NameTable, target: "Node", function: "Node", *, is_first: bool) -> None:
    of = _collection_of(function) if is_first else None
    if of is None:
        _bind_pattern(names, target, function, unknown)
    else:
        _bind_pattern(names, target, function, _elements_of(names, of))


def _elements_of(names: NameTable, of: "Node") -> Maker:
    def elements(depth: int) -> Values:
        lists = names.values(of, depth)
        return None if lists is None else all_of(names.elements(one, depth) for one in lists)

    return elements


def _collection_of(function: "Node") -> "Node | None":
    """Return `LIST` of `LIST.map(function)`."""
    arguments = function.parent
    call = None if arguments is None or arguments.type != "arguments" else arguments.parent
    called = None if call is None else call.child_by_field_name("function")
    if called is None or called.type != "member_expression":
        return None
    name, target = called.child_by_field_name("property"), called.child_by_field_name("object")
    return target if name is not None and text_of(name) in ELEMENTWISE else None


def _function_of(node: "Node") -> "Node | None":
    parent = node.parent
    return None if parent is None else parent.parent


def _loop(names: NameTable, node: "Node") -> None:
    """`for (const x of LIST)`; `for (const x in MAP)` goes through keys."""
    target, of = node.child_by_field_name("left"), node.child_by_field_name("right")
    sign = node.child_by_field_name("operator")
    if target is None or of is None or sign is None:
        return
    if text_of(sign) == "of":
        _bind_pattern(names, target, node, _elements_of(names, of))
        return

    def keys(depth: int) -> Values:
        objects = names.values(of, depth)
        return None if objects is None else all_of(keys_of(one) for one in objects)

    _bind_pattern(names, target, node, keys)


def _type(names: NameTable, node: "Node") -> None:
    name = node.child_by_field_name("name")
    if name is not None:
        names.declare_type(text_of(name), node)


def _caught(names: NameTable, node: "Node") -> None:
    """`catch (error)`."""
    target = node.child_by_field_name("parameter")
    if target is not None:
        _bind_pattern(names, target, node, unknown)


def _changed(names: NameTable, node: "Node") -> None:
    """`MAP.key = …`, `LIST[0] = …`: what is written down is not all."""
    target = node.child_by_field_name("left")
    while target is not None and target.type in ("member_expression", "subscript_expression"):
        target = target.child_by_field_name("object")
        if target is not None and target.type == "identifier":
            names.note_changed(text_of(target))


def _changing_call(names: NameTable, node: "Node") -> None:
    """`LIST.push(…)`, `Object.assign(MAP, …)`."""
    function = node.child_by_field_name("function")
    if function is None or function.type != "member_expression":
        return
    owner, name = function.child_by_field_name("object"), function.child_by_field_name("property")
    if owner is None or name is None:
        return
    word = text_of(name)
    if word in _CHANGING:
        names.note_changed(text_of(owner).partition(".")[0].partition("[")[0])
    elif word == "assign" and text_of(owner) == "Object":
        arguments = node.child_by_field_name("arguments")
        for one in arguments.named_children[:1] if arguments is not None else ():
            names.note_changed(text_of(one))


def _import(names: NameTable, node: "Node") -> None:
    for name, wanted in imports_of(node):
        names.bind_import(name, wanted)


_BINDERS: Mapping[str, Callable[[NameTable, "Node"], None]] = {
    **PYTHON_BINDERS,
    "variable_declarator": _declarator,
    "required_parameter": _parameter,
    "optional_parameter": _parameter,
    "arrow_function": _lone_parameter,
    "function_declaration": _lone_parameter,
    "function_expression": _lone_parameter,
    "method_definition": _lone_parameter,
    "for_in_statement": _loop,
    "import_statement": _import,
    "catch_clause": _caught,
    "assignment_expression": _changed,
    "augmented_assignment_expression": _changed,
    "call_expression": _changing_call,
    "type_parameter": _type,
    "enum_declaration": _type,
    "type_alias_declaration": _type,
    "interface_declaration": _type,
}


def binders_in(root: "Node") -> Iterator[tuple[Callable[[NameTable, "Node"], None], "Node"]]:
    """Yield every node that binds a name, with what binds it."""
    ahead = [root]
    while ahead:
        node = ahead.pop()
        binder = _BINDERS.get(node.type)
        if binder is not None:
            yield binder, node
        ahead += reversed(node.named_children)
