"""What a file of code exports, by name; and the imports that it has."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from compiler.code.nodes import text_of

if TYPE_CHECKING:
    from tree_sitter import Node

WHOLE = "*"
"""The name of all that a file exports, as one object."""


class Import(NamedTuple):
    """A name of another file: ``module`` as it is written, ``name`` as it is called there."""

    module: str
    name: str


class Exports(NamedTuple):
    """By name what is exported: a node, a name of the same file, or one of another file.

    ``others`` are the modules of which everything is exported.
    """

    names: dict[str, "Node | str | Import"]
    others: tuple[str, ...] = ()


def exports_in(root: "Node") -> Exports:
    """Return what a file of JavaScript or TypeScript exports."""
    names: dict[str, Node | str | Import] = {}
    others = []
    for statement in root.named_children:
        if statement.type != "export_statement":
            continue
        source = statement.child_by_field_name("source")
        module = None if source is None else _unquoted(source)
        found = dict(_exported(statement, module))
        names.update(found)
        if module is not None and not found:
            others.append(module)
    return Exports(names, tuple(others))


def _exported(statement: "Node", module: str | None) -> Iterator[tuple[str, "Node | str | Import"]]:
    value = statement.child_by_field_name("value")
    if value is not None:
        yield "default", value
    declaration = statement.child_by_field_name("declaration")
    if declaration is not None:
        is_default = any(one.type == "default" for one in statement.children)
        for word in _declared(declaration):
            yield ("default" if is_default else word), word
    for clause in statement.named_children:
        if clause.type == "namespace_export" and module is not None:
            yield text_of(clause.named_children[0]), Import(module, WHOLE)
        for one in clause.named_children if clause.type == "export_clause" else ():
            name = one.child_by_field_name("name")
            if name is None:
                continue
            local, alias = _unquoted(name), one.child_by_field_name("alias") or name
            yield _unquoted(alias), local if module is None else Import(module, local)


def _declared(declaration: "Node") -> Iterator[str]:
    name = declaration.child_by_field_name("name")
    if name is not None:
        yield text_of(name)
    for one in declaration.named_children:
        target = one.child_by_field_name("name") if one.type == "variable_declarator" else None
        if target is not None and target.type == "identifier":
            yield text_of(target)


def imports_of(statement: "Node") -> Iterator[tuple[str, Import]]:
    """Yield the names that an import binds, in JavaScript and TypeScript."""
    source = statement.child_by_field_name("source")
    clauses = [one for one in statement.named_children if one.type == "import_clause"]
    if source is None or not clauses:
        return
    module = _unquoted(source)
    for one in clauses[0].named_children:
        if one.type == "identifier":
            yield text_of(one), Import(module, "default")
        elif one.type == "namespace_import" and one.named_children:
            yield text_of(one.named_children[0]), Import(module, WHOLE)
        for each in one.named_children if one.type == "named_imports" else ():
            name = each.child_by_field_name("name")
            if name is not None:
                local = each.child_by_field_name("alias") or name
                yield text_of(local), Import(module, _unquoted(name))


def imports_from(statement: "Node") -> Iterator[tuple[str, Import]]:
    """Yield the names that `from … import …` binds, in Python."""
    module = statement.child_by_field_name("module_name")
    if module is None:
        return
    for one in statement.children_by_field_name("name"):
        name, alias = one.child_by_field_name("name") or one, one.child_by_field_name("alias")
        yield text_of(alias or name), Import(text_of(module), text_of(name))


def _unquoted(node: "Node") -> str:
    return text_of(node).strip("\"'")
