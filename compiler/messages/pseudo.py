"""Pseudo-locales: text that looks translated, so that what is not translated is seen.

`en-XA` is accented and longer, `ar-XB` written from right to left. Only words change: arguments,
tags and addresses in a text are the caller's to keep apart.
"""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

ACCENTED, MIRRORED = "en-XA", "ar-XB"

_LETTERS = str.maketrans(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
    "ÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽåƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýž",
)
_FILLERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_GROWTH = 0.4
_WORD = re.compile(r"[^\W\d_]+")
_VOWEL = re.compile("[AEIOUaeiou]")
_RLO, _PDF = "\u202e", "\u202c"


def accented(text: str) -> str:
    """Return text with accents on its letters."""
    return text.translate(_LETTERS)


def drawn_out(text: str) -> str:
    """Return text with accents and every vowel twice: longer within its words alone."""
    return accented(_VOWEL.sub(lambda vowel: vowel[0] * 2, text))


def longer(text: str) -> str:
    """Return what makes a text of this length longer: about two fifths of it in words."""
    wanted = max(1, int(len(text) * _GROWTH))
    words: list[str] = []
    while sum(map(len, words)) + len(words) < wanted:
        words.append(_FILLERS[len(words) % len(_FILLERS)])
    return " ".join(words)


def mirrored(text: str) -> str:
    """Return text whose words are shown from right to left."""
    return _WORD.sub(lambda word: f"{_RLO}{word[0]}{_PDF}", text)


class Pseudo(NamedTuple):
    """What a pseudo-locale makes of words in a line, and in rich text.

    Where ``framed`` a line is made longer by words after it, within brackets that show where it is
    cut off; in rich text what stands beside a word may mean something.
    """

    words: Callable[[str], str]
    prose: Callable[[str], str]
    framed: bool


PSEUDO: Mapping[str, Pseudo] = {
    ACCENTED: Pseudo(accented, drawn_out, framed=True),
    MIRRORED: Pseudo(mirrored, mirrored, framed=False),
}
"""Every pseudo-locale."""


def frame(shown: str, room: int | None) -> tuple[str, str]:
    """Return what is written before and after a line of which ``shown`` is what people see.

    ``room`` is how many characters there are for it, None for any number.
    """
    filler = f" {longer(shown)}"
    for before, after in (("[", f"{filler}]"), ("[", "]")):
        if room is None or len(before) + len(after) <= room:
            return before, after
    return "", ""
