"""What a message says: the words a visitor reads, on each way through its choices.

A value that the application puts in is one U+FFFC, a tag is nothing. Rules about words look at
this and never at the syntax around them.
"""

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from compiler.messages.ast import Branch, Message, Plural, Select, Tag, Text
from compiler.messages.shape import html_tags

VALUE = "\ufffc"
"""Stands for a value that is put in."""


_MOST_WAYS = 100


class Spoken(NamedTuple):
    """One way through a message.

    ``choice`` names the branch it goes by (``few``; the empty string where there is no choice);
    ``steps`` are pairs of offsets, in ``text`` and in the message as it is written, of each piece;
    empty where they are the same.
    """

    choice: str
    text: str
    steps: tuple[tuple[int, int], ...] = ()

    def written(self, offset: int) -> int:
        """Return where the character at ``offset`` stands in the message as it is written."""
        begin, raw = 0, 0
        for step in self.steps:
            if step[0] > offset:
                break
            begin, raw = step
        return raw + offset - begin


def spoken(message: Message) -> tuple[Spoken, ...]:
    """Return the ways through a message: each branch once, other choices then take `other`.

    Of a message with very many branches only the first ways are returned.
    """
    paths = islice(_paths(message, ()), _MOST_WAYS)
    ways = tuple([_way(message, path, selector) for path, selector in paths])
    return ways or (_way(message, (), ""),)


_Path = tuple[int, ...]
"""Identities of branches inside of each other, the outermost first."""


def _paths(message: Message, outer: _Path) -> Iterator[tuple[_Path, str]]:
    """Yield the way to every branch of a message, and the selector of that branch."""
    for node in message:
        match node:
            case Plural() | Select():
                for branch in node.branches:
                    path = (*outer, id(branch))
                    yield path, branch.selector
                    yield from _paths(branch.message, path)
            case Tag():
                yield from _paths(node.children, outer)
            case _:
                pass


def _way(message: Message, path: _Path, selector: str) -> Spoken:
    pieces: list[_Piece] = []
    _say(message, path, pieces)
    text = "".join([piece.text for piece in pieces])
    if _HIDDEN in text or "<" in text:
        pieces = list(_without_tags(pieces, text))
        text = "".join([piece.text for piece in pieces]).replace(_HIDDEN, "<")
    steps, length = [], 0
    for piece in pieces:
        steps.append((length, piece.start))
        length += len(piece.text)
    return Spoken(selector, text, tuple(steps))


_HIDDEN = "\ufdd1"
"""Stands for `<` in text that ICU's quotation makes text, so that no tag is seen there."""


class _Piece(NamedTuple):
    text: str
    start: int


def _say(message: Message, path: _Path, pieces: list[_Piece]) -> None:
    for node in message:
        match node:
            case Text():
                quoted = len(node.value) != node.end - node.start
                text = node.value.replace("<", _HIDDEN) if quoted else node.value
                pieces.append(_Piece(text, node.start))
            case Tag():
                _say(node.children, path, pieces)
            case Plural() | Select():
                chosen = _taken(node.branches, path)
                if chosen is not None:
                    _say(chosen.message, path, pieces)
            case _:
                pieces.append(_Piece(VALUE, node.start))


def _without_tags(pieces: list[_Piece], text: str) -> Iterator[_Piece]:
    """Yield what is left of the pieces when tags of inline HTML are cut out of their text."""
    cuts = [tag.span() for tag in html_tags(text)]
    begin = 0
    for piece in pieces:
        end = begin + len(piece.text)
        position = begin
        for start, stop in cuts:
            if start < end and stop > position:
                if start > position:
                    yield _Piece(text[position:start], piece.start + position - begin)
                position = min(stop, end)
        if position < end:
            yield _Piece(text[position:end], piece.start + position - begin)
        begin = end


def _taken(branches: tuple[Branch, ...], path: _Path) -> Branch | None:
    """Return the branch that is on the way, or else `other`."""
    other = None
    for branch in branches:
        if id(branch) in path:
            return branch
        if branch.selector == "other":
            other = branch
    return other
