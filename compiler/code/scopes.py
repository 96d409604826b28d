"""Which namespace and prefix a name such as `t` has where it is called, as hooks have bound it.

| code | what `t('pay')` asks for |
|---|---|
| `const { t } = useTranslation('portal', { keyPrefix: 'checkout' })` | `portal:checkout.pay` |
| `const t = useTranslations('checkout')` | `checkout.pay` |
| `const t = i18n.getFixedT(null, 'portal', 'checkout')` | `portal:checkout.pay` |
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from compiler.code.callee import written_name
from compiler.code.constants import Names
from compiler.code.dialects import Dialect
from compiler.code.literals import Literal, literals
from compiler.code.nodes import pairs, text_of
from compiler.code.spans import Span, Spans
from compiler.code.vocabulary import RENDERERS, WRAPPERS, Hook

if TYPE_CHECKING:
    from tree_sitter import Node


_NOTHING = frozenset({"object", "null", "undefined"})
_SCOPES = frozenset({"program", "statement_block", "function_body", "class_body"})


@dataclass(frozen=True, slots=True)
class Binding:
    """A name that is bound from ``start`` to ``end``. What is not known is None.

    ``others`` are the namespaces that are asked after the first. One that is ``loose`` comes from
    elsewhere, where it may have been given any namespace and any prefix.
    """

    name: str
    start: int
    end: int
    namespace: Literal | None = None
    prefix: str | None = ""
    others: tuple[str, ...] = ()
    loose: bool = False


Behind = Callable[["Node"], Binding | None]
"""Gives what a call of one of the project's own hooks comes to."""


class Giver:
    """Reads what calls of hooks that are known give, in one file."""

    def __init__(self, dialect: Dialect, hooks: Mapping[str, Hook], names: Names) -> None:
        self._dialect = dialect
        self._hooks = hooks
        self._names = names

    def call_in(self, value: "Node") -> "Node | None":
        """Return the call that gives a translating function: of `await …`, of `….t`."""
        if value.type == "await_expression" and value.named_children:
            value = value.named_children[0]
        if value.type == "member_expression":  # `useTranslation().t`
            part, of = (value.child_by_field_name(one) for one in ("property", "object"))
            if part is None or of is None or text_of(part) not in TRANSLATING:
                return None
            value = of
        return value if value.type == self._dialect.call else None

    def given(self, call: "Node") -> Binding | None:
        """Return the namespace and the prefix that a call gives, None where no hook is called."""
        function, arguments = (call.child_by_field_name(one) for one in ("function", "arguments"))
        if function is None or arguments is None:
            return None
        hook = self._hooks.get(written_name(function).rpartition(".")[2])
        if hook is None:
            return None
        given = arguments.named_children
        spaces = _argument(given, hook.namespace, self._dialect, self._names)
        prefixes = _argument(given, hook.prefix, self._dialect, self._names)
        for key, one in _options(given, hook.options):
            if key == "keyPrefix" or (key == "namespace" and hook.prefix is not None):
                prefixes = list(literals(one, self._dialect, self._names))
        others = tuple(one.text for one in spaces[1:] if one.exact)
        namespace, prefix = spaces[0] if spaces else None, prefixes[0] if prefixes else None
        return Binding("", 0, 0, namespace, _prefix(prefix), others)


def bindings(nodes: Iterable["Node"], giver: Giver, behind: Behind) -> list[Binding]:
    """Return what hooks bind, among the declarations of a file; the innermost first."""
    found = [binding for node in nodes for binding in _bound(node, giver, behind)]
    return sorted(found, key=lambda one: one.end - one.start)


def _bound(node: "Node", giver: Giver, behind: Behind) -> Iterator[Binding]:
    value, target = node.child_by_field_name("value"), node.child_by_field_name("name")
    call = None if value is None else giver.call_in(value)
    names = () if target is None else tuple(translating_names(target))
    if call is None or not names:
        return
    given = giver.given(call) or behind(call)
    if given is None:
        return
    scope = scope_of_binding(node)
    for name in names:
        yield replace(given, name=name, start=scope.start_byte, end=scope.end_byte)


