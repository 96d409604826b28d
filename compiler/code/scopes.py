"""Which namespace and prefix a name such as `t` has where it is called, as hooks have bound it.

| code | what `t('pay')` asks for |
|---|---|
| `const { t } = useTranslation('portal', { keyPrefix: 'checkout' })` | `portal:checkout.pay` |
| `const t = useTranslations('checkout')` | `checkout.pay` |
| `const t = i18n.getFixedT(null, 'portal', 'checkout')` | `portal:checkout.pay` |
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from compiler.code.dialects import Dialect
from compiler.code.literals import Literal, literals

if TYPE_CHECKING:
    from tree_sitter import Node


@dataclass(frozen=True, slots=True)
class Hook:
    """A function that gives a translating function.

    ``namespace`` and ``prefix`` are the numbers of its arguments, ``options`` that of an object
    with a ``keyPrefix`` and a ``namespace``.
    """

    namespace: int | None = None
    prefix: int | None = None
    options: int | None = None


HOOKS: Mapping[str, Hook] = {
    "useTranslation": Hook(namespace=0, options=1),
    "getFixedT": Hook(namespace=1, prefix=2),
    "useTranslations": Hook(prefix=0),
    "getTranslations": Hook(prefix=0, options=0),
    "useI18n": Hook(),
}
"""By the last part of their name. The pages: react-i18next "useTranslation", i18next "getFixedT",
next-intl "useTranslations" and "getTranslations", vue-i18n "useI18n"."""

_NOTHING = frozenset({"object", "null", "undefined"})
_SCOPES = frozenset({"program", "statement_block", "function_body", "class_body"})


@dataclass(frozen=True, slots=True)
class Binding:
    """A name that is bound from ``start`` to ``end``. What is not known is None."""

    name: str
    start: int
    end: int
    namespace: Literal | None = None
    prefix: str | None = ""


def bindings(nodes: list["Node"], dialect: Dialect) -> list[Binding]:
    """Return what hooks bind, among the declarations of a file; the innermost first."""
    found = [
        binding
        for node in nodes
        if node.type == "variable_declarator"
        for binding in _bound(node, dialect)
    ]
    return sorted(found, key=lambda one: one.end - one.start)


def binding_of(name: str, at: int, known: list[Binding]) -> Binding | None:
    """Return what a name is bound to at a place."""
    root = name.partition(".")[0]
    return next((one for one in known if one.name == root and one.start <= at < one.end), None)


def _bound(node: "Node", dialect: Dialect) -> Iterator[Binding]:
    value, target = node.child_by_field_name("value"), node.child_by_field_name("name")
    if value is not None and value.type == "await_expression":
        value = value.named_children[0]
    if value is None or target is None or value.type != dialect.call:
        return
    function, arguments = (value.child_by_field_name(one) for one in ("function", "arguments"))
    if function is None or arguments is None:
        return
    hook = HOOKS.get(_text(function).rpartition(".")[2])
    if hook is None:
        return
    given = arguments.named_children
    namespace = _argument(given, hook.namespace, dialect)
    prefix = _argument(given, hook.prefix, dialect)
    for key, one in _options(given, hook.options):
        if key == "keyPrefix" or (key == "namespace" and hook.prefix is not None):
            prefix = next(literals(one, dialect))
    scope = _scope(node)
    for name in _names(target):
        yield Binding(name, scope.start_byte, scope.end_byte, namespace, _prefix(prefix))


def _prefix(literal: Literal | None) -> str | None:
    if literal is None or (literal.exact and not literal.text):
        return ""
    return f"{literal.text}." if literal.exact else None


def _argument(given: list["Node"], number: int | None, dialect: Dialect) -> Literal | None:
    if number is None or number >= len(given) or given[number].type in _NOTHING:
        return None
    node = given[number]
    if node.type == "array" and node.named_children:  # the first of several is asked first
        node = node.named_children[0]
    return next(literals(node, dialect))


def _options(given: list["Node"], number: int | None) -> Iterator[tuple[str, "Node"]]:
    if number is not None and number < len(given) and given[number].type == "object":
        yield from pairs(given[number])


def pairs(node: "Node") -> Iterator[tuple[str, "Node"]]:
    """Yield the keys and values of an object."""
    for pair in node.named_children:
        key, value = pair.child_by_field_name("key"), pair.child_by_field_name("value")
        if key is not None and value is not None:
            yield _text(key).strip("\"'"), value


def _names(target: "Node") -> Iterator[str]:
    """Yield the names that translate: `t` of an object, the first of a list, or the only one."""
    if target.type == "identifier":
        yield _text(target)
    elif target.type == "array_pattern" and target.named_children:
        yield _text(target.named_children[0])
    for one in target.named_children if target.type == "object_pattern" else ():
        if one.type == "shorthand_property_identifier_pattern" and _text(one) in _TRANSLATING:
            yield _text(one)
        key, value = one.child_by_field_name("key"), one.child_by_field_name("value")
        if key is not None and value is not None and _text(key) in _TRANSLATING:
            yield _text(value)


_TRANSLATING = frozenset({"t", "rt", "te", "tm"})


def _scope(node: "Node") -> "Node":
    while node.parent is not None and node.type not in _SCOPES:
        node = node.parent
    return node


def _text(node: "Node") -> str:
    return (node.text or b"").decode(errors="replace")
