"""What names stand for in a file of code, as far as that is written down.

| code | values of `x` |
|---|---|
| `const x = 'a'` | `a` |
| `['a', 'b'].map((x) => …)`, `for (const x of LIST)` | `a`, `b` |
| `TABS.map(({ x }) => …)`, `TABS[i].x` | those of `x` in the objects of the list |
| `x: Status`, `enum Status { … }`, `type Status = 'a' \\| 'b'` | its members |
| `Object.keys(MAP).map((x) => …)`, `x: keyof typeof MAP` | the keys of the object |
"""

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from compiler.code.nodes import text_of

if TYPE_CHECKING:
    from tree_sitter import Node

Values = list["Node"] | None
"""Nodes of values that are written down; None where not all of them are known."""

_DEEPEST = 16
_MOST = 2000
_ELEMENTWISE = frozenset({"map", "forEach", "flatMap", "filter", "find", "some", "every"})
_SAME_ELEMENTS = frozenset({"filter", "slice", "sort", "reverse", "concat", "toSorted", "values"})
_BLOCKS = frozenset(
    """
    program statement_block function_declaration function_expression arrow_function
    method_definition for_in_statement class_body module block function_definition class_definition
    for_statement list_comprehension generator_expression set_comprehension dictionary_comprehension
    source_file function_body lambda
    """.split()  # noqa: SIM905 - a list to read
)


class _Binding(NamedTuple):
    """A name from ``start`` to ``end``, and what gives its values."""

    start: int
    end: int
    values: Callable[[int], Values]


