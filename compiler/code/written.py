"""What a file hands to others, as code that stands for itself: every name in it replaced.

`export const KEYS = [FIRST, 'b']` is handed on as `(["a", "b"])`. Whoever imports it reads that as
if it were written in their own file, so that no name of one file is ever looked up in another. What
is not known is `null`, which has no text.
"""

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

from compiler.code.dialects import Dialect
from compiler.code.literals import literals
from compiler.code.nodes import text_of
from compiler.code.type_values import of_type

if TYPE_CHECKING:
    from tree_sitter import Node

    from compiler.code.constants import Names

_NOTHING = "null"
_DEEPEST = 8
_LISTS = frozenset({"array", "list", "tuple", "set"})
_MAPPINGS = frozenset({"object", "dictionary"})
_TYPES = frozenset({"type_alias_declaration", "interface_declaration"})


class Writer:
    """Writes values of one file."""

    def __init__(self, names: "Names", dialect: Dialect) -> None:
        self._names = names
        self._dialect = dialect

    def value(self, node: "Node", depth: int = 0) -> str:
        """Return an expression as code, with everything in it that is known."""
        values = self._names.values(node) if depth <= _DEEPEST else None
        return self.choice(values, depth)

    def choice(self, values: Iterable["Node"] | None, depth: int = 0) -> str:
        """Return values of which an expression takes one."""
        ways = [self._one(one, depth + 1) for one in values or ()]
        if not ways:
            return f"({_NOTHING})"
        *others, last = ways
        if others and not self._dialect.choices:
            return f"({_NOTHING})"
        return "(" + "".join(f"true ? {one} : " for one in others) + last + ")"

    def _one(self, node: "Node", depth: int) -> str:
        if node.type in self._dialect.strings:
            texts = list(literals(node, self._dialect, self._names))
            if not texts or not all(one.exact for one in texts):
                return _NOTHING
            *others, last = [json.dumps(one.text, ensure_ascii=False) for one in texts]
            return "(" + "".join(f"true ? {one} : " for one in others) + last + ")"
        if node.type in ("number", "integer"):
            return text_of(node)
        if node.type in _LISTS:
            return self._list(node.named_children, depth)
        if node.type in _MAPPINGS:
            return self._object(node, depth)
        elements = self._names.elements(node, depth)
        return _NOTHING if elements is None else self._list(elements, depth)

    def _list(self, items: Iterable["Node"], depth: int) -> str:
        parts = []
        for one in items:
            if one.type == "spread_element":
                parts.append(f"...{self.value(one.named_children[0], depth)}")
            elif one.type in self._names.words and one.type != "number":
                parts.append(json.dumps(text_of(one), ensure_ascii=False))
            elif one.type != "comment":
                parts.append(self.value(one, depth))
        return f"[{', '.join(parts)}]"

    def _object(self, node: "Node", depth: int) -> str:
        parts = []
        for one in node.named_children:
            key, value = one.child_by_field_name("key"), one.child_by_field_name("value")
            if one.type == "shorthand_property_identifier":
                parts.append(f"{json.dumps(text_of(one))}: {self.value(one, depth)}")
            elif key is not None and value is not None:
                name = json.dumps(text_of(key).strip("\"'"), ensure_ascii=False)
                if key.type == "computed_property_name":
                    name = f"[{_NOTHING}]"
                parts.append(f"{name}: {self.value(value, depth)}")
            elif one.type != "comment":
                parts.append(f"...{_NOTHING}")
        return f"{{{', '.join(parts)}}}"

    def declaration(self, node: "Node") -> str | None:
        """Return an enum or a type as code."""
        if node.type == "enum_declaration":
            return _enum(node)
        return self._type(node) if node.type in _TYPES else None

    def _type(self, node: "Node") -> str:
        body = node.child_by_field_name("value") or node.child_by_field_name("body")
        if body is None:
            return "type X = unknown"
        properties = []
        if body.type in ("object_type", "interface_body"):
            for one in body.named_children:
                name, kind = one.child_by_field_name("name"), one.child_by_field_name("type")
                if name is not None and kind is not None:
                    properties.append(f"{text_of(name)}: {self._union(kind)}")
            return f"type X = {{ {'; '.join(properties)} }}"
        return f"type X = {self._union(body)}"

    def _union(self, kind: "Node") -> str:
        values = of_type(self._names, kind, 0)
        if not values:
            return "unknown"
        return " | ".join(
            text_of(one) if one.type == "number" else json.dumps(text_of(one).strip("\"'`"))
            for one in values
        )


def _enum(node: "Node") -> str:
    body = node.child_by_field_name("body")
    members = []
    for one in body.named_children if body is not None else ():
        name, value = one.child_by_field_name("name") or one, one.child_by_field_name("value")
        if one.type == "comment":
            continue
        is_text = value is not None and value.type == "string"
        members.append(
            f"{text_of(name)} = {text_of(value)}" if value and is_text else text_of(name)
        )
    return f"enum X {{ {', '.join(members)} }}"
