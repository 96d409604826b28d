"""Hooks of a project's own: the namespace and the prefix of the function that they give.

| code | what `const { t } = useCopy()` is like |
|---|---|
| `const useCopy = () => useTranslation('portal', { keyPrefix: 'cart' })` | that call |
| `function useCopy() { const { t } = useTranslation('portal'); return { t }; }` | that call |
| `import { useCopy } from './copy'` | what it is in that file |
"""

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from compiler.code.bound_names import Written
from compiler.code.callee import called_name
from compiler.code.dialects import Dialect, parser_of
from compiler.code.exports import Import, imports_of
from compiler.code.literals import Literal
from compiler.code.nodes import text_of
from compiler.code.scopes import TRANSLATING, Binding, Giver, translating_names

if TYPE_CHECKING:
    from tree_sitter import Node

FUNCTIONS = frozenset(
    {
        *("function_declaration", "function_expression", "arrow_function", "method_definition"),
        *("generator_function_declaration", "generator_function"),
    }
)
_WRAPPERS = frozenset(
    {
        *("parenthesized_expression", "as_expression", "satisfies_expression"),
        *("non_null_expression", "await_expression"),
    }
)
_DECLARATIONS = frozenset({"lexical_declaration", "variable_declaration"})
_DEEPEST = 8
_UNKNOWN = Literal("", 0, 0, exact=False)


class OwnHooks:
    """The functions and constants at the top of one file, as far as they give what translates."""

    def __init__(self, root: "Node", dialect: Dialect, giver: Giver, written: Written) -> None:
        self._root = root
        self._dialect = dialect
        self._giver = giver
        self._written = written
        self._tops: dict[str, Node] | None = None
        self._imports: dict[str, Import] = {}
        self._known: dict[str, Binding | None] = {}

    def behind(self, call: "Node") -> Binding | None:
        """Return what a call of one of these hooks gives, None where that is not known."""
        function = call.child_by_field_name("function")
        if function is None or function.type != "identifier":
            return None
        return self._top(text_of(function), 0)

    def imported(self, names: Collection[str]) -> Iterator[Binding]:
        """Yield what translates and is imported under one of these names."""
        self._all()
        for name in self._imports:
            if name in names and (found := self._top(name, 0)) is not None:
                start, end = self._root.start_byte, self._root.end_byte
                yield replace(found, name=name, start=start, end=end)

    def code_of(self, name: str, functions: Collection[str]) -> str | None:
        """Return what a name at the top of the file gives, as a call that others can read."""
        found = self._top(name, 0)
        if found is None and name in functions:
            value = self._all().get(name)
            is_made = value is not None and value.type == self._dialect.call
            if value is not None and is_made and called_name(value) != "require":
                found = Binding("", 0, 0, _UNKNOWN, None)
        return None if found is None else _as_code(found)

    def code_of_value(self, value: "Node") -> str | None:
        """Return the same of a value that is exported without a name."""
        found = self._of(value, {}, 0)
        return None if found is None else _as_code(found)

    def _all(self) -> dict[str, "Node"]:
        if self._tops is None:
            self._tops = {}
            for one in self._root.named_children:
                if one.type == "import_statement":
                    self._imports.update(imports_of(one))
                inner = one.child_by_field_name("declaration") or one
                self._tops.update(_declared(inner))
        return self._tops

    def _top(self, name: str, depth: int) -> Binding | None:
        """Return what a name at the top of the file gives."""
        if name not in self._known and depth <= _DEEPEST:
            self._known[name] = None  # for functions that call each other
            value = self._all().get(name)
            wanted = self._imports.get(name)
            if value is not None:
                self._known[name] = self._of(value, {}, depth + 1)
            elif wanted is not None:
                self._known[name] = self._read(self._written(wanted) or "")
        return self._known.get(name)

    def _read(self, code: str) -> Binding | None:
        """Read what another file has handed on."""
        node = parser_of(self._dialect).parse(code.encode()).root_node
        while node.named_children and node.type != self._dialect.call:
            if node.type not in ("program", "expression_statement", "parenthesized_expression"):
                return None
            node = node.named_children[0]
        found = self._giver.given(node) if node.type == self._dialect.call else None
        if found is None:
            return None
        space = found.namespace
        here = None if space is None else space._replace(start=0, end=0)  # it stands elsewhere
        is_loose = found.prefix is None and here is not None and not here.exact
        return Binding("", 0, 0, here, found.prefix, found.others, is_loose)

    def _of(self, value: "Node", around: Mapping[str, "Node"], depth: int) -> Binding | None:
        """Return what a value gives; ``around`` are the names of the function it stands in."""
        if depth > _DEEPEST:
            return None
        if value.type in _WRAPPERS and value.named_children:
            return self._of(value.named_children[0], around, depth + 1)
        if value.type in FUNCTIONS:
            return self._returned(value, depth + 1)
        if value.type in ("identifier", "shorthand_property_identifier"):
            name = text_of(value)
            inner = around.get(name)
            return self._top(name, depth) if inner is None else self._of(inner, around, depth + 1)
        if value.type in ("object", "array"):
            part = _translating_part(value)
            return None if part is None else self._of(part, around, depth + 1)
        call = self._giver.call_in(value)
        function = None if call is None else call.child_by_field_name("function")
        if call is None or function is None:
            return None
        known = self._giver.given(call)
        if known is not None or function.type != "identifier":
            return known
        return self._top(text_of(function), depth + 1)

    def _returned(self, function: "Node", depth: int) -> Binding | None:
        """Return what a function gives, where all that it returns is one and the same."""
        body = function.child_by_field_name("body")
        if body is None:
            return None
        if body.type != "statement_block":
            return self._of(body, {}, depth)
        around = {name: one for inner in body.named_children for name, one in _declared(inner)}
        found = {self._of(one, around, depth) for one in _return_values(body)}
        return found.pop() if len(found) == 1 else None


