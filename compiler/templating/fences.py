"""Fenced blocks of code in Markdown, by their lines."""

import re

_FENCE = re.compile(r"[ \t>]*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+)?(```+|~~~+)([^\n]*)")


def fenced_lines(source: str) -> frozenset[int]:
    """Return where the lines begin that stand within a fenced block of code."""
    found = set()
    fence = ""
    begin = 0
    for line in source.split("\n") if "```" in source or "~~~" in source else ():
        mark = _FENCE.match(line)
        if not fence:
            opens = mark is not None and not (mark[1][0] == "`" and "`" in mark[2])
            fence = mark[1] if mark is not None and opens else ""
        elif mark is not None and mark[1].startswith(fence) and not mark[2].strip():
            fence = ""
        else:
            found.add(begin)
        begin += len(line) + 1
    return frozenset(found)
