"""Uses of keys in one syntax tree: calls of functions, objects and components with a key."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from sys import maxsize
from typing import TYPE_CHECKING, NamedTuple

from compiler.code.aliases import aliases
from compiler.code.binders import ELEMENTWISE
from compiler.code.bound_names import Written, nothing
from compiler.code.callee import called_name, written_name
from compiler.code.components import component_in, component_made
from compiler.code.constants import Names
from compiler.code.dialects import (
    JAVASCRIPT,
    KOTLIN,
    PYTHON,
    SWIFT,
    TSX,
    TYPESCRIPT,
    Dialect,
    query_of,
)
from compiler.code.found import Found
from compiler.code.handing_on import is_handed_on
from compiler.code.literals import Literal, literals
from compiler.code.nodes import pairs, text_of
from compiler.code.passing import (
    passed_in_python,
    passed_in_script,
    passed_with_descriptor,
)
from compiler.code.passing_native import passed_in_kotlin, passed_in_swift
from compiler.code.resources import Resources
from compiler.code.scopes import Binding, Bindings, prefix_among
from compiler.code.translators import File, Translators
from compiler.code.use import NOTHING_KNOWN, Passed
from compiler.code.values import all_of
from compiler.code.vocabulary import (
    BRANCHES,
    BY_ID,
    DESCRIBED,
    LITERAL_ONLY,
    OF_BOUND,
    OPTIONAL,
    RESOURCES,
    Vocabulary,
)

if TYPE_CHECKING:
    from tree_sitter import Node, Tree

_SCRIPTS = (JAVASCRIPT, TYPESCRIPT, TSX)
_ARGUMENTS = frozenset({"arguments", "argument_list", "value_arguments"})
_INDIRECT = frozenset({"call", "apply"})
_MAKERS = frozenset(
    {"createElement", "cloneElement", "jsx", "jsxs", "jsxDEV", "_jsx", "_jsxs", "h"}
)
"""What makes an element of a component, as compilers write it."""
_CALLED = _INDIRECT | _MAKERS | ELEMENTWISE | {"getIdentifier"}
_PROPERTIES = frozenset({"props", "this.props"})
_LABEL = re.compile(r"[\w.]+")
_GIVEN_ELSEWHERE = frozenset({"identifier", "member_expression", "subscript_expression"})


class _Call(NamedTuple):
    """A call: its name as written and its last part, and what it is given."""

    node: "Node"
    name: str
    last: str
    given: list["Node"]


class Finder:
    """Finds keys in one syntax tree; ``around`` is what is bound outside of it."""

    def __init__(
        self,
        tree: "Tree",
        dialect: Dialect,
        words: Vocabulary,
        written: Written = nothing,
        around: tuple[Binding, ...] = (),
    ) -> None:
        from tree_sitter import QueryCursor  # noqa: PLC0415 - an extra, and costly

        self._dialect = dialect
        self._words = words
        self._names = Names(tree.root_node, dialect, written)
        self._text = tree.root_node.text or b""
        query = query_of(dialect, words.elements)
        self._seen: Mapping[str, list[Node]] = QueryCursor(query).captures(tree.root_node)
        self._root = tree.root_node
        self._translators: Translators | None = None
        if dialect in _SCRIPTS:
            file = File(tree.root_node, dialect, words, self._names, written)
            self._translators = Translators(file, self._seen, around)
            self._bound = self._translators.bound
        else:
            nodes = self._seen.get("alias", ())
            self._bound = Bindings(aliases(nodes, Bindings(()), words.functions))
        self._asks_for_objects = b"returnObjects" in self._text
        self._formats = b"formatMessage" in self._text
        self._called_words = _CALLED | {one.rpartition(".")[2] for one in words.functions}

    def namespaces(self) -> Iterator[Literal]:
        """Yield the namespaces that hooks name."""
        spaces = (one.namespace for one in self._bound.all)
        yield from dict.fromkeys(one for one in spaces if one is not None and one.exact)

    def bound_at_top(self) -> tuple[Binding, ...]:
        """Return what the whole file sees, as if it reached over everything."""
        span = self._root.start_byte, self._root.end_byte
        those = (one for one in self._bound.all if (one.start, one.end) == span)
        return tuple(replace(one, start=0, end=maxsize) for one in those)

    def found(self) -> Iterator[Found]:
        """Yield every key, in no order."""
        for node in self._seen.get("call", ()):
            name = called_name(node)
            last = name.rpartition(".")[2]
            if last in self._called_words or self._bound.of(name, node.start_byte) is not None:
                given = _given_to(node)
                if given:
                    yield from self._asked(_Call(node, name, last, given))
        for node in self._seen.get("object", ()):
            yield from self._described(node)
        for node in self._seen.get("element", ()):
            yield from component_in(
                node, self._dialect, self._names, self._words.components, self._bound
            )
        if self._dialect is KOTLIN:
            resources = Resources(self._text)
            yield from resources.imported()
            for node in self._seen.get("path", ()):
                yield from resources.named_by(node)
        if self._translators is not None:
            yield from self._translators.handed_on()

    def _asked(self, call: _Call) -> Iterator[Found]:
        """Yield the keys that a call asks for, or may ask for."""
        owner = call.name.rpartition(".")[0]
        if call.last in _INDIRECT and self._translates(owner, call.node)[0]:
            call = _Call(call.node, owner, owner.rpartition(".")[2], call.given[1:])
            owner = call.name.rpartition(".")[0]
        translates, binding = self._translates(call.name, call.node)
        if translates and call.given:
            yield from self._called(call, binding)
        if self._dialect is KOTLIN and call.last == "getIdentifier":
            yield from (found._replace(optional=True) for found in self._called(call, None))
        if translates or self._dialect not in _SCRIPTS:
            return
        if call.last in _MAKERS:
            components = self._words.components
            yield from component_made(call.given, self._dialect, self._names, components)
        first = call.given[0] if call.given else call.node
        if call.last in ELEMENTWISE and self._translates(written_name(first), first)[0]:
            yield from self._each(call)
        elif owner and call.last in self._words.functions:
            # Of an object that nobody knows: it may translate, so that it keeps what it may mean.
            loose = Binding(call.last, 0, 0, loose=True)
            for found in self._called(call, loose):
                one = found.literal
                if one.text or one.tail or owner in _PROPERTIES:
                    yield found._replace(optional=True)

    def _translates(self, name: str, node: "Node") -> tuple[bool, Binding | None]:
        """Tell whether a name translates at a place, and what binds it there."""
        binding = self._bound.of(name, node.start_byte)
        last = name.rpartition(".")[2]
        if binding is not None and name != binding.name and last not in OF_BOUND:
            binding = None
        return binding is not None or name.removeprefix("this.") in self._words.functions, binding

    def _each(self, call: _Call) -> Iterator[Found]:
        """Yield the keys of `KEYS.map(t)`."""
        at = call.given[0].start_byte
        binding = self._translates(written_name(call.given[0]), call.given[0])[1]
        function = call.node.child_by_field_name("function")
        of = None if function is None else function.child_by_field_name("object")
        lists = None if of is None else self._names.values(of)
        values = None if lists is None else all_of(self._names.elements(one, 0) for one in lists)
        for value in values or ():
            for one in literals(value, self._dialect, self._names):
                yield Found(one._replace(start=at, end=at), binding)
        if values is None:
            yield Found(Literal("", at, at, exact=False), binding)

    def _called(self, call: _Call, binding: Binding | None) -> Iterator[Found]:
        first = call.given[0]
        if call.last in BY_ID and first.type == "object" and "id" in dict(pairs(first)):
            return  # `_described` yields it
        if call.last in DESCRIBED and first.type in _GIVEN_ELSEWHERE:
            return  # an object that is made elsewhere, and looked at there
        if self._says_nothing(call, first):
            return
        namespace = None
        passed = self._passed(call)
        found = self._keys_of(first)
        for second in call.given[1:]:
            if second.type == "object" and b"keyPrefix" in (second.text or b""):
                prefix = prefix_among(pairs(second), self._dialect, self._names)
                binding = replace(binding or Binding("", 0, 0), prefix=prefix)
            if second.type == "object" and b"ns" in (second.text or b""):
                space = next((value for key, value in pairs(second) if key == "ns"), None)
                if space is not None:
                    namespace = next(literals(space, self._dialect, self._names))
        for one in found:
            yield Found(
                one,
                binding,
                namespace,
                passed,
                optional=one.spare or call.last in OPTIONAL,
                branch=call.last in BRANCHES or self._wants_objects(call),
            )

    def _wants_objects(self, call: _Call) -> bool:
        if not self._asks_for_objects:
            return False
        options = (one for one in call.given[1:] if one.type == "object")
        return any(key == "returnObjects" for one in options for key, _ in pairs(one))

    def _says_nothing(self, call: _Call, first: "Node") -> bool:
        """Tell whether a call that could ask for a key does not, by what it is given."""
        is_script = self._dialect in _SCRIPTS
        literal = first if is_script else first.child_by_field_name("value") or first
        if literal.type == "value_argument" and literal.named_children:
            literal = literal.named_children[-1]
        is_text = literal.type in self._dialect.strings
        if self._dialect is SWIFT:
            name = first.child_by_field_name("name")
            if call.last in LITERAL_ONLY and (name is not None or not is_text):
                return True
            if call.last == "String" and (name is None or text_of(name) != "localized"):
                return True
        if self._dialect is KOTLIN and call.last in RESOURCES and not is_text:
            return True
        inner = _call_of(literal) if literal.type == self._dialect.call else None
        return inner is not None and inner.name in self._words.functions

    def _passed(self, call: _Call) -> Passed:
        given = call.given[1:]
        if self._dialect in _SCRIPTS:
            return passed_in_script(given, self._dialect)
        if self._dialect is PYTHON:
            return passed_in_python(call.node, given, self._dialect)
        if self._dialect is SWIFT:
            return passed_in_swift(call.node, call.last, given)
        return passed_in_kotlin(given) if call.last not in RESOURCES else NOTHING_KNOWN

    def _keys_of(self, node: "Node") -> list[Literal]:
        """Return the keys that an argument may be."""
        if node.type == "arrow_function" and (chosen := _selected(node)) is not None:
            return [chosen]
        if node.type == "object":  # vue-i18n's `v-t="{ path: 'key' }"`
            node = dict(pairs(node)).get("path", node)
        if is_handed_on(node, self._words.functions):
            return []
        found = list(literals(node, self._dialect, self._names))
        return found or [Literal("", node.start_byte, node.start_byte, exact=False)]

    def _described(self, node: "Node") -> Iterator[Found]:
        """Yield the key of an object that has it as its `id` (FormatJS "Message Declaration")."""
        given = dict(pairs(node))
        key = given.get("id")
        call = _call_around(node)
        calls = call is not None and call.last in BY_ID and call.given[0] == node
        if key is None:
            return
        is_put_together = key.type in ("template_string", "binary_expression")
        if not (calls or "defaultMessage" in given or _is_in_messages(node)) and not (
            is_put_together and self._formats
        ):
            return
        asks = calls and call is not None and call.last != "defineMessage"
        more = call.given[1:] if calls and call is not None else []
        passed = passed_with_descriptor(node, more, self._dialect, calls=asks)
        for one in literals(key, self._dialect, self._names):
            yield Found(one, passed=passed)


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


def _call_of(node: "Node") -> _Call | None:
    """Return a call that is given something."""
    given = _given_to(node)
    if not given:
        return None
    name = called_name(node)
    return _Call(node, name, name.rpartition(".")[2], given)


def _given_to(node: "Node") -> list["Node"]:
    """Return the arguments of a call."""
    holder = node.child_by_field_name("arguments")
    for inner in (holder,) if holder is not None else node.named_children[1:]:
        if inner.type == "call_suffix" and inner.named_children:
            inner = inner.named_children[0]  # noqa: PLW2901 - what it wraps
        if inner.type in _ARGUMENTS:
            return [one for one in inner.named_children if one.type != "comment"]
    return []


def _call_around(node: "Node") -> _Call | None:
    """Return the call that an object is given to."""
    parent = node.parent
    if parent is None or parent.type != "arguments" or parent.parent is None:
        return None
    return _call_of(parent.parent)


def _is_in_messages(node: "Node") -> bool:
    """Tell whether an object stands in `defineMessages({ title: { … } })`."""
    pair = node.parent
    outer = pair.parent if pair is not None and pair.type == "pair" else None
    call = None if outer is None else _call_around(outer)
    return call is not None and call.last == "defineMessages"
