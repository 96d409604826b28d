"""Whether the words of an agreement come back out of its PDF.

Compared are letters, numbers and currencies. Layouts put more on a page, lines are broken anywhere,
and what is written from right to left comes back in an order of its own; so lines are looked for
page by page, and those from right to left are compared by how often each letter is there.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

_KEPT = ("L", "N", "Sc")
_RIGHT_TO_LEFT = {"R", "AL"}
_LONGEST_SHOWN = 60
_LONG = 30
"""Signs of a line that no layout repeats by itself, as it does a title."""

_PLACEHOLDER = re.compile(r"\{\{[^{}\n]{1,200}\}\}|\{%[^{}\n]{1,200}%\}")
_QUOTE = re.compile(r"^(?:> )+", re.MULTILINE)


def lost_line(text: str, pages: Sequence[str], *, from_right: bool = False) -> str | None:
    """Return the first line of a plain text that is not whole in the text of the pages, shortened.

    None where all of it is there. ``from_right`` says that the whole document is written so.
    """
    found = [_signs(page) for page in pages]
    there = Counter("".join(found))
    wanted: Counter[str] = Counter()
    at = 0
    for line, turned in _lines(text):
        signs = _signs(line)
        wanted.update(signs)
        if any(wanted[sign] > there[sign] for sign in set(signs)):
            return _shown(line)
        if not (turned or from_right):
            begin = _page_of(signs, found, at)
            if begin is None:
                return _shown(line)
            at = begin
    return None


def left_placeholder(text: str, pages: Sequence[str]) -> str | None:
    """Return a placeholder of a template that stands on a page and not in the text."""
    said = (found[0] for page in pages for found in _PLACEHOLDER.finditer(page))
    return next((one for one in said if one not in text), None)


def doubled_line(text: str, pages: Sequence[str]) -> str | None:
    """Return the longest line of a text, shortened, if the pages have it more often than the text.

    None also where no line is long enough to be no name of something.
    """
    lines = [line for line, turned in _lines(text) if not turned]
    longest = max(lines, key=lambda line: len(_signs(line)), default="")
    signs, page = _signs(longest), "".join(map(_signs, pages))
    if len(signs) < _LONG or page.count(signs) <= _signs(text).count(signs):
        return None
    return _shown(longest)


def _lines(text: str) -> Iterator[tuple[str, bool]]:
    """Yield what stands together, and whether something beside it is written from right to left."""
    for line in _QUOTE.sub("", text).split("\n"):
        turned = _is_from_right(line)
        yield from ((cell, turned) for cell in line.split(" | "))


def _signs(text: str) -> str:
    """Return what is compared of a text."""
    normal = unicodedata.normalize("NFKC", text)
    return "".join(one for one in normal if unicodedata.category(one).startswith(_KEPT))


def _page_of(signs: str, pages: Sequence[str], at: int) -> int | None:
    """Return the page that a line begins on, from a page on; None where it is on none.

    A line that goes over several pages is in parts at the end of one and on the next.
    """
    for begin in range(at, len(pages)):
        if _goes_on(signs, pages[begin:]):
            return begin
    return None


def _goes_on(rest: str, pages: Sequence[str]) -> bool:
    for number, page in enumerate(pages):
        if rest in page:
            return True
        length = _longest_beginning(rest, page)
        if length == 0 or number == len(pages) - 1:
            return False
        rest = rest[length:]
    return not rest


def _longest_beginning(signs: str, page: str) -> int:
    """Return how much of a text is on a page in one piece, from its beginning."""
    least, most = 0, len(signs)
    while least < most:
        middle = (least + most + 1) // 2
        if signs[:middle] in page:
            least = middle
        else:
            most = middle - 1
    return least


def _is_from_right(text: str) -> bool:
    return any(unicodedata.bidirectional(one) in _RIGHT_TO_LEFT for one in text)


def _shown(line: str) -> str:
    line = line.strip()
    return line if len(line) <= _LONGEST_SHOWN else f"{line[: _LONGEST_SHOWN - 1]}…"
