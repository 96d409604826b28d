r"""What names stand for in a file of code, as far as that is written down.

| code | values of `x` |
|---|---|
| `const x = 'a'` | `a` |
| `['a', 'b'].map((x) => …)`, `for (const x of LIST)` | `a`, `b` |
| `TABS.map(({ x }) => …)`, `TABS[i].x` | those of `x` in the objects of the list |
| `x: Status`, `enum Status { … }`, `type Status = 'a' \\| 'b'` | its members |
| `Object.keys(MAP).map((x) => …)`, `x: keyof typeof MAP` | the keys of the object |
| `import { x } from './keys'` | what that file exports |
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from typing_extensions import override

from compiler.code.bound_names import BoundNames
from compiler.code.enums import enum_member, enum_members
from compiler.code.nodes import text_of
from compiler.code.type_values import property_of
from compiler.code.values import DEEPEST, Values, all_of, keys_of

if TYPE_CHECKING:
    from tree_sitter import Node

_SAME_ELEMENTS = frozenset({"filter", "slice", "sort", "reverse", "concat", "toSorted", "values"})


class Names(BoundNames):
    """The names of one file, and what expressions of them come to.

    ``words`` are the types of nodes whose values are texts as they are written: keys of objects,
    numbers.
    """

    words = frozenset({"property_identifier", "number", "integer", "shorthand_property_identifier"})

    @override
    def values(self, node: "Node", depth: int = 0) -> Values:
        """Return the nodes of all values that an expression may have."""
        if depth > DEEPEST:
            return None
        handler = _HANDLERS.get(node.type)
        return None if handler is None else handler(self, node, depth + 1)

    def identifier(self, node: "Node", depth: int) -> Values:
        """Return the values of a name."""
        name = text_of(node)
        found = self.looked_up(name, node.start_byte)
        if found is not None:
            return found(depth)
        other = self.imported(name)
        return self.values(other, depth) if other is not None else None

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
        if name == "Object.freeze" and arguments.named_children:
            return self.values(arguments.named_children[0], depth)
        if target is None or last not in _SAME_ELEMENTS:
            return None
        more = arguments.named_children if last == "concat" else []
        of = all_of(self.values(one, depth) for one in (target, *more))
        # `slice` and `concat` of a text make another text.
        return None if of is None or any(one.type not in _COLLECTIONS for one in of) else of

    @override
    def entry(self, node: "Node", key: str, depth: int) -> Values:
        """Return the values of a key in an object that is written down."""
        if node.type not in _MAPPINGS:
            return None
        for one in reversed(node.named_children):  # the last one counts
            name, value = one.child_by_field_name("key"), one.child_by_field_name("value")
            if one.type in _SPREAD or (name is not None and name.type == "computed_property_name"):
                return None
            if name is not None and value is not None and text_of(name).strip("\"'") == key:
                return self.values(value, depth)
            if one.type == "shorthand_property_identifier" and text_of(one) == key:
                return self.identifier(one, depth)
        return None

    @override
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

    @override
    def declared_enum(self, node: "Node") -> "Node | None":
        """Return the enum that a name is, unless the name is something else here."""
        if self.looked_up(text_of(node), node.start_byte) is not None:
            return None
        found = self.type_named(text_of(node))
        return found if found is not None and found.type == "enum_declaration" else None

    def _by_type(self, target: "Node", word: str, depth: int) -> Values:
        """Return the values of a property by the type that its object is declared to have."""
        found = self.looked_up(f"{text_of(target)}:", target.start_byte)
        kinds = None if found is None else found(depth)
        return None if not kinds else property_of(self, kinds[0], word, depth)


_SPREAD = frozenset({"spread_element", "dictionary_splat"})
_LISTS = frozenset({"array", "list", "tuple", "set"})
_MAPPINGS = frozenset({"object", "dictionary"})
_COLLECTIONS = _LISTS | _MAPPINGS | {"call_expression"}

_HANDLERS: Mapping[str, Callable[[Names, "Node", int], Values]] = {
    "identifier": Names.identifier,
    "shorthand_property_identifier": Names.identifier,
    "string": Names.itself,
    "expression_statement": Names.inner,
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
