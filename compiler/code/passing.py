"""What a call hands over beside the key: values for placeholders, a text, words to translators.

| code | placeholders | text |
|---|---|---|
| `t('pay', { amount })` | `amount` | |
| `t('pay', 'Pay {{amount}}', { amount })` | `amount` | `Pay {{amount}}` |
| `t('pay', { amount, defaultValue: 'Pay {{amount}}' })` | `amount` | `Pay {{amount}}` |
| `$_('pay', { values: { amount } })` | `amount` | |
| `formatMessage({ id: 'pay', defaultMessage: 'Pay' }, { amount })` | `amount` | `Pay` |
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from compiler.code.dialects import Dialect
from compiler.code.nodes import pairs, text_of
from compiler.code.texts import said
from compiler.code.use import NOTHING_KNOWN, Passed

if TYPE_CHECKING:
    from tree_sitter import Node

_OPTIONS = frozenset(
    """
    defaultValue defaultMessage default description ns lng lngs fallbackLng replace returnObjects
    returnDetails joinArrays postProcess interpolation skipInterpolation ignoreJSONStructure
    nsSeparator ordinal values locale format formatParams escapeParameter plural named
    list resolvedMessage i18n keySeparator
    """.split()  # noqa: SIM905 - a list to read
)
"""What i18next, vue-i18n and svelte-i18n take beside values; `count` is a value, too."""

_WITH_VALUES = frozenset({"values", "replace", "named"})
_NUMBERS = frozenset({"number", "integer"})
_FORMS = "defaultValue_"
_ELEMENTS = frozenset(
    {"arrow_function", "function_expression", "jsx_element", "jsx_self_closing_element"}
)
_TEXT_OPTIONS = ("defaultValue", "defaultMessage", "default")
_SPREAD = frozenset({"spread_element", "dictionary_splat", "list_splat"})


class Collected:
    """What has been found so far; ``known`` is false once something cannot be told."""

    def __init__(self) -> None:
        self.names: set[str] = set()
        self.tags: set[str] = set()
        self.default: str | None = None
        self.forms: list[tuple[str, str]] = []
        self.comment: str | None = None
        self.icu = False
        self.known = True

    def passed(self) -> Passed:
        """Return it as a value."""
        return Passed(
            frozenset(self.names) if self.known else None,
            frozenset(self.tags),
            self.default,
            tuple(self.forms),
            self.comment,
            self.icu,
        )

    def value(self, name: str, node: "Node | None") -> None:
        """Take a value that is handed over by name."""
        self.names.add(name)
        if node is not None and node.type in _ELEMENTS:
            self.tags.add(name)

    def values(self, node: "Node") -> None:
        """Take an object of values."""
        if node.type != "object":
            self.known = False
            return
        for name, value in _entries(node):
            if name is None:
                self.known = False
            else:
                self.value(name, value)

    def options(self, node: "Node", dialect: Dialect) -> None:
        """Take an object in which values and options stand side by side."""
        for name, value in _entries(node):
            if name is None:
                self.known = False
            elif name in _WITH_VALUES and value is not None:
                self.values(value)
            elif name in _TEXT_OPTIONS or name.startswith(_FORMS) or name == "description":
                self.text(name, value, dialect)
            elif name not in _OPTIONS:
                self.value(name, value)

    def text(self, name: str, node: "Node | None", dialect: Dialect) -> None:
        """Take a text that code has for the key, or what it says to translators."""
        text = None if node is None else said(node, dialect)
        if text is None:
            return
        if name == "description":
            self.comment = text
        elif name.startswith(_FORMS):
            self.forms.append((name.removeprefix(_FORMS), text))
        else:
            self.default = text
            self.icu = name == "defaultMessage"


def passed_in_script(given: Sequence["Node"], dialect: Dialect) -> Passed:
    """Return what stands behind the key in a call of JavaScript or TypeScript."""
    if not given:
        return Passed(frozenset())
    found = Collected()
    for node in given:
        if node.type == "object":
            found.options(node, dialect)
        elif node.type in dialect.strings:
            found.default = said(node, dialect)
        elif node.type in _NUMBERS:
            found.names.update(("count", "n"))
        else:
            found.known = False
    return found.passed()


def passed_with_descriptor(
    descriptor: "Node", given: Sequence["Node"], dialect: Dialect, *, calls: bool
) -> Passed:
    """Return what is passed with an object that has the key as its `id` (FormatJS).

    Only of what ``calls`` for the text are the values known.
    """
    found = Collected()
    for name, value in pairs(descriptor):
        if name in ("defaultMessage", "description", "values"):
            if name == "values":
                found.values(value)
            else:
                found.text(name, value, dialect)
    if given:
        found.values(given[0])
    found.known = found.known and calls
    return found.passed()


def passed_to_component(
    given: Iterable[tuple[str, "Node"]], inside: Iterable["Node"], dialect: Dialect
) -> Passed:
    """Return what a component is given: `values`, `count`, and `{{name}}` between its tags."""
    found = Collected()
    for name, value in given:
        inner = _unwrapped(value)
        if name in ("values", "params", "tOptions"):
            found.values(inner)
        elif name in ("count", "context"):
            found.value(name, inner)
        elif name in ("defaults", "defaultMessage", "defaultValue", "description"):
            found.text(name, inner, dialect)
        elif name == "":
            found.known = False
    for node in inside:
        if node.type == "object":
            found.values(node)
        elif node.type not in ("comment", *dialect.strings):
            found.known = False
    return found.passed()


def passed_in_python(call: "Node", given: Sequence["Node"], dialect: Dialect) -> Passed:
    """Return the keyword arguments of a call, and those of a `.format` behind it."""
    found = Collected()
    for node in given:
        _keyword(found, node, dialect)
    parent = call.parent
    if parent is not None and parent.type == "attribute":
        outer = parent.parent
        if outer is None or outer.type != "call" or not text_of(parent).endswith(".format"):
            return NOTHING_KNOWN
        arguments = outer.child_by_field_name("arguments")
        for node in arguments.named_children if arguments is not None else ():
            _keyword(found, node, dialect)
    elif parent is not None and parent.type == "binary_operator":
        return NOTHING_KNOWN
    return found.passed()


def _keyword(found: Collected, node: "Node", dialect: Dialect) -> None:
    name, value = node.child_by_field_name("name"), node.child_by_field_name("value")
    if node.type == "keyword_argument" and name is not None and value is not None:
        word = text_of(name)
        if word in ("default", "defaultValue"):
            found.text("default", value, dialect)
        elif word not in _OPTIONS:
            found.value(word, value)
    elif node.type != "comment":
        found.known = False


def _entries(node: "Node") -> Iterator[tuple[str | None, "Node | None"]]:
    """Yield the names of an object with their values; None for what is not written down."""
    for one in node.named_children:
        if one.type == "pair":
            key, value = one.child_by_field_name("key"), one.child_by_field_name("value")
            if key is None or key.type == "computed_property_name":
                yield None, value
            else:
                yield text_of(key).strip("\"'"), value
        elif one.type == "shorthand_property_identifier":
            yield text_of(one), one
        elif one.type == "method_definition":
            name = one.child_by_field_name("name")
            yield None if name is None else text_of(name), one
        elif one.type in _SPREAD:
            yield None, None


def _unwrapped(node: "Node") -> "Node":
    while node.type in ("jsx_expression", "parenthesized_expression") and node.named_children:
        node = node.named_children[0]
    return node
