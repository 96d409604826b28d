"""Looks at variables, at parts of them, and at literals."""

import re
from typing import Any

from jinja2 import nodes

from compiler.base.suggest import did_you_mean
from compiler.templating.inspecting import Inspector, Look
from compiler.templating.issues import IssueKind, Scope, Value
from compiler.templating.knowledge import path_of
from compiler.templating.shapes import ANYTHING, LOOP, Shape, kind_of_value, of_kind
from compiler.templating.subset import RESERVED_NAMES, Kind
from compiler.templating.wording import bare, described, named, shown

_DOT = re.compile(r"\.\s*")
_NUMBER = re.compile(r"\d+(?:\.\d+)?(?![\w.])")
_STRING = re.compile(r"""(?:"(?:[^"\\]|\\[nt"'\\])*"|'(?:[^'\\]|\\[nt"'\\])*')(?!\s*["'])""")
_SIDE_BY_SIDE = re.compile(r"""(?:"[^"\\]*"|'[^'\\]*')\s*["']""")
_ESCAPES = "there are `\\n`, `\\t`, `\\'`, `\\\"` and `\\\\`"
_CONSTANT = re.compile(r"(?:true|false|none)\b")


def _name(inspector: Inspector, node: Any, scope: Scope) -> Value:  # noqa: ANN401
    """Look at a variable."""
    offset, length, name = node.lineno, len(node.name), node.name
    bound = scope.names.get(name)
    if bound is not None:
        absent = bound.absent and bound.path not in scope.known.there
        return Value(_filled(bound.shape, bound.path, scope), offset, length, bound.path, absent)
    if name in RESERVED_NAMES or (name == "loop" and not scope.in_loop):
        hint = "give the variable another name" if name != "loop" else None
        return inspector.refuse(offset, scope, f"`{name}` has a meaning of its own in Jinja", hint)
    if name == "loop":
        return Value(LOOP, offset, length, ("loop",))
    shape = scope.variables.member(name)
    if shape is None:
        inspector.say(
            IssueKind.UNDECLARED,
            Value(ANYTHING, offset, length, (name,)),
            f"`{name}`",
            did_you_mean(name, scope.variables.members()) or _DECLARED.format(name=name),
        )
        return Value(ANYTHING, offset, length, (name,))
    absent = shape.optional and (name,) not in scope.known.there
    return Value(_filled(shape, (name,), scope), offset, length, (name,), absent)


_DECLARED = (
    "declare it: `variables: {{type: object, properties: {{{name}: {{type: string}}}}, "
    "required: [{name}]}}`"
)
"""What to write where a template declares nothing yet."""


def _member(inspector: Inspector, node: Any, scope: Scope, key: str, offset: int) -> Value:  # noqa: ANN401
    """Look at a part of an object."""
    above = inspector.needed(node.node, scope)
    length = len(key)
    path = path_of(node, scope) or ()
    if key.startswith("_"):
        return inspector.refuse(
            offset, scope, f"`{key}` begins with `_`, which no value does", None
        )
    if above.path == ("loop",) and key not in LOOP.members():
        known = ", ".join(f"`{one}`" for one in LOOP.members())
        words = f"`loop.{key}` is not portable"
        return inspector.refuse(offset, scope, words, f"a loop knows {known}")
    kind = above.shape.kind
    if not kind & Kind.OBJECT:
        hint = f"write `{bare(above)} | length`" if key in ("length", "size") else None
        words = f"{shown(above)} is {described(kind)} and has no `{key}`"
        inspector.say(IssueKind.MISTYPED, Value(ANYTHING, offset, length, path), words, hint)
        return Value(ANYTHING, offset, length, path)
    shape = above.shape.member(key)
    if shape is None:
        inspector.say(
            IssueKind.UNDECLARED,
            Value(ANYTHING, offset, length, path),
            f"`{named(path)}`" if path else f"`{key}`",
            did_you_mean(key, above.shape.members()) or "declare it in `variables`",
        )
        return Value(ANYTHING, offset, length, path)
    absent = shape.optional and path not in scope.known.there
    return Value(_filled(shape, path, scope), offset, length, path, absent)


