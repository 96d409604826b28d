"""Translations without the plural of their source, that put the number before a word all the same."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from compiler.messages import cldr
from compiler.messages.ast import Argument, Formatted, Message, Node, Plural, Tag
from compiler.messages.cldr import CATEGORIES
from compiler.messages.shape import walk
from compiler.messages.small_words import small_words
from compiler.rules.check import Scope
from compiler.rules.messages.pairs import Form, Pair, pairs

_COUNTED_WORD = re.compile(r"[ \u00a0]([^\W\d_]{3,})")
"""A word behind a number; shorter ones are prepositions ("3 из 5") or units ("3 м")."""


class Uncounted(NamedTuple):
    """The number ``name`` of a plural in the source, before a word in a text without a plural."""

    pair: Pair
    form: Form
    span: tuple[int, int]
    name: str


def uncounted(scope: Scope) -> Iterator[Uncounted]:
    """Yield every number that stands before a word which should change with it."""
    for pair in scope.once(pairs):
        if pair.is_source or not pair.sound or pair.entry.source_plural is not None:
            continue
        counted = {name for reading in pair.origin for name in _cardinals(reading.tree)}
        locale, form = pair.catalogue.locale, pair.forms[0]
        if counted and len(cldr.demanded_categories(locale)) > 1 and not form.reading.shape.plurals:
            nodes = list(_untagged(form.reading.tree))
            for index, node in enumerate(nodes):
                if isinstance(node, Argument | Formatted) and node.name in counted:
                    if _counts_a_word(nodes, index, locale.partition("-")[0]):
                        yield Uncounted(pair, form, (node.start, node.end), node.name)


def _cardinals(message: Message) -> Iterator[str]:
    """Yield the numbers of plurals of words: with a branch beside `other` and exact numbers."""
    for node, _ in walk(message):
        if isinstance(node, Plural) and node.kind == "cardinal":
            if sum(branch.selector in CATEGORIES for branch in node.branches) > 1:
                yield node.name


def _untagged(message: Message) -> Iterator[Node]:
    """Yield the nodes of a message as if there were no tags."""
    for node in message:
        if isinstance(node, Tag):
            yield from _untagged(node.children)
        else:
            yield node


def _counts_a_word(nodes: Sequence[Node], index: int, language: str) -> bool:
    before, behind = _text(nodes[:index][-1:]), _text(nodes[index + 1 :][:1])
    match = _COUNTED_WORD.match(behind)
    if match is None or before.rstrip().endswith(":"):
        return False
    return match[1].islower() and match[1] not in small_words(language)


def _text(nodes: Sequence[Node]) -> str:
    return "".join(getattr(node, "value", "") for node in nodes)
