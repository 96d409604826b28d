"""What a message is made of: arguments with their types, tags, branches. Texts do not count.

Two messages of the same shape ask the application for the same values and the same markup, however
they are worded.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from compiler.messages.ast import (
    Argument,
    Branch,
    Formatted,
    Message,
    Node,
    Number,
    Plural,
    Select,
    Tag,
    Text,
)
from compiler.messages.quoting import unquoted

_HTML_TAG = re.compile(r"</?([A-Za-z][-\w.:]*)(\s[^<>]*)?/?>")
"""A tag of inline HTML: its name, and its attributes where it has some."""

_ELEMENTS = frozenset(
    """
    a abbr b bdi bdo big blockquote br button center cite code dd del details dfn div dl dt em
    figure font footer form h1 h2 h3 h4 h5 h6 header hr i iframe img input ins kbd label li link
    main mark meta nav object ol p pre q s samp script section select small span strike strong
    style sub summary sup svg table tbody td textarea tfoot th thead time tr tt u ul var
    """.split()  # noqa: SIM905 - a list to read
)
_CURRENCY = re.compile(r"currency/([A-Z]{3})")
_PERCENT = re.compile(r"\bpercent\b|%")


@dataclass(frozen=True, slots=True)
class Shape:
    """The parts of a message.

    ``kinds`` says of each argument how it is used: ``plain``, ``number``, ``date``, ``time``,
    ``plural``, ``selectordinal``, ``select``, ``number USD`` for a currency, ``percentage``.
    ``shown`` are the arguments whose value is seen on some way through the choices, ``always`` on
    every one.
    ``selects`` and ``plurals`` have the selectors of each choice by argument.
    """

    kinds: Mapping[str, frozenset[str]] = field(default_factory=dict)
    shown: frozenset[str] = frozenset()
    always: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    selects: Mapping[str, frozenset[str]] = field(default_factory=dict)
    plurals: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def asks_as(self, other: "Shape") -> bool:
        """Tell whether two shapes are alike in all but the plural forms that each language has."""
        return (
            self.kinds == other.kinds
            and self.shown == other.shown
            and self.always == other.always
            and self.tags == other.tags
            and self.selects == other.selects
        )

    @property
    def arguments(self) -> frozenset[str]:
        """Every argument that is named at all."""
        return frozenset(self.kinds)


PLAIN = Shape()
"""The shape of text without syntax."""


def shape_of(message: Message, text: str) -> Shape:
    """Return the shape of a message, which is written as ``text``."""
    survey = _Survey()
    always = survey.look(message, None)
    tags = (tag[1].lower() for tag in html_tags(text) if tag[0][-2] == "/" or tag[2])
    survey.tags.update(tags)
    return Shape(
        kinds=_frozen(survey.kinds),
        shown=frozenset(survey.shown),
        always=frozenset(always),
        tags=frozenset(survey.tags),
        selects=_frozen(survey.selects),
        plurals=_frozen(survey.plurals),
    )


def walk(message: Message) -> Iterator[Node]:
    """Yield every node, outer ones first."""
    for node in message:
        yield node
        match node:
            case Plural() | Select():
                for branch in node.branches:
                    yield from walk(branch.message)
            case Tag():
                yield from walk(node.children)
            case _:
                pass


def html_tags(text: str) -> Iterator[re.Match[str]]:
    """Yield the tags in a message as it is written, those of inline HTML among them.

    What is set in angle brackets and no markup (`<new column>`) is none.
    """
    for tag in _HTML_TAG.finditer(unquoted(text)) if "<" in text else ():
        if tag[2] is None or "=" in tag[2] or tag[1].lower() in _ELEMENTS:
            yield tag


class _Survey:
    """What is found while a message is gone through once."""

    def __init__(self) -> None:
        self.kinds: dict[str, set[str]] = {}
        self.shown: set[str] = set()
        self.tags: set[str] = set()
        self.selects: dict[str, set[str]] = {}
        self.plurals: dict[str, set[str]] = {}

    def look(self, message: Message, plural: str | None) -> set[str]:
        """Go through a message; return the arguments that it shows on every way."""
        always: set[str] = set()
        for node in message:
            match node:
                case Text():
                    pass
                case Argument():
                    self._shows(node.name, "plain", always)
                case Formatted():
                    self._shows(node.name, kind_of(node.kind, node.style), always)
                case Number():
                    if plural is not None:
                        self.shown.add(plural)
                        always.add(plural)
                case Plural():
                    self._plural(node)
                    always |= self._in_every(node.branches, node.name)
                case Select():
                    self.kinds.setdefault(node.name, set()).add("select")
                    found = self.selects.setdefault(node.name, set())
                    found.update([branch.selector for branch in node.branches])
                    always |= self._in_every(node.branches, plural)
                case Tag():
                    self.tags.add(node.name)
                    always |= self.look(node.children, plural)
        return always

    def _shows(self, name: str, kind: str, always: set[str]) -> None:
        self.kinds.setdefault(name, set()).add(kind)
        self.shown.add(name)
        always.add(name)

    def _plural(self, node: Plural) -> None:
        kind = "plural" if node.kind == "cardinal" else "selectordinal"
        self.kinds.setdefault(node.name, set()).add(kind)
        found = self.plurals.setdefault(node.name, set())
        found.update([branch.selector for branch in node.branches])

    def _in_every(self, branches: tuple[Branch, ...], plural: str | None) -> set[str]:
        """Look into all branches; return what each shows, but for those of nothing at all.

        "No orders" needs to name nothing.
        """
        shown = [(one.selector, self.look(one.message, plural)) for one in branches]
        counting = [names for selector, names in shown if selector not in {"=0", "zero"}]
        return set.intersection(*(counting or [names for _, names in shown]))


def kind_of(kind: str, style: str | None) -> str:
    """Return how a formatted argument is used; of the styles, those that change what is said."""
    if style is None or kind != "number":
        return kind
    currency = _CURRENCY.search(style)
    if currency:
        return f"number {currency[1]}"
    return "percentage" if _PERCENT.search(style) else kind


def _frozen(found: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    return {name: frozenset(names) for name, names in found.items()}
