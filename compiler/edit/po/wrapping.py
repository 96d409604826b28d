"""Where a catalogue wraps its texts, and texts wrapped so.

gettext's tools break a line behind a space, or between letters of scripts without spaces, and
count columns; others do not wrap at all, or at another width.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from compiler.read.po_strings import ESCAPED, escaped

_STRING = re.compile(r'(?:msg\w+(?:\[\d+\])? )?".*"')
_LOGICAL = re.compile(r"(?:[^\\]|\\[^n])*+\\n|(?:[^\\]|\\[^n])++\Z")
_LONGEST = 40
_WORD = re.compile(rf"(?:{ESCAPED}|[^ ])*+ *+")
_USUAL = (79, 77, 80, 78, 76)
_NEARLY_ALL = 0.9
_ENDS = '\\n"'


def width_of(lines: Sequence[str]) -> int | None:
    """Return the columns that the lines of wrapped texts keep to; None where none is wrapped.

    A wrapped line says that it fits, and that it would not with the next word: a width with which
    nearly all of them agree counts.
    """
    agreed: Counter[int] = Counter()
    for here, below in pairwise(lines):
        if not below.startswith('"') or here.endswith(('""', _ENDS)):
            continue
        found = _STRING.fullmatch(here)
        if found is not None:
            first = next(_pieces(below[1:-1]), "")
            columns = columns_of(here)
            agreed.update(range(columns, columns + min(columns_of(first), _LONGEST)))
    if not agreed:
        return None
    most = max(agreed.values())
    enough = most * _NEARLY_ALL
    usual = (columns for columns in _USUAL if agreed[columns] >= enough)
    best = max(columns for columns, count in agreed.items() if count == most)
    width = next(usual, best)
    beyond = sum(columns_of(line) > width and " " in line for line in lines if line[-1:] == '"')
    return width if beyond < enough else None


def wrapped(keyword: str, text: str, width: int | None, old: Sequence[str] = ()) -> list[str]:
    """Return the lines of a text behind its keyword.

    ``old`` are the lines, as written between quotes, of the text whose place it takes: with as many
    of them as it begins with, it begins.
    """
    whole = f'{keyword} "{escaped(text)}"'
    if "\n" not in text.removesuffix("\n") and (width is None or columns_of(whole) <= width):
        return [whole]
    lead = keyword.rpartition(" ")[0]
    margin = f"{lead} " if lead else ""
    room = None if width is None else width - columns_of(margin) - 2
    kept = _kept(escaped(text), old)
    rest = escaped(text)[sum(map(len, kept)) :]
    filled = [part for line in _LOGICAL.findall(rest) for part in _filled(line, room)]
    return [f'{keyword} ""', *(f'{margin}"{part}"' for part in (*kept, *filled))]


def _kept(text: str, old: Sequence[str]) -> list[str]:
    kept: list[str] = []
    for line in old:
        if not text.startswith("".join([*kept, line])):
            break
        kept.append(line)
    return kept


def columns_of(text: str) -> int:
    """Return how many columns a text takes."""
    if text.isascii():
        return len(text)
    return sum(map(_columns, text))


@cache  # an alphabet has few letters, and a catalogue many
def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _filled(text: str, room: int | None) -> Iterator[str]:
    line, columns = "", 0
    for piece in _pieces(text):
        size = columns_of(piece)
        if line and room is not None and columns + size > room:
            yield line
            line, columns = "", 0
        line, columns = line + piece, columns + size
    if line:
        yield line


def _pieces(text: str) -> Iterator[str]:
    """Yield the parts of an escaped text between which a line may end."""
    for match in _WORD.finditer(text):
        word = match[0]
        start = 0
        for index in range(1, len(word)):
            if _between(word[index - 1], word[index]):
                yield word[start:index]
                start = index
        if word[start:]:
            yield word[start:]


def _between(left: str, right: str) -> bool:
    """Tell whether a line may end between two letters of a script without spaces."""
    if left.isascii() and right.isascii():
        return False
    return all(unicodedata.category(one) == "Lo" for one in (left, right)) and all(
        unicodedata.east_asian_width(one) == "W" for one in (left, right)
    )
