"""Java's ChoiceFormat as branches of an ICU plural that says the same of every whole number."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from compiler.messages.cldr import demanded_categories, plural_category

_LIMIT = re.compile(r"\s*(?P<number>[-+]?(?:\d+(?:\.\d+)?|∞))\s*(?P<relation>[#<≤])")
_LARGEST = 1000
_MOST_EXACT = 20
_BEYOND = 200
"""How far behind the last limit numbers are looked at: every category is met again by then."""


@dataclass(frozen=True, slots=True)
class _Choice:
    """Texts and from which whole number on each holds; the first holds below its limit too."""

    begins: tuple[int, ...]
    texts: tuple[str, ...]

    def of(self, number: int) -> str:
        return self.texts[max(bisect_right(self.begins, number) - 1, 0)]


def as_plural(pattern: str, locale: str) -> list[tuple[str, str]] | None:
    """Return selectors and texts (still of Java), `other` last; None for what is no plural.

    A category has the text of its large numbers; smaller ones that differ are told exactly, `=3`.
    """
    choice = _choice(pattern)
    if choice is None or choice.begins[-1] > _LARGEST:
        return None
    categories = demanded_categories(locale)
    first = max(choice.begins[-1], 0)
    last = {plural_category(locale, n): choice.of(n) for n in range(first + _BEYOND)}
    texts = {name: last.get(name, choice.texts[-1]) for name in categories}
    exact = [
        (f"={number}", choice.of(number))
        for number in range(first)
        if choice.of(number) != texts[plural_category(locale, number)]
    ]
    return [*exact, *texts.items()] if len(exact) <= _MOST_EXACT else None


def _choice(pattern: str) -> _Choice | None:
    begins: list[int] = []
    texts: list[str] = []
    for part in _alternatives(pattern):
        match = _LIMIT.match(part)
        if match is None or "∞" in match["number"]:
            return None
        limit = float(match["number"])
        whole = int(limit // 1)
        # From `2#` on, 2 itself has the text; from `2<` on, and from `1.5#` on, the next number.
        begins.append(whole if whole == limit and match["relation"] != "<" else whole + 1)
        texts.append(part[match.end() :])
    ascending = all(one <= other for one, other in pairwise(begins))
    return _Choice(tuple(begins), tuple(texts)) if begins and ascending else None


def _alternatives(pattern: str) -> Iterator[str]:
    """Part a pattern at its bars; one inside of braces belongs to a choice of its own."""
    depth = start = 0
    for at, character in enumerate(pattern):
        depth += {"{": 1, "}": -1}.get(character, 0)
        if character == "|" and not depth:
            yield pattern[start:at]
            start = at + 1
    yield pattern[start:]
