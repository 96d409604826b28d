"""One message in a pseudo-locale: its words changed where they stand, its syntax to the byte."""

import re
from collections.abc import Sequence

from compiler.messages import cldr
from compiler.messages.ast import Branch, Message, Node, Plural, Select, Tag, Text
from compiler.messages.icu import parse
from compiler.messages.icu_error import IcuSyntaxError
from compiler.messages.pseudo import PSEUDO, frame
from compiler.messages.reading import read_message
from compiler.translate.message_marks import UNTRANSLATED

_EXACT = "="
_EDGES = re.compile(r"(\s*)(.*?)(\s*)", re.DOTALL)


def pseudo_message(text: str, locale: str, limit: int | None = None) -> str:
    """Return a message in a pseudo-locale, with the plural forms that its language has.

    ``limit`` is the most characters that it may have. What cannot be read stays as it is, and so
    does what has no words, or no room for a change.
    """
    try:
        tree = parse(text, inline_html=True)
    except IcuSyntaxError:
        return text
    work = _Work(text, locale)
    changed = work.message(tree)
    room = None if limit is None else limit - _length(changed)
    if room is not None and room < 0:
        return text
    if not work.shown or not PSEUDO[locale].framed:
        return changed
    edges = _EDGES.fullmatch(changed)
    before, after = frame(work.shown, room)
    return f"{edges[1]}{before}{edges[2]}{after}{edges[3]}" if edges else changed


def _length(text: str) -> int:
    """Return how many characters a message has at most, a placeholder counted as one."""
    return max((len(way.text) for way in read_message(text).ways), default=0)


class _Work:
    """A message that is written anew from its own text; ``shown`` is what has been changed."""

    def __init__(self, text: str, locale: str) -> None:
        self._text, self._locale = text, locale
        self._change = PSEUDO[locale].words
        self._kept = [found.span() for found in UNTRANSLATED.finditer(text)]
        self.shown = ""

    def message(self, tree: Message) -> str:
        return "".join(map(self._node, tree))

    def _node(self, node: Node) -> str:
        match node:
            case Text():
                return self._words(node.start, node.end)
            case Plural():
                return self._choice(node, self._wanted(node))
            case Select():
                return self._choice(node, [(one.selector, one) for one in node.branches])
            case Tag() if node.children:
                return self._around(node, node.children)
            case _:
                return self._text[node.start : node.end]

    def _words(self, start: int, end: int) -> str:
        """Return literal text with its words changed, but for addresses and tags in it."""
        parts: list[str] = []
        for first, last in self._kept:
            if start < last and first < end:
                inner, outer = max(first, start), min(last, end)
                parts += [self._changed(self._text[start:inner]), self._text[inner:outer]]
                start = outer
        return "".join([*parts, self._changed(self._text[start:end])])

    def _changed(self, words: str) -> str:
        if any(map(str.isalpha, words)):
            self.shown += words
        return self._change(words)

    def _around(self, node: Tag, inside: Message) -> str:
        head = self._text[node.start : inside[0].start]
        return head + self.message(inside) + self._text[inside[-1].end : node.end]

    def _choice(self, node: Plural | Select, wanted: Sequence[tuple[str, Branch]]) -> str:
        before, said = self.shown, ""
        head = self._text[node.start : node.branches[0].start].rstrip()
        parts = []
        for selector, branch in wanted:
            self.shown = ""
            parts.append(f" {selector} {{{self.message(branch.message)}}}")
            said = max(said, self.shown, key=len)
        self.shown = before + said
        return f"{head}{''.join(parts)}}}"

    def _wanted(self, node: Plural) -> list[tuple[str, Branch]]:
        """Return the branches with the categories of the locale: a missing one is as `other`."""
        there = {one.selector: one for one in node.branches}
        demanded = cldr.demanded_categories if node.kind == "cardinal" else cldr.demanded_ordinals
        exact = [(name, one) for name, one in there.items() if name.startswith(_EXACT)]
        named = [(name, there.get(name, there["other"])) for name in demanded(self._locale)]
        return [*exact, *named]
