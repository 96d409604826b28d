"""What a call asks for: the keys that its first argument may be, by what stands beside it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from compiler.code.call import Call, call_of
from compiler.code.context import Context
from compiler.code.dialects import KOTLIN, PYTHON, SCRIPTS, SWIFT
from compiler.code.found import Found
from compiler.code.handing_on import is_handed_on
from compiler.code.literals import Literal, literals
from compiler.code.nodes import pairs, text_of
from compiler.code.passing import passed_in_python, passed_in_script
from compiler.code.passing_native import passed_in_kotlin, passed_in_swift
from compiler.code.scopes import Binding, prefix_among
from compiler.code.use import NOTHING_KNOWN, Passed
from compiler.code.vocabulary import (
    BRANCHES,
    BY_ID,
    DESCRIBED,
    LITERAL_ONLY,
    OPTIONAL,
    RESOURCES,
)

if TYPE_CHECKING:
    from tree_sitter import Node

_LABEL = re.compile(r"[\w.]+")
_GIVEN_ELSEWHERE = frozenset({"identifier", "member_expression", "subscript_expression"})


def asked(call: Call, binding: Binding | None, context: Context) -> Iterator[Found]:
    """Yield the keys, each with what is passed along."""
    first = call.given[0]
    if call.last in BY_ID and first.type == "object" and "id" in dict(pairs(first)):
        return  # `described` yields it
    if call.last in DESCRIBED and first.type in _GIVEN_ELSEWHERE:
        return  # an object that is made elsewhere, and looked at there
    if _says_nothing(call, first, context):
        return
    namespace = None
    passed = _passed(call, context)
    found = _keys_of(first, context)
    for second in call.given[1:]:
        if second.type == "object" and b"keyPrefix" in (second.text or b""):
            prefix = prefix_among(pairs(second), context.dialect, context.names)
            binding = replace(binding or Binding("", 0, 0), prefix=prefix)
        if second.type == "object" and b"ns" in (second.text or b""):
            space = next((value for key, value in pairs(second) if key == "ns"), None)
            if space is not None:
                namespace = next(literals(space, context.dialect, context.names))
    for one in found:
        yield Found(
            one,
            binding,
            namespace,
            passed,
            optional=one.spare or call.last in OPTIONAL,
            branch=call.last in BRANCHES or _wants_objects(call, context),
        )


def _wants_objects(call: Call, context: Context) -> bool:
    if not context.wants_objects:
        return False
    options = (one for one in call.given[1:] if one.type == "object")
    return any(key == "returnObjects" for one in options for key, _ in pairs(one))


def _says_nothing(call: Call, first: "Node", context: Context) -> bool:
    """Tell whether a call that could ask for a key does not, by what it is given."""
    is_script = context.dialect in SCRIPTS
    literal = first if is_script else first.child_by_field_name("value") or first
    if literal.type == "value_argument" and literal.named_children:
        literal = literal.named_children[-1]
    is_text = literal.type in context.dialect.strings
    if context.dialect is SWIFT:
        name = first.child_by_field_name("name")
        if call.last in LITERAL_ONLY and (name is not None or not is_text):
            return True
        if call.last == "String" and (name is None or text_of(name) != "localized"):
            return True
    if context.dialect is KOTLIN and call.last in RESOURCES and not is_text:
        return True
    inner = call_of(literal) if literal.type == context.dialect.call else None
    return inner is not None and inner.name in context.words.functions


def _passed(call: Call, context: Context) -> Passed:
    given = call.given[1:]
    if context.dialect in SCRIPTS:
        return passed_in_script(given, context.dialect)
    if context.dialect is PYTHON:
        return passed_in_python(call.node, given, context.dialect)
    if context.dialect is SWIFT:
        return passed_in_swift(call.node, call.last, given)
    return passed_in_kotlin(given) if call.last not in RESOURCES else NOTHING_KNOWN


def _keys_of(node: "Node", context: Context) -> list[Literal]:
    """Return the keys that an argument may be."""
    if node.type == "arrow_function" and (chosen := _selected(node)) is not None:
        return [chosen]
    if node.type == "object":  # vue-i18n's `v-t="{ path: 'key' }"`
        node = dict(pairs(node)).get("path", node)
    if is_handed_on(node, context.words.functions):
        return []
    found = list(literals(node, context.dialect, context.names))
    return found or [Literal("", node.start_byte, node.start_byte, exact=False)]


def _selected(node: "Node") -> Literal | None:
    """Return the key of `$ => $.look.deep` (i18next "Selector API")."""
    body = node.child_by_field_name("body")
    if body is None or body.type != "member_expression":
        return None
    root, dot, label = text_of(body).partition(".")
    parameter = node.child_by_field_name("parameter") or node.child_by_field_name("parameters")
    named = "" if parameter is None else text_of(parameter).strip("() ").partition(":")[0]
    if not dot or root != named or not _LABEL.fullmatch(label):
        return None
    return Literal(label, body.start_byte + len(root.encode()) + 1, body.end_byte)