def wrapped(
    calls: Iterable["Node"], root: "Node", dialect: Dialect, names: Names
) -> Iterator[Binding]:
    """Yield what `withTranslation('portal')(Component)` binds: `t`, `props.t`, `this.props.t`."""
    for node in calls:
        function, arguments = (node.child_by_field_name(one) for one in ("function", "arguments"))
        called = "" if function is None else written_name(function).rpartition(".")[2]
        if arguments is None or called not in WRAPPERS:
            continue
        given = arguments.named_children
        spaces = _argument(given, WRAPPERS[called], dialect, names)
        options = dict(_options(given, WRAPPERS[called] + 1))
        prefix = _option(options, dialect, names)
        space = spaces[0] if spaces else None
        others = tuple(one.text for one in spaces[1:] if one.exact)
        for name in ("t", "props", "this"):
            yield Binding(name, root.start_byte, root.end_byte, space, _prefix(prefix), others)


def rendered(elements: Iterable["Node"], dialect: Dialect, names: Names) -> Iterator[Binding]:
    """Yield what `<Translation ns="portal">{(t) => …}</Translation>` binds."""
    for node in elements:
        name = node.child_by_field_name("name")
        wanted = None if name is None else RENDERERS.get(text_of(name))
        element = node.parent
        if wanted is None or element is None or element.type != "jsx_element":
            continue
        for one in node.named_children:
            parts = one.named_children
            if one.type == "jsx_attribute" and len(parts) > 1 and text_of(parts[0]) == wanted:
                spaces = list(literals(parts[1], dialect, names))
                others = tuple(space.text for space in spaces[1:] if space.exact)
                yield Binding("t", element.start_byte, element.end_byte, spaces[0], "", others)


class Bindings:
    """All that is bound in a file."""

    def __init__(self, found: Iterable[Binding]) -> None:
        self.all = tuple(found)
        by_name: dict[str, list[Span[Binding]]] = {}
        for one in self.all:
            by_name.setdefault(one.name, []).append(Span(one.start, one.end, one))
        self._by_name = {name: Spans(those) for name, those in by_name.items()}

    def of(self, name: str, at: int) -> Binding | None:
        """Return what a name is bound to at a place."""
        spans = self._by_name.get(name.partition(".")[0])
        return None if spans is None else spans.at(at)


def _prefix(literal: Literal | None) -> str | None:
    """Return what stands before every key, None where nobody knows."""
    if literal is None or (literal.exact and not literal.text):
        return ""
    return f"{literal.text}." if literal.exact else None


def _argument(
    given: list["Node"], number: int | None, dialect: Dialect, names: Names
) -> list[Literal]:
    """Return the texts that an argument is: several for a list, none where it says nothing."""
    if number is None or number >= len(given) or given[number].type in _NOTHING:
        return []
    return list(literals(given[number], dialect, names))


def _options(given: list["Node"], number: int | None) -> Iterator[tuple[str, "Node"]]:
    if number is not None and number < len(given) and given[number].type == "object":
        yield from pairs(given[number])


def _option(options: Mapping[str, "Node"], dialect: Dialect, names: Names) -> Literal | None:
    one = options.get("keyPrefix")
    return None if one is None else next(literals(one, dialect, names), None)


def prefix_among(
    options: Iterable[tuple[str, "Node"]], dialect: Dialect, names: Names
) -> str | None:
    """Return the prefix that options of a call say, None where nobody knows which."""
    return _prefix(_option(dict(options), dialect, names))


def translating_names(target: "Node") -> Iterator[str]:
    """Yield the names that translate: `t` of an object, the first of a list, or the only one."""
    if target.type == "identifier":
        yield text_of(target)
    elif target.type == "array_pattern" and target.named_children:
        yield text_of(target.named_children[0])
    for one in target.named_children if target.type == "object_pattern" else ():
        if one.type == "shorthand_property_identifier_pattern" and text_of(one) in TRANSLATING:
            yield text_of(one)
        key, value = one.child_by_field_name("key"), one.child_by_field_name("value")
        if key is not None and value is not None and text_of(key) in TRANSLATING:
            yield text_of(value)


TRANSLATING = frozenset({"t", "rt", "te", "tm"})


def scope_of_binding(node: "Node") -> "Node":
    """Return the block within which a declaration binds."""
    while node.parent is not None and node.type not in _SCOPES:
        node = node.parent
    return node
