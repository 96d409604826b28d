"""All names of one file of script that translate: what binds them, and where they are handed on."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from compiler.code.aliases import aliases, renamed
from compiler.code.bound_names import Written
from compiler.code.callee import written_name
from compiler.code.constants import Names
from compiler.code.dialects import Dialect, mentions_query
from compiler.code.found import Found
from compiler.code.literals import Literal
from compiler.code.mentions import Here, goes_elsewhere, is_made_here, named_alone, source_of
from compiler.code.nodes import text_of
from compiler.code.own_hooks import OwnHooks
from compiler.code.scopes import (
    Binding,
    Bindings,
    Giver,
    bindings,
    rendered,
    scope_of_binding,
    wrapped,
)
from compiler.code.vocabulary import Vocabulary

if TYPE_CHECKING:
    from tree_sitter import Node

Seen = Mapping[str, list["Node"]]
"""The nodes that are looked at, by their name in the query."""


class File(NamedTuple):
    """A file of script, as far as names are concerned."""

    root: "Node"
    dialect: Dialect
    words: Vocabulary
    names: Names
    written: Written


class Translators:
    """The names of one file. ``bound`` are those that something binds, ``around`` outside of it."""

    def __init__(self, file: File, seen: Seen, around: tuple[Binding, ...]) -> None:
        root, dialect, words, names, written = file
        self._root = root
        self._dialect = dialect
        self._words = words
        self._text = root.text or b""
        giver = Giver(dialect, words.hooks, names)
        self._own = OwnHooks(root, dialect, giver, written)
        found = bindings(seen.get("bound", ()), giver, self._own.behind)
        if b"import" in self._text:
            found += self._own.imported(words.simple)
        given = [*rendered(seen.get("element", ()), dialect, names)]
        if b"withTranslation" in self._text:
            given += wrapped(seen.get("call", ()), root, dialect, names)
        found += given
        found += renamed(seen.get("renamed", ()), Bindings(found))
        found += self._from_elsewhere(found, Bindings(given))
        found += aliases(seen.get("alias", ()), Bindings(found), words.functions)
        self.bound = Bindings([*found, *around])

    def handed_on(self) -> Iterator[Found]:
        """Yield what may be asked for where a translating function is handed on."""
        here = Here(self._words.simple, self._own.parameters)
        last = {one.rpartition(".")[2] for one in self._words.functions}
        for node in self._mentions(frozenset(last | {one.name for one in self.bound.all})):
            at, whole = node.start_byte, _whole(node)
            if not goes_elsewhere(whole, here):
                continue
            binding = self.bound.of(written_name(whole), at)
            is_bound = binding is not None and whole == node
            if is_bound or written_name(whole).removeprefix("this.") in self._words.functions:
                yield Found(Literal("", at, at, exact=False), binding, optional=True)

    def _from_elsewhere(self, known: list[Binding], given: Bindings) -> Iterator[Binding]:
        """Yield what is taken from somewhere that nobody knows, as parameters are."""
        spans = {(one.name, one.start, one.end) for one in known}
        for node in self._mentions(self._words.simple):
            name, source = text_of(node), source_of(node)
            if source is None or given.of(name, node.start_byte) is not None:
                continue
            if is_made_here(source, name, self._words.functions):
                continue
            is_declared = source.type == "variable_declarator"
            scope = scope_of_binding(source) if is_declared else source
            span = (name, scope.start_byte, scope.end_byte)
            if span not in spans:
                spans.add(span)
                yield Binding(*span, loose=True)

    def _mentions(self, names: frozenset[str]) -> list["Node"]:
        from tree_sitter import QueryCursor  # noqa: PLC0415 - an extra, and costly

        if named_alone(names).search(self._text) is None:
            return []
        query = mentions_query(self._dialect, names)
        return QueryCursor(query).captures(self._root).get("name", [])


def _whole(node: "Node") -> "Node":
    """Return `i18n.t` where a name is the last part of that."""
    parent = node.parent
    is_part = node.type == "property_identifier" and parent is not None
    return parent if is_part and parent is not None and parent.type == "member_expression" else node
