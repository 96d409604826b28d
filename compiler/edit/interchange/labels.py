"""Labels for what comes in: made from a source text, or from the keys of a foreign file."""

import re
import unicodedata
from collections.abc import Iterable

from compiler.base.hashing import sha256

_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_WORD = re.compile(r"[A-Za-z0-9]+")
_APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)")
_LONGEST = 50
_MOST_WORDS = 9
_BARRED = re.compile(r"[\s\x00-\x1f\x7f*]+")
_LETTERS = {"ß": "ss", "æ": "ae", "Æ": "AE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d",
            "Đ": "D", "ð": "d", "þ": "th", "œ": "oe", "Œ": "OE", "\u0131": "i"}  # fmt: skip


def label_of_text(text: str, style: str) -> str:
    """Return a label made from the first words of a source text, in a style of ``labels``.

    Accents are taken off; a text with no Latin letter is named by its hash.
    """
    plain = _APOSTROPHE.sub("", _latin(_TAG.sub(" ", text)))
    words = _fitting([word.lower() for word in _WORD.findall(plain)])
    if not any(character.isalpha() for word in words for character in word):
        words = ["text", *words] if words else [f"text{_short_hash(text)}"]
    elif words[0][0].isdigit():
        words = [f"n{words[0]}", *words[1:]]
    return _STYLES.get(style, _camel)(words)


def label_of_key(key: Iterable[str]) -> str:
    """Return the label of a foreign key: its parts joined by dots, what cannot be replaced.

    A label has no white space, no ``*`` and no empty part between dots.
    """
    joined = ".".join(key)
    parts = [_BARRED.sub("_", part) for part in joined.split(".")]
    kept = [part for part in parts if part]
    return ".".join(kept) or f"text{_short_hash(joined)}"


def is_label(text: str) -> bool:
    """Tell whether a text can be a label as it stands."""
    return bool(text) and label_of_key([text]) == text


def in_style(label: str, style: str) -> bool:
    """Tell whether each part of a label is in a style of ``labels``."""
    pattern = _PATTERNS.get(style)
    return pattern is None or all(map(pattern.fullmatch, label.split(".")))


class Namer:
    """Gives out labels that differ by more than case: ``x``, then ``x2``, ``x3``."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = {label.casefold() for label in taken}

    def unique(self, label: str) -> str:
        """Return ``label``, or the first of its numbered forms that nobody has."""
        name, number = label, 1
        while name.casefold() in self._taken:
            number += 1
            name = f"{label}{number}"
        self._taken.add(name.casefold())
        return name


def _latin(text: str) -> str:
    replaced = "".join(_LETTERS.get(character, character) for character in text)
    return "".join(
        character
        for character in unicodedata.normalize("NFKD", replaced)
        if not unicodedata.combining(character)
    )


def _fitting(words: list[str]) -> list[str]:
    kept: list[str] = []
    for word in words[:_MOST_WORDS]:
        if sum(map(len, kept)) + len(word) > _LONGEST:
            break
        kept.append(word)
    return kept or [word[:_LONGEST] for word in words[:1]]


def _short_hash(text: str) -> str:
    return sha256(unicodedata.normalize("NFC", text).encode())[:8]


def _camel(words: list[str]) -> str:
    return words[0] + "".join(word[:1].upper() + word[1:] for word in words[1:])


_STYLES = {"camelCase": _camel, "snake_case": "_".join, "kebab-case": "-".join}
_PATTERNS = {
    "camelCase": re.compile(r"[a-z0-9][a-zA-Z0-9]*(_v\d+)?"),
    "snake_case": re.compile(r"[a-z0-9]+(_[a-z0-9]+)*"),
    "kebab-case": re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(_v\d+)?"),
}
