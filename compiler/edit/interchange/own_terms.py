"""What comes back from a format with names but without types: `{{amount}}`, in the project's words.

i18next and Rails know neither `{amount, number}` nor `#`, and call the number of a plural `count`.
"""

from collections.abc import Mapping

from compiler.messages.ast import (
    Argument,
    Branch,
    Formatted,
    Message,
    Node,
    Number,
    Plural,
    Tag,
)
from compiler.messages.icu import parse
from compiler.messages.icu_error import IcuSyntaxError
from compiler.messages.icu_print import to_text
from compiler.messages.shape import walk

_COUNT = "count"


def in_own_terms(icu: str, source: Message) -> str:
    """Return a text with the types and the number signs that the source text has."""
    try:
        message = parse(icu, inline_html=True)
    except IcuSyntaxError:
        return icu
    said = list(walk(source))
    plain = {node.name for node in said if isinstance(node, Argument)}
    typed: dict[str, Node] = {
        one.name: one for one in said if isinstance(one, Formatted) and one.name not in plain
    }
    plural = source[0] if len(source) == 1 else None
    whole = message[0] if len(message) == 1 else None
    if not (isinstance(plural, Plural) and isinstance(whole, Plural)):
        return to_text(_put(message, typed))
    if any(isinstance(node, Number) for node in said):
        typed |= {_COUNT: Number(), plural.name: Number()}
    elif plural.name != _COUNT:
        typed |= {_COUNT: Argument(plural.name)}
    branches = tuple(Branch(one.selector, _put(one.message, typed)) for one in whole.branches)
    name = plural.name if whole.name == _COUNT else whole.name
    return to_text((Plural(name, branches, whole.kind, whole.offset),))


def says_the_same(one: str, other: str) -> bool:
    """Tell whether two texts are one message, however it is written."""
    try:
        return parse(one, inline_html=True) == parse(other, inline_html=True)
    except IcuSyntaxError:
        return False


def _put(message: Message, typed: Mapping[str, Node]) -> Message:
    return tuple(_of(node, typed) for node in message)


def _of(node: Node, typed: Mapping[str, Node]) -> Node:
    match node:
        case Argument(name):
            return typed.get(name, node)
        case Tag(name, children):
            return Tag(name, _put(children, typed))
        case _:
            return node
