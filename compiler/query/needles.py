"""What is looked for: words, or regular expressions, in texts that are folded as they are."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from compiler.base.failure import UsageError
from compiler.query.folding import fold, fold_letters
from compiler.query.index import Segment

Span = tuple[int, int]
"""From where to where in the data of an index."""

_ESCAPE = re.compile(r"\\(?:[pP]\{[^}]*\}|[xX]\{[^}]*\}|.)", re.DOTALL)
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
_SIGN = re.compile(r"[!-/:-@\[-`{-~]")
_ANCHORS = {r"\A": "^", r"\z": "$", r"\Z": "$"}


class Needle(NamedTuple):
    """One thing to look for: a function from a stretch of bytes to the first place of it."""

    find: Callable[[bytes, int, int], Span | None]

    def texts(self, segment: Segment) -> Iterator[tuple[int, Span]]:
        """Yield which texts of a segment have it, and where each has it first.

        The whole segment is searched at once. What begins in one text and ends in another is not
        in either; the text it begins in is then looked at alone.
        """
        position, end = segment.folded, segment.folded_end
        while position < end:
            span = self.find(segment.data, position, end)
            if span is None or span[0] >= end:
                return
            number = segment.at(span[0])
            begin, stop = segment.folded_span(number)
            if span[1] > stop:
                inside = self.find(segment.data, max(begin, position), stop)
                if inside is not None:
                    yield number, inside
            else:
                yield number, span
            position = stop + 1


def word_needles(words: Sequence[str]) -> list[Needle]:
    """Return needles for words; those that are folded to nothing are left out."""
    folded = [fold(word).strip() for word in words]
    return [_word(word.encode("utf-8", "surrogatepass")) for word in folded if word]


def _word(word: bytes) -> Needle:
    def find(data: bytes, start: int, end: int) -> Span | None:
        begin = data.find(word, start, end)
        return None if begin < 0 else (begin, begin + len(word))

    return Needle(find)


def pattern_needles(patterns: Sequence[str]) -> list[Needle]:
    """Return needles for regular expressions. Raises UsageError for one that cannot be used."""
    return [_pattern(pattern) for pattern in patterns]


def _pattern(pattern: str) -> Needle:
    from compiler.rules.patterns import PatternError, compiled  # noqa: PLC0415 - on request alone

    try:
        compiled(pattern)  # as it was written: what is wrong with it is said in these words
        search = compiled(f"(?im){_folded_pattern(pattern)}").search
    except PatternError as failure:
        raise UsageError(_complaint(pattern, str(failure))) from failure

    def find(data: bytes, start: int, end: int) -> Span | None:
        match = search(data, start, end)
        return None if match is None else match.span()

    return Needle(find)


def _complaint(pattern: str, said: str) -> str:
    what, _, piece = said.partition(": ")
    at = _fault(pattern, piece)
    where = f" at character {at + 1}" if at >= 0 else ""
    about = f": {piece}" if piece and piece != pattern else ""
    return f"`{pattern}` is no regular expression{where}: {what}{about}"


def _fault(pattern: str, piece: str) -> int:
    """Return where a pattern is wrong, from 0: RE2 tells the piece alone, Python the place."""
    try:
        re.compile(pattern)
    except re.error as failure:
        if failure.pos is not None:
            return failure.pos
    return pattern.find(piece) if piece else -1


def _folded_pattern(pattern: str) -> str:
    """Fold the letters of a pattern, and leave its escapes as they are."""
    parts, last = [], 0
    for escape in _ESCAPE.finditer(pattern):
        parts.append(_folded_letters(pattern[last : escape.start()]))
        parts.append(_ANCHORS.get(escape[0], escape[0]))
        last = escape.end()
    return "".join([*parts, _folded_letters(pattern[last:])])


def _folded_letters(text: str) -> str:
    # What is ASCII is a sign of the pattern or a letter, and for letters case counts for nothing.
    return _BEYOND_ASCII.sub(lambda run: _plain(fold_letters(run[0])), text)


def _plain(folded: str) -> str:
    """Take away the meaning in patterns that a sign of full width has only when it is folded."""
    return _SIGN.sub(r"\\\g<0>", folded)
