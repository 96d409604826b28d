"""Pseudo-locales: text that looks translated, so that what is not translated is seen.

`en-XA` is accented and longer, `ar-XB` written from right to left. Only words change: arguments,
tags and addresses in a text are the caller's to keep apart.
"""

import re
from collections.abc import Callable, Mapping

ACCENTED, MIRRORED = "en-XA", "ar-XB"

_LETTERS = str.maketrans(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
    "ÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽåƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýž",
)
_FILLERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_GROWTH = 0.4
_WORD = re.compile(r"[^\W\d_]+")
_RLO, _PDF = "\u202e", "\u202c"


def accented(text: str) -> str:
    """Return text with accents on its letters."""
    return text.translate(_LETTERS)


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


PSEUDO: Mapping[str, Callable[[str], str]] = {ACCENTED: accented, MIRRORED: mirrored}
"""What each pseudo-locale makes of words."""