class Names:
    """The names of one file. They are looked for when somebody asks for the first.

    ``words`` are the types of nodes whose values are texts as they are written: keys of objects,
    numbers.
    """

    words = frozenset({"property_identifier", "number", "integer", "shorthand_property_identifier"})

    def __init__(self, root: "Node") -> None:
        self._root = root
        self._bound: dict[str, list[_Binding]] | None = None
        self._types: dict[str, "Node"] = {}

    def values(self, node: "Node", depth: int = 0) -> Values:
        """Return the nodes of all values that an expression may have."""
        if depth > _DEEPEST:
            return None
        handler = _HANDLERS.get(node.type)
        return None if handler is None else handler(self, node, depth + 1)

    # --- names ---------------------------------------------------------------------------------

    def _lookup(self, name: str, at: int) -> _Binding | None:
        if self._bound is None:
            self._bound = {}
            for binder, found in _binders(self._root):
                binder(self, found)
        known = [one for one in self._bound.get(name, ()) if one.start <= at < one.end]
        return min(known, key=lambda one: one.end - one.start) if known else None

    def bind(self, name: str, scope: "Node", values: Callable[[int], Values]) -> None:
        """Note what gives the values of a name within a scope."""
        if self._bound is not None:
            bound = _Binding(scope.start_byte, scope.end_byte, values)
            self._bound.setdefault(name, []).append(bound)

    def declare_type(self, name: str, node: "Node") -> None:
        """Note the declaration of a type."""
        self._types[name] = node

    def type_named(self, name: str) -> "Node | None":
        """Return the declaration of a type."""
        return self._types.get(name)

    def identifier(self, node: "Node", depth: int) -> Values:
        """Return the values of a name."""
        found = self._lookup(text_of(node), node.start_byte)
        return None if found is None else found.values(depth)

    # --- expressions ---------------------------------------------------------------------------

    def itself(self, node: "Node", _: int) -> Values:
        """A value as it is written."""
        return [node]

    def inner(self, node: "Node", depth: int) -> Values:
        """What says nothing itself."""
        children = node.named_children
        return self.values(children[0], depth) if children else None

    def ternary(self, node: "Node", depth: int) -> Values:
        """One of two values."""
        return _all(self.values(one, depth) for one in node.named_children[-2:])

    def either(self, node: "Node", depth: int) -> Values:
        """`a ?? b`, `a || b`."""
        sign = node.child_by_field_name("operator")
        if sign is None or text_of(sign) not in ("??", "||"):
            return None
        return _all(self.values(one, depth) for one in node.named_children)

    def member(self, node: "Node", depth: int) -> Values:
        """`TABS.first`, `Status.Open`, `tab.label`."""
        target, name = node.child_by_field_name("object"), node.child_by_field_name("property")
        if target is None or name is None:
            return None
        word = text_of(name)
        if target.type == "identifier" and (kind := self._declared(target)) is not None:
            return _enum_member(kind, word)
        of = self.values(target, depth)
        if of is None:
            return self._by_type(target, word, depth)
        return _all(self.entry(one, word, depth) for one in of)

    def subscript(self, node: "Node", depth: int) -> Values:
        """`KEYS[i]`, `LABELS[status]`, `LABELS['open']`."""
        target, index = node.child_by_field_name("object"), node.child_by_field_name("index")
        if target is None or index is None:
            return None
        of = self.values(target, depth)
        if of is None:
            return None
        if index.type == "string":
            return _all(self.entry(one, text_of(index).strip("\"'"), depth) for one in of)
        return _all(self.elements(one, depth) for one in of)

    def called(self, node: "Node", depth: int) -> Values:
        """`Object.keys(MAP)`, `LIST.filter(…)`: lists, by what they are made of."""
        function, arguments = (node.child_by_field_name(one) for one in ("function", "arguments"))
        if function is None or arguments is None or function.type != "member_expression":
            return None
        name, target = text_of(function), function.child_by_field_name("object")
        last = name.rpartition(".")[2]
        if name in ("Object.keys", "Object.values", "Object.entries"):
            return [node]
        if target is not None and last in _SAME_ELEMENTS:
            return self.values(target, depth)
        return None

    def entry(self, node: "Node", key: str, depth: int) -> Values:
        """Return the values of a key in an object that is written down."""
        if node.type != "object":
            return None
        for one in node.named_children:
            name, value = one.child_by_field_name("key"), one.child_by_field_name("value")
            if name is not None and value is not None and text_of(name).strip("\"'") == key:
                return self.values(value, depth)
            if one.type == "shorthand_property_identifier" and text_of(one) == key:
                return self.identifier(one, depth)
        return None

    def elements(self, node: "Node", depth: int) -> Values:
        """Return the values in a list or an object that is written down."""
        if node.type == "object":
            values = (one.child_by_field_name("value") for one in node.named_children)
            return _all(None if one is None else self.values(one, depth) for one in values)
        if node.type == "array":
            return _all(self._element(one, depth) for one in node.named_children)
        if node.type == "call_expression":
            return self._of_object(node, depth)
        return None

    def _element(self, node: "Node", depth: int) -> Values:
        if node.type == "comment":
            return []
        if node.type != "spread_element":
            return self.values(node, depth)
        of = self.values(node.named_children[0], depth)
        return None if of is None else _all(self.elements(one, depth) for one in of)

    def _of_object(self, node: "Node", depth: int) -> Values:
        """Return the elements of `Object.keys(MAP)` or `Object.values(MAP)`."""
        function, arguments = (node.child_by_field_name(one) for one in ("function", "arguments"))
        if function is None or arguments is None or not arguments.named_children:
            return None
        target = arguments.named_children[0]
        keys = text_of(function).endswith("keys")
        if text_of(function).endswith("entries"):
            return None
        if target.type == "identifier" and (kind := self._declared(target)) is not None:
            return None if keys else _enum_members(kind)
        of = self.values(target, depth)
        if of is None:
            return None
        return _all(_keys(one) if keys else self.elements(one, depth) for one in of)

    # --- types ---------------------------------------------------------------------------------

    def _declared(self, node: "Node") -> "Node | None":
        """Return the enum that a name is, unless the name is something else here."""
        if self._lookup(text_of(node), node.start_byte) is not None:
            return None
        found = self._types.get(text_of(node))
        return found if found is not None and found.type == "enum_declaration" else None

    def _by_type(self, target: "Node", word: str, depth: int) -> Values:
        """Return the values of a property by the type that its object is declared to have."""
        found = self._lookup(f"{text_of(target)}:", target.start_byte)
        kinds = None if found is None else found.values(depth)
        return None if not kinds else self.property_of(kinds[0], word, depth)

    def property_of(self, kind: "Node", word: str, depth: int) -> Values:
        """Return the values of a property of a type."""
        while kind.type in ("type_annotation", "readonly_type", "parenthesized_type"):
            kind = kind.named_children[0]
        if kind.type == "type_identifier":
            known = self._types.get(text_of(kind))
            body = None if known is None else known.child_by_field_name("value")
            body = body or (None if known is None else known.child_by_field_name("body"))
            return None if body is None or depth > _DEEPEST else self.property_of(
                body, word, depth + 1
            )
        for one in kind.named_children if kind.type in ("object_type", "interface_body") else ():
            name, annotated = one.child_by_field_name("name"), one.child_by_field_name("type")
            if name is not None and annotated is not None and text_of(name) == word:
                return self.of_type(annotated, depth)
        return None

    def of_type(self, node: "Node", depth: int) -> Values:
        """Return the values that a type has."""
        if depth > _DEEPEST:
            return None
        children = node.named_children
        match node.type:
            case "type_annotation" | "parenthesized_type" | "readonly_type":
                return self.of_type(children[0], depth + 1)
            case "literal_type":
                return _literal_type(children)
            case "union_type":
                return _all(self.of_type(one, depth + 1) for one in children)
            case "type_identifier":
                return self._of_named_type(node, depth)
            case "index_type_query" | "lookup_type":
                return self._of_typeof(node, depth)
        return None

    def _of_named_type(self, node: "Node", depth: int) -> Values:
        known = self._types.get(text_of(node))
        if known is None:
            return None
        if known.type == "enum_declaration":
            return _enum_members(known)
        value = known.child_by_field_name("value")
        return None if value is None else self.of_type(value, depth + 1)

    def _of_typeof(self, node: "Node", depth: int) -> Values:
        """`keyof typeof MAP`, `(typeof LIST)[number]`."""
        inner = node.named_children[0]
        while inner.type == "parenthesized_type":
            inner = inner.named_children[0]
        if inner.type != "type_query" or not inner.named_children:
            return None
        name = inner.named_children[0]
        if (kind := self._declared(name)) is not None:
            return _enum_names(kind) if node.type == "index_type_query" else None
        of = self.values(name, depth)
        if of is None:
            return None
        wanted = _keys if node.type == "index_type_query" else None
        return _all(wanted(one) if wanted else self.elements(one, depth) for one in of)


