"""Words in lines: where a text that is wrapped goes on over the line end."""

import re
from collections.abc import Sequence

_GAP = re.compile(r"(?<=\S) (?=\S)")
_NARROWEST = 20


def words_of(text: str) -> list[str]:
    """Return the parts of a text between which a line end can stand for the space."""
    return _GAP.split(text)


def width_of(lines: Sequence[str]) -> int:
    """Return how wide the widest of some lines is."""
    return max((len(line) for line in lines), default=0)


def refilled(text: str, old: Sequence[str], width: int) -> list[str]:
    """Return the lines of a text; what begins and ends as the ``old`` lines do stays as it is."""
    words = words_of(text)
    lines = [words_of(line) for line in old]
    head = 0
    while head < len(lines) and words[: len(lines[head])] == lines[head]:
        words = words[len(lines[head]) :]
        head += 1
    tail = len(lines)
    while tail > head and words[-len(lines[tail - 1]) :] == lines[tail - 1]:
        words = words[: -len(lines[tail - 1])]
        tail -= 1
    return [*old[:head], *_filled(words, max(width, _NARROWEST)), *old[tail:]]


def _filled(words: Sequence[str], width: int) -> list[str]:
    lines: list[str] = []
    for word in words:
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
