r"""What names stand for in a file of code, as far as that is written down.

| code | values of `x` |
|---|---|
| `const x = 'a'` | `a` |
| `['a', 'b'].map((x) => …)`, `for (const x of LIST)` | `a`, `b` |
| `TABS.map(({ x }) => …)`, `TABS[i].x` | those of `x` in the objects of the list |
| `x: Status`, `enum Status { … }`, `type Status = 'a' \\| 'b'` | its members |
| `Object.keys(MAP).map((x) => …)`, `x: keyof typeof MAP` | the keys of the object |
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from compiler.code.binders import binders_in
from compiler.code.enums import enum_member, enum_members
from compiler.code.nodes import text_of
from compiler.code.type_values import property_of
from compiler.code.values import DEEPEST, Maker, Values, all_of, keys_of

if TYPE_CHECKING:
    from tree_sitter import Node

_SAME_ELEMENTS = frozenset({"filter", "slice", "sort", "reverse", "concat", "toSorted", "values"})


class _Binding(NamedTuple):
    """A name from ``start`` to ``end``, and what gives its values."""

    start: int
    end: int
    values: Maker


class Names:
    """The names of one file. They are looked for when somebody asks for the first.

    ``words`` are the types of nodes whose values are texts as they are written: keys of objects,
    numbers.
    """

    words = frozenset({"property_identifier", "number", "integer", "shorthand_property_identifier"})

    def __init__(self, root: "Node") -> None:
        self._root = root
        self._bound: dict[str, list[_Binding]] | None = None
        self._types: dict[str, Node] = {}

    def values(self, node: "Node", depth: int = 0) -> Values:
        """Return the nodes of all values that an expression may have."""
        if depth > DEEPEST:
            return None
        handler = _HANDLERS.get(node.type)
        return None if handler is None else handler(self, node, depth + 1)

    # --- names ---------------------------------------------------------------------------------

    def _lookup(self, name: str, at: int) -> _Binding | None:
        if self._bound is None:
            self._bound = {}
            for binder, found in binders_in(self._root):
                binder(self, found)
        known = [one for one in self._bound.get(name, ()) if one.start <= at < one.end]
        return min(known, key=lambda one: one.end - one.start) if known else None

    def bind(self, name: str, scope: "Node", values: Maker) -> None:
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
        return all_of(self.values(one, depth) for one in node.named_children[-2:])

    def either(self, node: "Node", depth: int) -> Values:
        """`a ?? b`, `a || b`."""
        sign = node.child_by_field_name("operator")
        if sign is None or text_of(sign) not in ("??", "||"):
            return None
        return all_of(self.values(one, depth) for one in node.named_children)

    def member(self, node: "Node", depth: int) -> Values:
        """`TABS.first`, `Status.Open`, `tab.label`."""
        target, name = node.child_by_field_name("object"), node.child_by_field_name("property")
        if target is None or name is None:
            return None
        word = text_of(name)
        if target.type == "identifier" and (kind := self.declared_enum(target)) is not None:
            return enum_member(kind, word)
        of = self.values(target, depth)
        if of is None:
            return self._by_type(target, word, depth)
        return all_of(self.entry(one, word, depth) for one in of)

    def subscript(self, node: "Node", depth: int) -> Values:
        """`KEYS[i]`, `LABELS[status]`, `LABELS['open']`."""
        target = node.child_by_field_name("object") or node.child_by_field_name("value")
        index = node.child_by_field_name("index") or node.child_by_field_name("subscript")
        if target is None or index is None:
            return None
        of = self.values(target, depth)
        if of is None:
            return None
        if index.type == "string":
            return all_of(self.entry(one, text_of(index).strip("\"'"), depth) for one in of)
        return all_of(self.elements(one, depth) for one in of)

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
        if node.type not in _MAPPINGS:
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
        if node.type in _MAPPINGS:
            values = (one.child_by_field_name("value") for one in node.named_children)
            return all_of(None if one is None else self.values(one, depth) for one in values)
        if node.type in _LISTS:
            return all_of(self._element(one, depth) for one in node.named_children)
        if node.type == "call_expression":
            return self._of_object(node, depth)
        return None

    def _element(self, node: "Node", depth: int) -> Values:
        if node.type == "comment":
            return []
        if node.type != "spread_element":
            return self.values(node, depth)
        of = self.values(node.named_children[0], depth)
        return None if of is None else all_of(self.elements(one, depth) for one in of)

    def _of_object(self, node: "Node", depth: int) -> Values:
        """Return the elements of `Object.keys(MAP)` or `Object.values(MAP)`."""
        function, arguments = (node.child_by_field_name(one) for one in ("function", "arguments"))
        if function is None or arguments is None or not arguments.named_children:
            return None
        target = arguments.named_children[0]
        keys = text_of(function).endswith("keys")
        if text_of(function).endswith("entries"):
            return None
        if target.type == "identifier" and (kind := self.declared_enum(target)) is not None:
            return None if keys else enum_members(kind)
        of = self.values(target, depth)
        if of is None:
            return None
        return all_of(keys_of(one) if keys else self.elements(one, depth) for one in of)

    # --- types ---------------------------------------------------------------------------------

    def declared_enum(self, node: "Node") -> "Node | None":
        """Return the enum that a name is, unless the name is something else here."""
        if self._lookup(text_of(node), node.start_byte) is not None:
            return None
        found = self._types.get(text_of(node))
        return found if found is not None and found.type == "enum_declaration" else None

    def _by_type(self, target: "Node", word: str, depth: int) -> Values:
        """Return the values of a property by the type that its object is declared to have."""
        found = self._lookup(f"{text_of(target)}:", target.start_byte)
        kinds = None if found is None else found.values(depth)
        return None if not kinds else property_of(self, kinds[0], word, depth)


_LISTS = frozenset({"array", "list", "tuple", "set"})
_MAPPINGS = frozenset({"object", "dictionary"})

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
    "list": Names.itself,
    "tuple": Names.itself,
    "set": Names.itself,
    "dictionary": Names.itself,
    "subscript": Names.subscript,
    "call_expression": Names.called,
}