def _all(parts: Iterator[Values]) -> Values:
    """Return what all parts have together, None where one of them is not known."""
    found: list["Node"] = []
    for one in parts:
        if one is None or len(found) + len(one) > _MOST:
            return None
        found += one
    return found


def _literal_type(children: list["Node"]) -> Values:
    if not children or children[0].type in ("undefined", "null"):
        return []
    return [children[0]] if children[0].type in ("string", "number") else None


def _keys(node: "Node") -> Values:
    if node.type != "object":
        return None
    return _all(_key(one) for one in node.named_children)


def _key(node: "Node") -> Values:
    key = node.child_by_field_name("key")
    if node.type == "shorthand_property_identifier":
        return [node]
    if node.type == "comment":
        return []
    return None if key is None or key.type == "computed_property_name" else [key]


def _enum_members(node: "Node") -> Values:
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


def _enum_names(node: "Node") -> Values:
    body = node.child_by_field_name("body")
    found = []
    for one in body.named_children if body is not None else ():
        name = one.child_by_field_name("name") or one
        if one.type != "comment":
            found.append(name)
    return found


def _enum_member(node: "Node", word: str) -> Values:
    body = node.child_by_field_name("body")
    for one in body.named_children if body is not None else ():
        name, value = one.child_by_field_name("name"), one.child_by_field_name("value")
        if name is not None and value is not None and text_of(name) == word:
            return [value] if value.type == "string" else None
    return None


def _scope(node: "Node") -> "Node":
    while node.parent is not None and node.type not in _BLOCKS:
        node = node.parent
    return node


# --- what binds names -----------------------------------------------------------------------------


def _declarator(names: Names, node: "Node") -> None:
    """`const x = …`, `const { a, b: c } = …`."""
    target, value = node.child_by_field_name("name"), node.child_by_field_name("value")
    kind = node.child_by_field_name("type")
    parent = node.parent
    if target is None or parent is None:
        return
    scope = _scope(parent)
    is_fixed = text_of(parent).startswith("const")
    if target.type == "identifier":
        name = text_of(target)
        if value is not None and is_fixed:
            names.bind(name, scope, lambda depth: names.values(value, depth))
        elif kind is not None:
            names.bind(name, scope, lambda depth: names.of_type(kind, depth))
        else:
            names.bind(name, scope, _unknown)
        if kind is not None:
            names.bind(f"{name}:", scope, lambda _: [kind])
    elif value is not None:
        _bind_pattern(names, target, scope, lambda depth: names.values(value, depth))


def _bind_pattern(
    names: Names, target: "Node", scope: "Node", values: Callable[[int], Values]
) -> None:
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
                names.bind(name, scope, _unknown)
    if target.type == "array_pattern":
        for name in _identifiers(target):
            names.bind(name, scope, _unknown)


def _part(
    names: Names, values: Callable[[int], Values], key: str
) -> Callable[[int], Values]:
    def part(depth: int) -> Values:
        of = values(depth)
        return None if of is None else _all(names.entry(one, key, depth) for one in of)

    return part


