"""The names of a file of code: what binds them, and how far each reaches."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from typing_extensions import override

from compiler.code.binders import binders_in
from compiler.code.dialects import Dialect, parser_of
from compiler.code.exports import Import
from compiler.code.spans import Span, Spans
from compiler.code.values import Maker, NameTable, Values

if TYPE_CHECKING:
    from tree_sitter import Node

_PARAMETER = "type_parameter"
Written = Callable[[Import], str | None]
"""Gives what is imported, as code that stands for itself."""


def nothing(_: Import) -> str | None:
    """Return that nobody knows what is imported."""
    return None


class BoundNames(NameTable):
    """The names of one file. They are looked for when somebody asks for the first.

    ``written`` gives what is imported as code of this ``dialect``.
    """

    def __init__(self, root: "Node", dialect: Dialect, written: Written = nothing) -> None:
        self._root = root
        self._dialect = dialect
        self._written = written
        self._bound: dict[str, list[Span[Maker]]] | None = None
        self._spans: dict[str, Spans[Maker]] = {}
        self._types: dict[str, Node] = {}
        self._changed: set[str] = set()
        self._imports: dict[str, Import] = {}
        self._imported: dict[str, Node | None] = {}

    def _all(self) -> dict[str, list[Span[Maker]]]:
        if self._bound is None:
            self._bound = {}
            for binder, found in binders_in(self._root):
                binder(self, found)
        return self._bound

    def looked_up(self, name: str, at: int) -> Maker | None:
        """Return what gives the values of a name at a place."""
        known = self._all().get(name)
        if known is None:
            return None
        if name not in self._spans:
            self._spans[name] = Spans(known)
        return self._spans[name].at(at)

    def at_top(self, name: str) -> Values:
        """Return the values of a name that is bound once in the whole file."""
        whole = (self._root.start_byte, self._root.end_byte)
        found = [one for one in self._all().get(name, ()) if (one.start, one.end) == whole]
        return found[0].value(0) if len(found) == 1 else None

    @override
    def bind(self, name: str, scope: "Node", values: Maker) -> None:
        """Note what gives the values of a name within a scope."""
        if self._bound is not None:
            span = Span(scope.start_byte, scope.end_byte, values)
            self._bound.setdefault(name, []).append(span)

    @override
    def note_changed(self, name: str) -> None:
        """Note that what a name holds is added to, or changed in place."""
        self._changed.add(name)

    @override
    def is_changed(self, name: str) -> bool:
        """Tell whether what a name holds is changed in place somewhere in the file."""
        return name in self._changed

    @override
    def declare_type(self, name: str, node: "Node") -> None:
        """Note the declaration of a type; one that is a parameter may be any."""
        known = self._types.get(name)
        if known is None or known.type != _PARAMETER:
            self._types[name] = node

    @override
    def type_named(self, name: str) -> "Node | None":
        """Return the declaration of a type."""
        self._all()
        return self._types.get(name) or self.imported(name)

    @override
    def bind_import(self, name: str, wanted: Import) -> None:
        """Note that a name is that of another file."""
        self._imports[name] = wanted

    def import_named(self, name: str) -> Import | None:
        """Return what a name is imported as."""
        self._all()
        return self._imports.get(name)

    def is_own(self, node: "Node") -> bool:
        """Tell whether a value stands in this file."""
        if not self._imported:
            return True
        while node.parent is not None:
            node = node.parent
        return node == self._root

    def imported(self, name: str) -> "Node | None":
        """Return what a name of another file is there: an expression, an enum, a type."""
        wanted = self._imports.get(name)
        if wanted is not None and name not in self._imported:
            code = self._written(wanted)
            root = parser_of(self._dialect).parse(code.encode()).root_node if code else None
            known = root is not None and not root.has_error and root.named_children
            self._imported[name] = known[0] if known else None
        return self._imported.get(name)
