"""Uses of keys in one syntax tree: calls of functions, and components with a key."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from compiler.code.dialects import Dialect
from compiler.code.literals import Literal, literals
from compiler.code.scopes import Binding, binding_of, bindings, pairs

if TYPE_CHECKING:
    from tree_sitter import Node, Tree

COMPONENTS: Mapping[str, str] = {
    "Trans": "i18nKey",
    "FormattedMessage": "id",
    "Translation": "i18nKey",
    "i18n-t": "keypath",
    "I18nT": "keypath",
    "T": "keyName",
}
"""Components and the attribute with their key. The pages: react-i18next "Trans Component",
react-intl "FormattedMessage", vue-i18n "Component Interpolation", Tolgee "T component"."""

_BY_ID = frozenset({"formatMessage", "defineMessage", "$t", "$formatMessage"})
"""Functions that take an object with the key as its `id` (FormatJS "Message Declaration")."""

_OF_BOUND = frozenset({"t", "rich", "markup", "raw", "has"})
"""What a bound name has that translates, too (next-intl "Rich text")."""

_ELEMENTS = frozenset({"jsx_self_closing_element", "jsx_opening_element"})


@dataclass(frozen=True, slots=True)
class Found:
    """A text that is a key: within a hook's binding where there is one, else as it stands.

    ``namespace`` is what stands beside it: an option `ns`, an attribute `ns`.
    """

    literal: Literal
    binding: Binding | None = None
    namespace: Literal | None = None


def found_in(tree: "Tree", dialect: Dialect, functions: Sequence[str]) -> Iterator[Found]:
    """Yield every key in a syntax tree, and each namespace that a hook names, as a text alone."""
    nodes = list(_all(tree.root_node))
    known = bindings(nodes, dialect)
    for node in nodes:
        if node.type == dialect.call:
            yield from _called(node, dialect, functions, known)
        elif node.type in _ELEMENTS:
            yield from _component(node, dialect, known)


def namespaces_in(tree: "Tree", dialect: Dialect) -> Iterator[Literal]:
    """Yield the namespaces that hooks name."""
    seen = set()
    for one in bindings(list(_all(tree.root_node)), dialect):
        if one.namespace is not None and one.namespace.exact and one.namespace not in seen:
            seen.add(one.namespace)
            yield one.namespace


def _all(root: "Node") -> Iterator["Node"]:
    """Yield every named node, in the order of the text."""
    stack = [root]
    while stack:
        node = stack.pop()
        yield node
        stack.extend(reversed(node.named_children))


def _called(
    node: "Node", dialect: Dialect, functions: Sequence[str], known: list[Binding]
) -> Iterator[Found]:
    name, first, second = _call(node)
    if first is None:
        return
    binding = binding_of(name, node.start_byte, known)
    last = name.rpartition(".")[2]
    if last in _BY_ID and first.type == "object":
        for key, value in pairs(first):
            if key == "id":
                yield from (Found(one) for one in literals(value, dialect))
        return
    is_bound = binding is not None and (name == binding.name or last in _OF_BOUND)
    if not is_bound and name.removeprefix("this.") not in functions:
        return
    namespace = None
    if second is not None and second.type == "object":
        namespace = next((next(literals(v, dialect)) for k, v in pairs(second) if k == "ns"), None)
    for one in literals(first, dialect):
        yield Found(one, binding if is_bound else None, namespace)


def _call(node: "Node") -> tuple[str, "Node | None", "Node | None"]:
    """Return the name of what is called, and its first two arguments."""
    function = node.child_by_field_name("function") or node.children[0]
    holders = [node.child_by_field_name("arguments"), *node.named_children[1:]]
    given: list[Node] = []
    for holder in holders:
        if holder is not None and not given:
            inner = holder
            if inner.type == "call_suffix" and inner.named_children:
                inner = inner.named_children[0]
            if inner.type in {"arguments", "argument_list", "value_arguments"}:
                given = [one for one in inner.named_children if one.type != "comment"]
    name = (function.text or b"").decode(errors="replace").replace("?.", ".")
    return name, given[0] if given else None, given[1] if len(given) > 1 else None


def _component(node: "Node", dialect: Dialect, known: list[Binding]) -> Iterator[Found]:
    name = node.child_by_field_name("name")
    wanted = COMPONENTS.get((name.text or b"").decode(errors="replace")) if name else None
    if wanted is None:
        return
    given = dict(_attributes(node))
    if wanted not in given:
        return
    space = given.get("ns")
    namespace = None if space is None else next(literals(space, dialect))
    translating = given.get("t")
    called = "" if translating is None else (translating.text or b"").decode().strip("{} ")
    binding = binding_of(called, node.start_byte, known) if called else None
    for one in literals(given[wanted], dialect):
        yield Found(one, binding, namespace)


def _attributes(node: "Node") -> Iterator[tuple[str, "Node"]]:
    for one in node.named_children:
        children = one.named_children
        if one.type == "jsx_attribute" and len(children) > 1:
            yield (children[0].text or b"").decode(errors="replace"), children[1]
