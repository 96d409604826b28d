"""A compiled message as the page reads it: its tree as JSON lists, for whoever fills it in. Pure.

``["a", name]`` an argument, ``["f", name, kind, style]`` a formatted one, ``["#"]`` the number of
the plural around it, ``["p", name, kind, offset, branches]``, ``["s", name, branches]``,
``["t", name, children]`` a tag; a text is itself. Branches are pairs of selector and message.
"""

from typing import Any

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
from compiler.messages.reading import read_message


def message_cell(text: str) -> str | list[Any]:
    """Return what the page needs of a message: its text, with its tree where it has any syntax.

    Of a text that cannot be read there is no tree, as no runtime could read it either.
    """
    reading = read_message(text)
    if reading.plain or reading.error is not None:
        return text
    tree = _nodes(reading.tree)
    return text if tree == [text] else [text, tree]


def _nodes(message: Message) -> list[Any]:
    return [_node(node) for node in message]


def _node(node: Node) -> Any:  # noqa: ANN401, PLR0911 - one form a kind of node
    match node:
        case Text(value):
            return value
        case Argument(name):
            return ["a", name]
        case Formatted(name, kind, style):
            return ["f", name, kind, style]
        case Number():
            return ["#"]
        case Plural(name, branches, kind, offset):
            return ["p", name, kind, offset, _branches(branches)]
        case Select(name, branches):
            return ["s", name, _branches(branches)]
        case Tag(name, children):
            return ["t", name, _nodes(children)]


def _branches(branches: tuple[Branch, ...]) -> list[Any]:
    return [[branch.selector, _nodes(branch.message)] for branch in branches]