def _as_code(binding: Binding) -> str:
    spaces = [] if binding.namespace is None else [binding.namespace]
    first = [json.dumps(one.text) if one.exact else "null" for one in spaces]
    listed = ", ".join([*first, *(json.dumps(one) for one in binding.others)])
    prefix = None if binding.prefix is None else binding.prefix.removesuffix(".")
    return f"(useTranslation([{listed}], {{'keyPrefix': {json.dumps(prefix)}}}))"


def _declared(statement: "Node") -> Iterator[tuple[str, "Node"]]:
    """Yield what a statement declares: functions, and values by each name that may translate."""
    name = statement.child_by_field_name("name")
    if statement.type in FUNCTIONS and name is not None:
        yield text_of(name), statement
    for one in statement.named_children if statement.type in _DECLARATIONS else ():
        target, value = one.child_by_field_name("name"), one.child_by_field_name("value")
        if target is not None and value is not None:
            for each in translating_names(target):
                yield each, value


def _return_values(block: "Node") -> Iterator["Node"]:
    ahead = list(block.named_children)
    while ahead:
        one = ahead.pop()
        if one.type == "return_statement" and one.named_children:
            yield one.named_children[0]
        elif one.type not in FUNCTIONS:
            ahead += one.named_children


def _translating_part(value: "Node") -> "Node | None":
    """Return `t` of `{ t, locale }`, the value of `{ t: tr }`, the first of a list, `...rest`."""
    children = [one for one in value.named_children if one.type != "comment"]
    if value.type == "array":
        return children[0] if children else None
    for one in children:
        if one.type == "shorthand_property_identifier" and text_of(one) in TRANSLATING:
            return one
        key, inner = one.child_by_field_name("key"), one.child_by_field_name("value")
        if key is not None and inner is not None and text_of(key).strip("\"'") in TRANSLATING:
            return inner
    spread = [one.named_children[0] for one in children if one.type == "spread_element"]
    return spread[0] if len(spread) == 1 else None
