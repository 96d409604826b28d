"""The plurals and selects of messages, found once for all rules that ask."""

from collections.abc import Iterator
from typing import NamedTuple

from compiler.messages.ast import Message, Plural, Select, Tag
from compiler.rules.check import Scope
from compiler.rules.messages.pairs import Form, Pair, pairs


class PluralIn(NamedTuple):
    """A plural, and the text that it stands in."""

    pair: Pair
    form: Form
    plural: Plural


def plurals(scope: Scope) -> tuple[PluralIn, ...]:
    """Return every plural of every text."""
    return tuple(
        PluralIn(pair, form, node)
        for pair in scope.once(pairs)
        for form in pair.forms
        if form.reading.shape.plurals
        for node in choices(form.reading.tree)
        if isinstance(node, Plural)
    )


def choices(message: Message) -> Iterator[Plural | Select]:
    """Yield every choice of a message, outer ones first."""
    for node in message:
        match node:
            case Plural() | Select():
                yield node
                for branch in node.branches:
                    yield from choices(branch.message)
            case Tag():
                yield from choices(node.children)
            case _:
                pass