def _unknown(_: int) -> Values:
    return None


def _identifiers(node: "Node") -> Iterator[str]:
    ahead = [node]
    while ahead:
        one = ahead.pop()
        if one.type in ("identifier", "shorthand_property_identifier_pattern"):
            yield text_of(one)
        ahead += one.named_children


def _parameter(names: Names, node: "Node") -> None:
    """Bind a parameter: by its type, or by the list whose elements its function is given."""
    target, kind = node.child_by_field_name("pattern"), node.child_by_field_name("type")
    function = _function_of(node)
    if target is None or function is None:
        return
    if kind is None:
        first = node.parent is not None and node.parent.named_children[0] == node
        _bind_element(names, target, function, is_first=first)
    elif target.type == "identifier":
        names.bind(text_of(target), function, lambda depth: names.of_type(kind, depth))
        names.bind(f"{text_of(target)}:", function, lambda _: [kind])
    elif target.type == "object_pattern":
        for one in target.named_children:
            key = one.child_by_field_name("key") or one.child_by_field_name("left") or one
            inner = one.child_by_field_name("value") or key
            if inner.type in ("identifier", "shorthand_property_identifier_pattern"):
                names.bind(text_of(inner), function, _property(names, kind, text_of(key)))


def _property(names: Names, kind: "Node", word: str) -> Callable[[int], Values]:
    return lambda depth: names.property_of(kind, word, depth)


def _lone_parameter(names: Names, node: "Node") -> None:
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
                names.bind(name, node, _unknown)


def _bind_element(names: Names, target: "Node", function: "Node", *, is_first: bool) -> None:
    of = _collection_of(function) if is_first else None
    if of is None:
        _bind_pattern(names, target, function, _unknown)
    else:
        _bind_pattern(names, target, function, _elements_of(names, of))


def _elements_of(names: Names, of: "Node") -> Callable[[int], Values]:
    def elements(depth: int) -> Values:
        lists = names.values(of, depth)
        return None if lists is None else _all(names.elements(one, depth) for one in lists)

    return elements


def _collection_of(function: "Node") -> "Node | None":
    """Return `LIST` of `LIST.map(function)`."""
    arguments = function.parent
    call = None if arguments is None or arguments.type != "arguments" else arguments.parent
    called = None if call is None else call.child_by_field_name("function")
    if called is None or called.type != "member_expression":
        return None
    name, target = called.child_by_field_name("property"), called.child_by_field_name("object")
    return target if name is not None and text_of(name) in _ELEMENTWISE else None


def _function_of(node: "Node") -> "Node | None":
    parent = node.parent
    return None if parent is None else parent.parent


def _loop(names: Names, node: "Node") -> None:
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
        return None if objects is None else _all(_keys(one) for one in objects)

    _bind_pattern(names, target, node, keys)


def _type(names: Names, node: "Node") -> None:
    name = node.child_by_field_name("name")
    if name is not None:
        names.declare_type(text_of(name), node)


_BINDERS: Mapping[str, Callable[[Names, "Node"], None]] = {
    "variable_declarator": _declarator,
    "required_parameter": _parameter,
    "optional_parameter": _parameter,
    "arrow_function": _lone_parameter,
    "function_declaration": _lone_parameter,
    "function_expression": _lone_parameter,
    "method_definition": _lone_parameter,
    "for_in_statement": _loop,
    "enum_declaration": _type,
    "type_alias_declaration": _type,
    "interface_declaration": _type,
}


def _binders(root: "Node") -> Iterator[tuple[Callable[[Names, "Node"], None], "Node"]]:
    ahead = [root]
    while ahead:
        node = ahead.pop()
        binder = _BINDERS.get(node.type)
        if binder is not None:
            yield binder, node
        ahead += reversed(node.named_children)


_HANDLERS: Mapping[str, Callable[[Names, "Node", int], Values]] = {
    "identifier": Names.identifier,
    "shorthand_property_identifier": Names.identifier,
    "string": Names.itself,
    "template_string": Names.itself,
    "number": Names.itself,
    "object": Names.itself,
    "array": Names.itself,
    "parenthesized_expression": Names.inner,
    "as_expression": Names.inner,
    "satisfies_expression": Names.inner,
    "non_null_expression": Names.inner,
    "ternary_expression": Names.ternary,
    "binary_expression": Names.either,
    "member_expression": Names.member,
    "subscript_expression": Names.subscript,
    "call_expression": Names.called,
}
