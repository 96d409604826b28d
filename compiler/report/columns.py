"""Texts in columns: how wide they are on a terminal, and how wide the terminal is."""

import shutil
import unicodedata
from collections.abc import Sequence

_WIDE = {"W", "F"}
_USUAL = (100, 24)
"""Columns and lines where there is no terminal to ask."""


def width(text: str) -> int:
    """Return how many columns a text takes: wide characters two, marks none."""
    return len(text) if text.isascii() else sum(_columns(character) for character in text)


def padded(text: str, columns: int, *, right: bool = False) -> str:
    """Return a text made as wide as so many columns, at its end or at its begin."""
    space = " " * (columns - width(text))
    return space + text if right else text + space


def aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return rows of cells as lines, each column as wide as its widest cell."""
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    return ["  ".join(map(padded, row, widths)).rstrip() for row in rows]


def terminal_columns() -> int:
    """Return the width of the terminal, of `COLUMNS` where that is set, or the usual one."""
    return shutil.get_terminal_size(_USUAL).columns


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1
