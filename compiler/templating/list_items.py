"""Whether a line of Markdown stands within an item of a list, by its indentation."""

import re

_ITEM = re.compile(r"([ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+)\S")
_STATEMENT = re.compile(r"[ \t]*\{%.*%\}[ \t]*")
_CODE = 4
"""So many columns more than its item, and a line is code."""


def item_indent(source: str, start: int) -> int:
    """Return how far the text of the item is indented that a line goes on, 0 where it is in none.

    ``start`` is where the line begins. Only lines up to one that is not indented are looked at.
    """
    end = source.find("\n", start)
    line = source[start : end if end >= 0 else len(source)]
    own = _width(line)
    while start > 0 and own:
        begin = source.rfind("\n", 0, start - 1) + 1
        before, start = source[begin : start - 1], begin
        item = _ITEM.match(before)
        if item is not None and len(item[1]) <= own:
            return len(item[1]) if own < len(item[1]) + _CODE else 0
        if before.strip() and not _width(before) and not _STATEMENT.fullmatch(before):
            return 0
    return 0


def _width(line: str) -> int:
    return len(line) - len(line.lstrip(" \t"))
