"""Components with a key: `<Trans i18nKey="…">`, `<FormattedMessage id="…">`."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from compiler.code.callee import written_name
from compiler.code.constants import Names
from compiler.code.dialects import Dialect
from compiler.code.entities import decoded
from compiler.code.found import Found
from compiler.code.literals import Literal, literals
from compiler.code.nodes import pairs, text_of
from compiler.code.passing import passed_to_component
from compiler.code.scopes import Bindings

if TYPE_CHECKING:
    from tree_sitter import Node

_KEY = "i18nKey"
_WITH_PROPERTIES = 2


def component_in(
    node: "Node",
    dialect: Dialect,
    names: Names,
    components: Mapping[str, tuple[str, ...]],
    known: Bindings,
) -> Iterator[Found]:
    """Yield the keys of a component, by its opening tag."""
    name = node.child_by_field_name("name")
    known_keys = () if name is None else components.get(text_of(name), ())
    if not known_keys:
        return
    attributes = list(_attributes(node))
    given = dict(attributes)
    wanted = next((one for one in known_keys if one in given), None)
    if wanted is None:
        if "" in given and known_keys[0] == _KEY:  # nobody knows what is spread here
            yield Found(Literal("", node.start_byte, node.start_byte, exact=False), optional=True)
        return
    space = given.get("ns")
    namespace = None if space is None else next(literals(space, dialect, names), None)
    translating = given.get("t")
    called = "" if translating is None else text_of(translating).strip("{} ")
    binding = known.of(called, node.start_byte) if called else None
    passed = passed_to_component(attributes, _inside(node), dialect)
    for one in _texts(given[wanted], dialect, names):
        yield Found(one, binding, namespace, passed, optional=one.spare)


def _texts(value: "Node", dialect: Dialect, names: Names) -> Iterator[Literal]:
    """Yield what an attribute may be. In quotes it is text of tags, not of script."""
    written = text_of(value)[1:-1]
    meant = decoded(written) if value.type == "string" else written
    if meant != written:
        yield Literal(meant, value.start_byte + 1, value.start_byte + 1)
        return
    yield from literals(value, dialect, names)


def component_made(
    given: list["Node"],
    dialect: Dialect,
    names: Names,
    components: Mapping[str, tuple[str, ...]],
) -> Iterator[Found]:
    """Yield the keys of a component by the call that makes it: `createElement(Trans, { … })`."""
    if len(given) < _WITH_PROPERTIES or given[1].type != "object":
        return
    known_keys = components.get(written_name(given[0]).rpartition(".")[2], ())
    properties = dict(pairs(given[1]))
    wanted = next((one for one in known_keys if one in properties), None)
    if wanted is not None:
        for one in literals(properties[wanted], dialect, names):
            yield Found(one, optional=one.spare)


def _attributes(node: "Node") -> Iterator[tuple[str, "Node"]]:
    """Yield the attributes with a value; one that is spread has no name."""
    for one in node.named_children:
        children = one.named_children
        if one.type == "jsx_attribute" and len(children) > 1:
            yield text_of(children[0]), children[1]
        elif one.type == "jsx_expression":
            yield "", one


def _inside(node: "Node") -> Iterator["Node"]:
    """Yield what is put in between the tags of a component."""
    if node.type != "jsx_opening_element" or node.parent is None:
        return
    ahead = list(node.parent.named_children[1:])
    while ahead:
        one = ahead.pop()
        if one.type == "jsx_expression":
            yield from one.named_children
        elif one.type == "jsx_element":
            ahead += one.named_children
