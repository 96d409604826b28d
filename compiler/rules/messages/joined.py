"""Many texts searched as one: few of them have what a rule looks for."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import compress, count

BETWEEN = "\ufdd0"
"""Stands between the texts that are searched as one: no character, so that no pattern takes it."""
_OPENING = '([{<«„“"‘¿¡*>'


class JoinedTexts:
    """Texts, and all of them in one string; what is found is told by the number of its text."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = texts

    @cached_property
    def joined(self) -> str:
        """The texts in one string, BETWEEN between them."""
        joined = BETWEEN.join(self.texts)
        if joined.count(BETWEEN) < len(self.texts):
            return joined
        # A text has the sign itself: any other one will do.
        return BETWEEN.join(text.replace(BETWEEN, "\ufffd") for text in self.texts)

    @cached_property
    def characters(self) -> frozenset[str]:
        """Every character there is in any text."""
        return frozenset(self.joined)

    @cached_property
    def words(self) -> list[str]:
        """The words in small letters, without the signs before them; BETWEEN is a word, too."""
        text = self.joined.lower().replace(BETWEEN, f" {BETWEEN} ")
        for sign in _OPENING:
            text = text.replace(sign, " ")
        return text.split()

    @cached_property
    def _starts(self) -> list[int]:
        starts, position = [], 0
        for text in self.texts:
            starts.append(position)
            position += len(text) + 1
        return starts

    @cached_property
    def _ends(self) -> list[int]:
        """Where among the words a text ends."""
        return [index for index, word in enumerate(self.words) if word == BETWEEN]

    def has(self, part: str | re.Pattern[str]) -> bool:
        """Tell whether any text has a string, or a character that matches a pattern."""
        if isinstance(part, str):
            return part in self.joined
        return any(map(part.match, self.characters))

    def find(self, pattern: re.Pattern[str]) -> Iterator[tuple[int, int, int]]:
        """Yield each match: the number of its text, and the offsets within that text."""
        starts = self._starts
        for match in pattern.finditer(self.joined):
            begin, end = match.span()
            number = bisect_right(starts, begin) - 1
            yield number, begin - starts[number], end - starts[number]

    def text_of_word(self, index: int) -> int:
        """Return the number of the text that one of the ``words`` stands in."""
        return bisect_right(self._ends, index)

    def those_with_a_word(self, wanted: frozenset[str]) -> list[int]:
        """Return the numbers of the texts that have one of some words in small letters."""
        found = compress(count(), map(wanted.__contains__, self.words))
        return list(dict.fromkeys(map(self.text_of_word, found)))

    def those_with(self, pattern: re.Pattern[str]) -> set[int]:
        """Return the numbers of the texts that have a match."""
        return {number for number, _, _ in self.find(pattern)}
