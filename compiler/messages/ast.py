"""A message as a tree: what ICU MessageFormat text means, with where each part stands.

Offsets are code points of the text that was parsed; they do not count when trees are compared.
"""

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

FormatKind: TypeAlias = Literal["number", "date", "time"]
PluralKind: TypeAlias = Literal["cardinal", "ordinal"]


@dataclass(frozen=True, slots=True)
class Text:
    """Literal text, quoting undone."""

    value: str
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Argument:
    """``{name}``: a value put in as it is."""

    name: str
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Formatted:
    """``{name, number, style}``: a value formatted for the locale; ``style`` as written."""

    name: str
    kind: FormatKind
    style: str | None = None
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Number:
    """``#`` in a plural: its number less the offset, formatted for the locale."""

    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Branch:
    """One way out of a plural or select: ``few {…}``, ``=0 {…}``, ``male {…}``."""

    selector: str
    message: "Message"
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Plural:
    """``{name, plural, …}`` or ``{name, selectordinal, …}``."""

    name: str
    branches: tuple[Branch, ...]
    kind: PluralKind = "cardinal"
    offset: int = 0
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Select:
    """``{name, select, …}``."""

    name: str
    branches: tuple[Branch, ...]
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Tag:
    """``<name>…</name>``: a part of the text that the application dresses."""

    name: str
    children: "Message"
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


Node: TypeAlias = Text | Argument | Formatted | Number | Plural | Select | Tag
Message: TypeAlias = tuple[Node, ...]


def joined(message: Message) -> Message:
    """Return the message with neighbouring texts made one, without empty ones, at all levels."""
    nodes: list[Node] = []
    for node in message:
        whole = _inside(node)
        last = nodes[-1] if nodes else None
        if isinstance(whole, Text):
            if not whole.value:
                continue
            if isinstance(last, Text):
                nodes[-1] = Text(last.value + whole.value, last.start, whole.end)
                continue
        nodes.append(whole)
    return tuple(nodes)


def _inside(node: Node) -> Node:
    match node:
        case Tag():
            return Tag(node.name, joined(node.children), node.start, node.end)
        case Plural():
            branches = _branches(node.branches)
            return Plural(node.name, branches, node.kind, node.offset, node.start, node.end)
        case Select():
            return Select(node.name, _branches(node.branches), node.start, node.end)
        case _:
            return node


def _branches(branches: tuple[Branch, ...]) -> tuple[Branch, ...]:
    return tuple(Branch(b.selector, joined(b.message), b.start, b.end) for b in branches)
