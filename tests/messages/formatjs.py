"""Our trees in the shape of FormatJS's, for comparing with its vectors and its parser."""

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
    joined,
)
from compiler.messages.icu import number_skeleton

_TYPES = {"number": 2, "date": 3, "time": 4}


def as_formatjs(message: Message) -> list[Any]:
    """Return a message's tree as FormatJS prints it; ``at`` are start and end."""
    return [_node(node) for node in joined(message)]


def without_places(elements: list[Any]) -> list[Any]:
    """Return such a tree without ``at``."""
    return [
        {
            key: (
                without_places(value)
                if key == "children"
                else {name: without_places(inner) for name, inner in value.items()}
                if key == "options"
                else value
            )
            for key, value in element.items()
            if key != "at"
        }
        for element in elements
    ]


def _node(node: Node) -> Any:  # noqa: PLR0911 - one form a kind of node
    at = [node.start, node.end]
    match node:
        case Text(value):
            return {"type": 0, "value": value, "at": at}
        case Argument(name):
            return {"type": 1, "value": name, "at": at}
        case Formatted(name, kind, style):
            return {"type": _TYPES[kind], "value": name, "style": _style(kind, style), "at": at}
        case Select(name, branches):
            return {"type": 5, "value": name, "options": _options(branches), "at": at}
        case Plural(name, branches, kind, offset):
            choices = {"options": _options(branches), "offset": offset, "pluralType": kind}
            return {"type": 6, "value": name, **choices, "at": at}
        case Number():
            return {"type": 7, "at": at}
        case Tag(name, children):
            return {"type": 8, "value": name, "children": as_formatjs(children), "at": at}


def _style(kind: str, style: str | None) -> Any:
    if style is None or not style.startswith("::"):
        return style
    skeleton = style[2:].lstrip()
    if kind != "number":
        return {"pattern": skeleton}
    return {"tokens": [{"stem": s, "options": list(o)} for s, o in number_skeleton(skeleton)]}


def _options(branches: tuple[Branch, ...]) -> dict[str, Any]:
    return {branch.selector: as_formatjs(branch.message) for branch in branches}
