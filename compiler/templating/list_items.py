"""Whether statements of Markdown stand within an item of a list, by their indentation."""

import re
from collections.abc import Mapping

_ITEM = re.compile(r"([ \t]*)(?:[-*+]|\d{1,9}[.)])[ \t]+(?=\S)")
_STATEMENT = re.compile(r"[ \t]*\{%.*%\}[ \t]*")
_CODE = 4
"""So many columns more than its item, and a line is code."""


def item_indents(source: str) -> Mapping[int, int]:
    """Return how far the text of the item is indented that a statement alone on its line goes on.

    By where the line begins; a statement that stands in no item is not there.
    """
    found = {}
    items: list[int] = []
    begin = 0
    for line in source.split("\n"):
        own = len(line) - len(line.lstrip(" \t"))
        item = _ITEM.match(line)
        if _STATEMENT.fullmatch(line):
            around = next((column for column in reversed(items) if column <= own), None)
            if around is not None and own < around + _CODE:
                found[begin] = around
        elif item is not None:
            items = [column for column in items if column <= own]
            items.append(item.end())
        elif line.strip() and not own:
            items = []
        begin += len(line) + 1
    return found
