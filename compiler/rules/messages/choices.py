"""The plurals and selects of messages, found once for all rules that ask."""

from collections.abc import Iterator
from typing import NamedTuple

from compiler.messages.ast import Message, Plural, Select
from compiler.messages.shape import walk
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
    """Return every choice of a message, outer ones first."""
    return (node for node in walk(message) if isinstance(node, Plural | Select))