def _getattr(inspector: Inspector, node: Any, scope: Scope) -> Value:  # noqa: ANN401
    """Look at ``a.b``."""
    found = _DOT.match(scope.reading.text, node.lineno)
    return _member(inspector, node, scope, node.attr, found.end() if found else node.lineno)


def _getitem(inspector: Inspector, node: Any, scope: Scope) -> Value:  # noqa: ANN401
    """Look at ``a["b"]`` and ``a[0]``."""
    key = node.arg.value if isinstance(node.arg, nodes.Const) else None
    if isinstance(key, str):
        return _member(inspector, node, scope, key, node.arg.lineno)
    if not isinstance(key, int) or isinstance(key, bool):
        words = "only a name in quotes or a number may stand in `[]`"
        return inspector.refuse(node.lineno, scope, words, "repeat with `for`, or name the value")
    above = inspector.needed(node.node, scope)
    path = path_of(node, scope) or ()
    value = Value(above.shape.item, node.arg.lineno, len(str(key)), path)
    if not above.shape.kind & Kind.LIST:
        words = f"{shown(above)} is {described(above.shape.kind)} and has no items"
        inspector.say(IssueKind.MISTYPED, value, words)
        return Value(ANYTHING, value.offset, value.length, path)
    surely = above.shape.kind == Kind.ANY or key < above.shape.least_items
    absent = not surely and path not in scope.known.there
    return Value(value.shape, value.offset, value.length, path, absent)


def _constant(inspector: Inspector, node: Any, scope: Scope) -> Value:  # noqa: ANN401
    """Look at a literal."""
    text, offset = scope.reading.text, node.lineno
    for pattern in (_STRING, _NUMBER, _CONSTANT):
        found = pattern.match(text, offset)
        if found is not None:
            shape = Shape({"const": node.value, "type": _type_of(node.value)})
            return Value(shape, offset, len(found[0]))
    if _SIDE_BY_SIDE.match(text, offset):
        words, hint = "two texts stand side by side", "write one text, or `~` between them"
    elif text[offset : offset + 1] in ("'", '"'):
        words, hint = "this text has an escape that is not portable", _ESCAPES
    else:
        words = "this is written otherwise in JavaScript"
        hint = "write `true`, `false`, `none`, and numbers with digits and a point"
    return inspector.refuse(offset, scope, words, hint)


def _items(inspector: Inspector, node: Any, scope: Scope) -> Value:  # noqa: ANN401
    """Look at a list that is written out."""
    kind = Kind(0)
    for item in node.items:
        kind |= inspector.needed(item, scope).shape.kind
    below = of_kind(kind).schema if kind else {}
    schema = {"type": "array", "minItems": len(node.items), "items": below}
    return Value(Shape(schema), node.lineno)


LOOKS: dict[type, Look] = {
    nodes.Name: _name,
    nodes.Getattr: _getattr,
    nodes.Getitem: _getitem,
    nodes.Const: _constant,
    nodes.List: _items,
}


def _type_of(value: Any) -> str:  # noqa: ANN401
    if isinstance(value, int) and not isinstance(value, bool):
        return "integer"
    kinds = {Kind.TEXT: "string", Kind.NUMBER: "number", Kind.TRUTH: "boolean"}
    return kinds.get(kind_of_value(value), "null")


def _filled(shape: Shape, path: tuple[str, ...], scope: Scope) -> Shape:
    """Return the shape of a value without null, where an `if` said that it is not that."""
    if path not in scope.known.filled or Kind.NULL not in shape.kind or shape.kind == Kind.ANY:
        return shape
    return Shape({"allOf": [shape.schema, of_kind(shape.kind & ~Kind.NULL).schema]}, shape.root)
