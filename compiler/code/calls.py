"""Uses of keys in one syntax tree: calls of functions, objects and components with a key."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from sys import maxsize
from typing import TYPE_CHECKING

from compiler.code.aliases import aliases
from compiler.code.asked import asked
from compiler.code.binders import ELEMENTWISE
from compiler.code.bound_names import Written, nothing
from compiler.code.call import Call, given_to
from compiler.code.callee import called_name, written_name
from compiler.code.components import component_in, component_made
from compiler.code.constants import Names
from compiler.code.context import context_of
from compiler.code.described import described
from compiler.code.dialects import KOTLIN, SCRIPTS, Dialect, query_of
from compiler.code.found import Found
from compiler.code.literals import Literal, literals
from compiler.code.resources import Resources
from compiler.code.scopes import Binding, Bindings
from compiler.code.translators import File, Translators
from compiler.code.values import all_of
from compiler.code.vocabulary import OF_BOUND, Vocabulary

if TYPE_CHECKING:
    from tree_sitter import Node, Tree

_INDIRECT = frozenset({"call", "apply"})
_MAKERS = frozenset(
    {"createElement", "cloneElement", "jsx", "jsxs", "jsxDEV", "_jsx", "_jsxs", "h"}
)
"""What makes an element of a component, as compilers write it."""
_CALLED = _INDIRECT | _MAKERS | ELEMENTWISE | {"getIdentifier"}
_PROPERTIES = frozenset({"props", "this.props"})


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
        if dialect in SCRIPTS:
            file = File(tree.root_node, dialect, words, self._names, written)
            self._translators = Translators(file, self._seen, around)
            self._bound = self._translators.bound
        else:
            nodes = self._seen.get("alias", ())
            self._bound = Bindings(aliases(nodes, Bindings(()), words.functions))
        self._context = context_of(dialect, self._names, words, self._text)
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
                given = given_to(node)
                if given:
                    yield from self._asked(Call(node, name, last, given))
        for node in self._seen.get("object", ()):
            yield from described(node, self._context)
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

    def _asked(self, call: Call) -> Iterator[Found]:
        """Yield the keys that a call asks for, or may ask for."""
        owner = call.name.rpartition(".")[0]
        if call.last in _INDIRECT and self._translates(owner, call.node)[0]:
            call = Call(call.node, owner, owner.rpartition(".")[2], call.given[1:])
            owner = call.name.rpartition(".")[0]
        translates, binding = self._translates(call.name, call.node)
        if translates and call.given:
            yield from asked(call, binding, self._context)
        if self._dialect is KOTLIN and call.last == "getIdentifier":
            yield from (found._replace(optional=True) for found in asked(call, None, self._context))
        if translates or self._dialect not in SCRIPTS:
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
            for found in asked(call, loose, self._context):
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

    def _each(self, call: Call) -> Iterator[Found]:
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
