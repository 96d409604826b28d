"""What is not translated within a text stands in it as a mark: ``⟦1 name⟧``.

A mark shows what it stands for, so that a sentence still reads as one, and is told by its number.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from compiler.translate.fault import AnswerFault

OPEN, CLOSE = "⟦", "⟧"
_MARK = re.compile(rf"{OPEN}\s*(\d+)\b[^{OPEN}{CLOSE}]*{CLOSE}")
_ANCHOR = re.compile(rf"\s*{OPEN}\s*#([^\s{OPEN}{CLOSE}]+)\s*{CLOSE}\s?")
_LONGEST_HINT = 24


class Masked(NamedTuple):
    """A text with marks in it; ``marks`` are what they stand for, the first has the number 1.

    Where not ``strict`` a mark may be left out or repeated, as in the forms of a plural: rules tell
    whether that is right.
    """

    text: str
    marks: tuple[str, ...] = ()
    note: str = ""
    strict: bool = True

    @property
    def says_something(self) -> bool:
        """Whether there is anything to translate."""
        return any(letter.isalpha() for letter in _MARK.sub("", self.text))


class Masker:
    """Collects what marks stand for; the same thing has the same mark throughout."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def mark(self, thing: str, hint: str) -> str:
        """Return the mark of a thing; ``hint`` is a word that tells what it is."""
        number = self._numbers.setdefault(thing, len(self._numbers) + 1)
        shown = re.sub(rf"[\s{OPEN}{CLOSE}]+", " ", hint).strip()[:_LONGEST_HINT]
        return f"{OPEN}{number} {shown}{CLOSE}" if shown else f"{OPEN}{number}{CLOSE}"

    def literal(self, text: str) -> str:
        """Return text whose own brackets cannot be taken for marks."""
        return re.sub(f"[{OPEN}{CLOSE}]", lambda found: self.mark(found[0], "sign"), text)

    @property
    def marks(self) -> tuple[str, ...]:
        """Everything that has a mark, in the order of numbers."""
        return tuple(self._numbers)


def marked_parts(text: str) -> Iterator[tuple[bool, str]]:
    """Yield the parts of a text in order: whether each is a mark, and what it is."""
    last = 0
    for found in _MARK.finditer(text):
        yield False, text[last : found.start()]
        yield True, found[0]
        last = found.end()
    yield False, text[last:]


def unmasked(masked: Masked, answer: str, literal: Callable[[str], str] = str) -> str:
    """Return an answer with its marks replaced; ``literal`` writes what stands between them.

    Raises AnswerFault where a mark is unknown, is missing, or stands there too often.
    """
    pieces = _MARK.split(answer)
    numbers = [int(number) for number in pieces[1::2]]
    for rest in pieces[0::2]:
        if OPEN in rest or CLOSE in rest:
            raise AnswerFault(f"`{rest.strip()[:40]}` has half a mark in it; write marks whole")
    _check(masked, numbers, answer)
    said = [literal(text) for text in pieces[0::2]]
    put = [masked.marks[number - 1] for number in numbers]
    return "".join(text for pair in zip(said, [*put, ""], strict=True) for text in pair)


def _check(masked: Masked, numbers: list[int], answer: str) -> None:
    unknown = [one for one in numbers if not 0 < one <= len(masked.marks)]
    if unknown:
        raise AnswerFault(f"the mark {OPEN}{unknown[0]}{CLOSE} is not in the source text")
    if not masked.strict:
        return
    wanted = Counter(int(number) for number in _MARK.findall(masked.text))
    found = Counter(numbers)
    shown = {int(one[1]): one[0] for one in _MARK.finditer(masked.text)}
    lost = next(iter(wanted - found), None)
    if lost is not None:
        raise AnswerFault(f"the mark {shown[lost]} is missing")
    added = next(iter(found - wanted), None)
    if added is not None:
        raise AnswerFault(f"the mark {shown.get(added, answer)} stands there more often than once")


def anchored(key: str, text: str) -> str:
    """Return a text that begins with its own mark, by which an answer is known to be its own."""
    return f"{OPEN}#{key}{CLOSE}{text}"


def unanchored(key: str, answer: str) -> str:
    """Return an answer without its own mark. Raises AnswerFault where that is another's."""
    found = _ANCHOR.match(answer)
    if found is None:
        raise AnswerFault(f"the answer does not begin with {OPEN}#{key}{CLOSE}")
    if found[1] != key:
        raise AnswerFault("the answer is that of another text")
    rest = answer[found.end() :]
    if _ANCHOR.search(rest):
        raise AnswerFault("the answer has that of another text in it")
    return rest


def masked_text(text: str, pieces: Iterable[tuple[int, int, str]], note: str = "") -> Masked:
    """Return a text with the spans in ``pieces`` masked: start, end and a hint, in order."""
    masker = Masker()
    parts: list[str] = []
    last = 0
    for start, end, hint in pieces:
        if start < last:
            continue
        parts += [masker.literal(text[last:start]), masker.mark(text[start:end], hint)]
        last = end
    parts.append(masker.literal(text[last:]))
    return Masked("".join(parts), masker.marks, note)


def restored(masked: Masked) -> str:
    """Return a text as it was before it was masked."""
    return _MARK.sub(lambda mark: masked.marks[int(mark[1]) - 1], masked.text)
