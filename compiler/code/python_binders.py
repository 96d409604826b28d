"""What gives names their values in Python: assignments of constants, loops, members of classes."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from compiler.code.binding import scope_of
from compiler.code.exports import imports_from
from compiler.code.nodes import text_of
from compiler.code.values import Maker, NameTable, Values, all_of, unknown, unless_changed

if TYPE_CHECKING:
    from tree_sitter import Node

_CHANGING = frozenset({"append", "extend", "insert", "add", "update", "setdefault"})


def _assignment(names: NameTable, node: "Node") -> None:
    """`KEYS = (…)`: of a name that is written in capitals, as constants are."""
    target, value = node.child_by_field_name("left"), node.child_by_field_name("right")
    if target is not None and target.type in ("subscript", "attribute"):
        names.note_changed(text_of(target).partition(".")[0].partition("[")[0])
    if target is None or target.type != "identifier":
        return
    name, scope = text_of(target), scope_of(node)
    if value is not None and name.isupper():
        names.bind(name, scope, unless_changed(names, name, value))
    else:
        names.bind(name, scope, unknown)


def _loop(names: NameTable, node: "Node") -> None:
    """`for key in KEYS`, in a statement or a comprehension."""
    target, of = node.child_by_field_name("left"), node.child_by_field_name("right")
    around = node if node.type == "for_statement" else node.parent
    if target is None or of is None or around is None or target.type != "identifier":
        return
    names.bind(text_of(target), around, _elements_of(names, of))


def _elements_of(names: NameTable, of: "Node") -> Maker:
    def elements(depth: int) -> Values:
        lists = names.values(of, depth)
        return None if lists is None else all_of(names.elements(one, depth) for one in lists)

    return elements


def _added(names: NameTable, node: "Node") -> None:
    """`KEYS += …`."""
    target = node.child_by_field_name("left")
    if target is not None:
        names.note_changed(text_of(target).partition(".")[0].partition("[")[0])


def _changing_call(names: NameTable, node: "Node") -> None:
    """`KEYS.append(…)`, `LABELS.update(…)`."""
    function = node.child_by_field_name("function")
    name = None if function is None else function.child_by_field_name("attribute")
    if function is not None and name is not None and text_of(name) in _CHANGING:
        names.note_changed(text_of(function).partition(".")[0].partition("[")[0])


def _import(names: NameTable, node: "Node") -> None:
    for name, wanted in imports_from(node):
        if name.isupper():
            names.bind_import(name, wanted)


PYTHON_BINDERS: Mapping[str, Callable[[NameTable, "Node"], None]] = {
    "assignment": _assignment,
    "import_from_statement": _import,
    "for_statement": _loop,
    "for_in_clause": _loop,
    "augmented_assignment": _added,
    "call": _changing_call,
}
