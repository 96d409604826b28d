"""Translations without the plural of their source, with its number before a word."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from compiler.base.locale_tag import language_of
from compiler.messages import cldr
from compiler.messages.ast import Argument, Formatted, Message, Node, Plural, Tag
from compiler.messages.cldr import CATEGORIES
from compiler.messages.shape import walk
from compiler.messages.small_words import small_words
from compiler.rules.check import Scope
from compiler.rules.messages.pairs import Form, Pair, pairs

_COUNTED_WORD = re.compile(r"[ \u00a0]([^\W\d_]{3,})")
"""A word behind a number; shorter ones are prepositions ("3 из 5") or units ("3 м")."""
_UNCHANGED = frozenset(
    {"az", "cy", "fa", "hu", "hy", "ka", "kk", "ky", "tk", "tr", "tt", "ug", "uz"}
)
"""Languages in which a word stays as it is behind a number."""


class Uncounted(NamedTuple):
    """The number ``name`` of a plural in the source, before a word in a text without a plural."""

    pair: Pair
    form: Form
    span: tuple[int, int]
    name: str


def uncounted(scope: Scope) -> Iterator[Uncounted]:
    """Yield every number that stands before a word which should change with it."""
    for pair in scope.once(pairs):
        if pair.is_source or not any(reading.shape.plurals for reading in pair.origin):
            continue
        if not pair.sound or pair.entry.source_plural is not None:
            continue
        counted = {name for reading in pair.origin for name in _cardinals(reading.tree)}
        form = pair.forms[0]
        if not counted or form.reading.shape.plurals or not _inflects(pair.catalogue.locale):
            continue
        nodes = list(_untagged(form.reading.tree))
        for index, node in enumerate(nodes):
            match node:
                case Argument() | Formatted() if node.name in counted:
                    if _counts_a_word(nodes, index, pair.catalogue.locale):
                        yield Uncounted(pair, form, (node.start, node.end), node.name)
                case _:
                    pass


def _inflects(locale: str) -> bool:
    """Tell whether words change with the number before them."""
    changes = language_of(locale) not in _UNCHANGED
    return changes and len(cldr.demanded_categories(locale)) > 1


def _cardinals(message: Message) -> Iterator[str]:
    """Yield the numbers of plurals of words: with a branch beside `other` and exact numbers."""
    for node in walk(message):
        if isinstance(node, Plural) and node.kind == "cardinal":
            named = [branch for branch in node.branches if branch.selector in CATEGORIES]
            yield from (node.name,) if len(named) > 1 else ()


def _untagged(message: Message) -> Iterator[Node]:
    """Yield the nodes of a message as if there were no tags."""
    for node in message:
        if isinstance(node, Tag):
            yield from _untagged(node.children)
        else:
            yield node


def _counts_a_word(nodes: Sequence[Node], index: int, locale: str) -> bool:
    before, behind = _text(nodes[:index][-1:]), _text(nodes[index + 1 :][:1])
    match = _COUNTED_WORD.match(behind)
    if match is None or before.rstrip().endswith(":"):
        return False
    return match[1] == match[1].lower() and match[1] not in small_words(language_of(locale))


def _text(nodes: Sequence[Node]) -> str:
    return "".join(getattr(node, "value", "") for node in nodes)
