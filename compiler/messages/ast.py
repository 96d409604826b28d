"""A message as a tree: what ICU MessageFormat text means, with where each part stands.

Offsets are code points of the text that was parsed; they do not count when trees are compared.
Fields are Final and classes not frozen, since a frozen one takes six times as long to make.
"""

from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias

FormatKind: TypeAlias = Literal["number", "date", "time"]
PluralKind: TypeAlias = Literal["cardinal", "ordinal"]


@dataclass(slots=True, unsafe_hash=True)
class Text:
    """Literal text, quoting undone."""

    value: Final[str]
    start: Final[int] = field(default=0, compare=False)
    end: Final[int] = field(default=0, compare=False)


@dataclass(slots=True, unsafe_hash=True)
class Argument:
    """``{name}``: a value put in as it is."""

    name: Final[str]
    start: Final[int] = field(default=0, compare=False)
    end: Final[int] = field(default=0, compare=False)


@dataclass(slots=True, unsafe_hash=True)
class Formatted:
    """``{name, number, style}``: a value formatted for the locale; ``style`` as written."""

    name: Final[str]
    kind: Final[FormatKind]
    style: Final[str | None] = None
    start: Final[int] = field(default=0, compare=False)
    end: Final[int] = field(default=0, compare=False)


@dataclass(slots=True, unsafe_hash=True)
class Number:
    """``#`` in a plural: its number less the offset, formatted for the locale."""

    start: Final[int] = field(default=0, compare=False)
    end: Final[int] = field(default=0, compare=False)


@dataclass(slots=True, unsafe_hash=True)
class Branch:
    """One way out of a plural or select: ``few {…}``, ``=0 {…}``, ``male {…}``."""

    selector: Final[str]
    message: Final["Message"]
    start: Final[int] = field(default=0, compare=False)
    end: Final[int] = field(default=0, compare=False)


@dataclass(slots=True, unsafe_hash=True)
class Plural:
    """``{name, plural, …}`` or ``{name, selectordinal, …}``."""

    name: Final[str]
    branches: Final[tuple[Branch, ...]]
    kind: Final[PluralKind] = "cardinal"
    offset: Final[int] = 0
    start: Final[int] = field(default=0, compare=False)
    end: Final[int] = field(default=0, compare=False)


@dataclass(slots=True, unsafe_hash=True)
class Select:
    """``{name, select, …}``."""

    name: Final[str]
    branches: Final[tuple[Branch, ...]]
    start: Final[int] = field(default=0, compare=False)
    end: Final[int] = field(default=0, compare=False)


@dataclass(slots=True, unsafe_hash=True)
class Tag:
    """``<name>…</name>``: a part of the text that the application dresses."""

    name: Final[str]
    children: Final["Message"]
    start: Final[int] = field(default=0, compare=False)
    end: Final[int] = field(default=0, compare=False)


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
