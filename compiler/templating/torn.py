"""Statements of Jinja that tear the markup around them: it begins inside of one and ends outside.

Where such a statement is passed over, or repeated, the message has a tag too many or too few. Pure.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from operator import itemgetter

from compiler.templating.jinja_tokens import constructs

_TAG = re.compile(r"<(?P<closing>/?)(?P<name>[a-z][a-z0-9]*)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")
_WORD = re.compile(r"\{%[-+]?\s*(\w+)")
_VOID = frozenset({"area", "br", "col", "hr", "img", "wbr"})
_NOTHING: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
_OPENS = ("if", "for")
_BRANCHES = ("elif", "else")


@dataclass(frozen=True, slots=True)
class Torn:
    """A statement as it is written, how many like it stand before it, the element it tears."""

    piece: str
    skip: int
    element: str


@dataclass
class _Branch:
    """What a branch does to elements: which it closes of others, which it leaves open."""

    closes: list[str] = field(default_factory=list)
    opens: list[str] = field(default_factory=list)

    def take(self, name: str, *, closing: bool) -> None:
        if not closing:
            self.opens.append(name)
        elif self.opens and self.opens[-1] == name:
            self.opens.pop()
        else:
            self.closes.append(name)

    def result(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the same without what it closes and then opens again, as between two items."""
        closes, opens = [*self.closes], [*self.opens]
        while closes and opens and closes[-1] == opens[0]:
            closes.pop()
            del opens[0]
        return tuple(closes), tuple(opens)


@dataclass
class _Statement:
    begin: int
    end: int
    repeats: bool
    branches: list[_Branch]
    has_else: bool = False

    def torn(self) -> str | None:
        """Return the element that it tears, if any."""
        results = [branch.result() for branch in self.branches]
        if self.repeats or not self.has_else:
            results.append(_NOTHING)
        differing = next((one for one in results if one != results[-1]), None)
        if differing is None:
            return None
        named = [name for part in (*differing, *results[-1]) for name in part]
        return named[0]


def torn_statements(html: str) -> Iterator[Torn]:
    """Yield the statements of a compiled body, whose Jinja is kept, that tear its markup."""
    opened = [_Statement(0, 0, repeats=False, branches=[_Branch()])]
    for begin, end, tag in _steps(html):
        word = _WORD.match(html, begin)
        keyword = word[1] if word is not None else ""
        if tag is not None:
            opened[-1].branches[-1].take(tag["name"], closing=bool(tag["closing"]))
        elif keyword in _OPENS:
            opened.append(_Statement(begin, end, keyword == "for", [_Branch()]))
        elif keyword in _BRANCHES and len(opened) > 1:
            opened[-1].branches.append(_Branch())
            opened[-1].has_else = opened[-1].has_else or keyword == "else"
        elif keyword.startswith("end") and len(opened) > 1:
            closed = opened.pop()
            _go_on(opened[-1].branches[-1], closed.branches[0])
            element = closed.torn()
            if element is not None:
                piece = html[closed.begin : closed.end]
                yield Torn(piece, html.count(piece, 0, closed.begin), element)


def _go_on(around: _Branch, within: _Branch) -> None:
    closes, opens = within.result()
    for name in closes:
        around.take(name, closing=True)
    for name in opens:
        around.take(name, closing=False)


def _steps(html: str) -> list[tuple[int, int, re.Match[str] | None]]:
    """Return tags and constructs in their order, but for constructs that stand inside of a tag."""
    spans = list(constructs(html))
    masked, at = [], 0
    for begin, end in spans:
        masked += [html[at:begin], "x" * (end - begin)]
        at = end
    tags = list(_TAG.finditer("".join((*masked, html[at:]))))
    starts = [tag.start() for tag in tags]

    def is_inside(offset: int) -> bool:
        before = bisect_right(starts, offset)
        return before > 0 and offset < tags[before - 1].end()

    found = [(tag.start(), tag.end(), tag) for tag in tags if tag["name"] not in _VOID]
    outside = [(begin, end, None) for begin, end in spans if not is_inside(begin)]
    return sorted([*found, *outside], key=itemgetter(0))
