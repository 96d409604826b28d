"""How many cells a row of a Markdown table has as it is written."""

import re

_PIPE = re.compile(r"\\.|\|", re.DOTALL)


def cells_of(row: str) -> int:
    r"""Count the cells of a line; ``\|`` parts none, nor does a pipe at the very ends."""
    line = row.strip()
    if "\\" not in line:
        inner = line.removeprefix("|").removesuffix("|") if len(line) > 1 else ""
        return inner.count("|") + 1
    pipes = [match.start() for match in _PIPE.finditer(line) if match[0] == "|"]
    outer = (pipes[:1] == [0]) + (pipes[-1:] == [len(line) - 1] and len(line) > 1)
    return len(pipes) + 1 - outer
