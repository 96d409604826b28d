"""Jinja statements between the rows of a Markdown table: a loop around rows, a row on condition."""

import re

_STATEMENT = re.compile(r"\{%[-+]?\s*(\w+)[^\n]*%\}")
_BRANCHES = ("elif", "else")
_HEAD = 2
"""The lines that a table begins with: the names of its columns, and the line below them."""


def table_statements(source: str) -> frozenset[int]:
    """Return where the lines begin that are statements between the rows of one table.

    Only what begins and ends among the rows counts. A statement that goes on behind the table does
    not belong to it, nor does one that began before.
    """
    found: set[int] = set()
    opened: list[list[int]] = []
    rows = begin = 0
    for line in source.split("\n") if "|" in source else ():
        bare = line.strip()
        statement = _STATEMENT.fullmatch(bare) if bare.count("{%") == 1 else None
        if bare.startswith("|"):
            rows += 1
        elif rows < _HEAD or statement is None:
            rows = 0
            opened.clear()
        elif statement[1] in _BRANCHES:
            opened[-1:] = [[*one, begin] for one in opened[-1:]]
        elif not statement[1].startswith("end"):
            opened.append([begin])
        elif opened:
            found.update(opened.pop(), (begin,))
        begin += len(line) + 1
    return frozenset(found)
