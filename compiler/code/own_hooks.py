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
from compiler.code.functions import (
    FUNCTIONS,
    declared_in,
    parameters_of,
    return_values,
    translating_part,
    unwrapped,
)
from compiler.code.literals import Literal
from compiler.code.nodes import text_of
from compiler.code.scopes import Binding, Giver

if TYPE_CHECKING:
    from tree_sitter import Node

_WRAPPERS = frozenset(
    {
        *("parenthesized_expression", "as_expression", "satisfies_expression"),
        *("non_null_expression", "await_expression"),
    }
)
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
        self._hooks: dict[str, Binding | None] = {}

    def behind(self, call: "Node") -> Binding | None:
        """Return what a call of one of these hooks gives, None where that is not known."""
        return self._called(call, 0)

    def imported(self, names: Collection[str]) -> Iterator[Binding]:
        """Yield what translates and is imported under one of these names."""
        self._all()
        for name in self._imports:
            if name in names and (found := self._made(name, 0)) is not None:
                start, end = self._root.start_byte, self._root.end_byte
                yield replace(found, name=name, start=start, end=end)

    def code_of(self, name: str, functions: Collection[str]) -> str | None:
        """Return what a name at the top of the file is, as code that others can read.

        Of a function that is no hook that is what it takes.
        """
        value = self._all().get(name)
        made, hook = self._made(name, 0), self._hook(name, 0)
        if made is None and name in functions and value is not None:
            is_call = value.type == self._dialect.call
            if is_call and called_name(value) != "require":
                made = Binding("", 0, 0, _UNKNOWN, None)
        if made is not None:
            return f"({_as_code(made)})"
        if hook is not None:
            return f"(() => {_as_code(hook)})"
        taken = self.parameters(name)
        return f"(({', '.join(taken)}) => null)" if taken else None

    def code_of_value(self, value: "Node") -> str | None:
        """Return the same of a value that is exported without a name."""
        if value.type in FUNCTIONS:
            hook = self._returned(value, 0)
            return None if hook is None else f"(() => {_as_code(hook)})"
        made = self._of(value, {}, 0)
        return None if made is None else f"({_as_code(made)})"

    def parameters(self, name: str) -> tuple[str, ...]:
        """Return the names of the parameters of a function, here or in another file."""
        value = self._all().get(name) or self._read(name)
        if value is None or value.type not in FUNCTIONS:
            return ()
        return tuple(parameters_of(value))

    def _all(self) -> dict[str, "Node"]:
        if self._tops is None:
            self._tops = {}
            for one in self._root.named_children:
                if one.type == "import_statement":
                    self._imports.update(imports_of(one))
                inner = one.child_by_field_name("declaration") or one
                self._tops.update(declared_in(inner))
        return self._tops

    def _hook(self, name: str, depth: int) -> Binding | None:
        """Return what a call of a function at the top of the file gives."""
        if name not in self._hooks and depth <= _DEEPEST:
            self._hooks[name] = None  # for functions that call each other
            value = self._all().get(name)
            if value is None:
                self._hooks[name] = self._given_elsewhere(name, is_hook=True)
            elif value.type in FUNCTIONS:
                self._hooks[name] = self._returned(value, depth + 1)
            elif value.type == "identifier":
                self._hooks[name] = self._hook(text_of(value), depth + 1)
        return self._hooks.get(name)

    def _made(self, name: str, depth: int) -> Binding | None:
        """Return what a constant at the top of the file is."""
        if name not in self._known and depth <= _DEEPEST:
            self._known[name] = None
            value = self._all().get(name)
            if value is None:
                self._known[name] = self._given_elsewhere(name, is_hook=False)
            else:
                self._known[name] = self._of(value, {}, depth + 1)
        return self._known.get(name)

    def _read(self, name: str) -> "Node | None":
        """Read what another file hands on under a name."""
        wanted = self._imports.get(name)
        code = None if wanted is None else self._written(wanted)
        if code is None:
            return None
        return unwrapped(parser_of(self._dialect).parse(code.encode()).root_node)

    def _given_elsewhere(self, name: str, *, is_hook: bool) -> Binding | None:
        node = self._read(name)
        if node is not None and is_hook:
            node = node.child_by_field_name("body") if node.type == "arrow_function" else None
        found = None
        if node is not None and node.type == self._dialect.call:
            found = self._giver.given(node)
        if found is None:
            return None
        space = found.namespace
        here = None if space is None else space._replace(start=0, end=0)
        is_loose = found.prefix is None and here is not None and not here.exact
        return Binding("", 0, 0, here, found.prefix, found.others, is_loose)

    def _of(self, value: "Node", around: Mapping[str, "Node"], depth: int) -> Binding | None:
        """Return what a value gives; ``around`` are the names of the function it stands in."""
        if depth > _DEEPEST:
            return None
        inner: Node | None = None
        if value.type in _WRAPPERS and value.named_children:
            inner = value.named_children[0]
        elif value.type in ("object", "array"):
            inner = translating_part(value)
        elif value.type in ("identifier", "shorthand_property_identifier"):
            inner = around.get(text_of(value))
            if inner is None:
                return self._made(text_of(value), depth)
        if inner is not None:
            return self._of(inner, around, depth + 1)
        call = self._giver.call_in(value)
        return None if call is None else self._called(call, depth + 1)

    def _called(self, call: "Node", depth: int) -> Binding | None:
        """Return what a call gives: of a hook that is known, or of one's own."""
        known, function = self._giver.given(call), call.child_by_field_name("function")
        if known is not None or function is None or function.type != "identifier":
            return known
        return self._hook(text_of(function), depth)

    def _returned(self, function: "Node", depth: int) -> Binding | None:
        """Return what a function gives, where all that it returns is one and the same."""
        body = function.child_by_field_name("body")
        if body is None:
            return None
        if body.type != "statement_block":
            return self._of(body, {}, depth)
        around = {name: one for inner in body.named_children for name, one in declared_in(inner)}
        found = {self._of(one, around, depth) for one in return_values(body)}
        return found.pop() if len(found) == 1 else None


def _as_code(binding: Binding) -> str:
    space, prefix = binding.namespace, binding.prefix
    first = [] if space is None else [json.dumps(space.text) if space.exact else "null"]
    spaces = ", ".join([*first, *(json.dumps(one) for one in binding.others)])
    options = json.dumps(None if prefix is None else prefix.removesuffix("."))
    return f"useTranslation({f'[{spaces}]' if first else 'null'}, {{'keyPrefix': {options}}})"
