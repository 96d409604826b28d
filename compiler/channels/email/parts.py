"""Whether the two parts of a rendered mail say the same, and which addresses it leads to. Pure."""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass

from compiler.channels.email.html_text import rendered_words

MOST_BYTES = 102_000
"""What Gmail shows of the HTML of a mail; the rest is behind a link (1 KB = 1,000 bytes)."""

SHOWN_SUBJECT = 78
"""How many characters a subject should have at most: one line, after RFC 5322 (2.1.1)."""

_WORD = re.compile(r"\w+")
_ADDRESS = re.compile(r"(?:https?://|mailto:|tel:)[^\s<>()]+", re.IGNORECASE)

_MARKER = re.compile(r"^\s*(?:\d+[.)]|[-*>]+)\s+", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Difference:
    """Words that one part has and the other has not, or fewer times; in the order of the part."""

    only_html: tuple[str, ...]
    only_text: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.only_html or self.only_text)


def difference(html: str, text: str) -> Difference:
    """Compare what a reader of HTML reads with the text part.

    Words are compared, and how often they stand there: not the signs between them, nor how blocks
    and lists are drawn, nor addresses, nor what stands for images.
    """
    read = rendered_words(html)
    first = _words(read.text, read.addresses)
    second = _words(text, read.addresses)
    of_images = Counter(word for one in read.images for word in _WORD.findall(one))
    return Difference(_missing(first, second, of_images), _missing(second, first, of_images))


def _words(text: str, addresses: tuple[str, ...]) -> list[str]:
    for address in addresses:
        text = text.replace(f"({address.removeprefix('mailto:').removeprefix('tel:')})", " ")
    plain = unicodedata.normalize("NFC", _MARKER.sub("", _ADDRESS.sub(" ", text)))
    return _WORD.findall(plain)


def _missing(of: list[str], there: list[str], spare: Counter[str]) -> tuple[str, ...]:
    lacking = Counter(of) - Counter(there) - spare
    return tuple(word for word in dict.fromkeys(of) if lacking[word])
