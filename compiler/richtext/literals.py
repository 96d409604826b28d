"""Signs of Markdown that mean nothing where they stand, so that visitors would read them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from compiler.richtext.outline import Outline


class Literal(NamedTuple):
    """Signs from ``start`` to ``end`` (bytes), and what to do about them."""

    start: int
    end: int
    what: str
    hint: str


_ANYWHERE = (
    (
        re.compile(r"\]\((?=\S)|\] \((?=https?:|mailto:|www\.)"),
        "a link that is none",
        "write `[words](address)`: nothing between `]` and `(`, no space in the address",
    ),
    (
        re.compile(r"(?<![\w*])\*\*(?=\w)"),
        "`**` that nothing closes",
        "write `**` behind the words",
    ),
    (
        re.compile(r"(?<![\w_])__(?=[^\W_])"),
        "`__` that nothing closes",
        "write `__` behind the words",
    ),
    (re.compile(r"~~(?=\w)[^~]*~~"), "words struck through", "write `<del>…</del>`"),
)
_ROW = "a row of a table that is none"
"""Told once of rows that follow upon each other."""

_AT_LINE_START = (
    (re.compile(r"\A#{2,6}(?=[^\W\d])"), "a heading that is none", "write a space behind the `#`"),
    (
        re.compile(r"\A\|.*\|[ \t]*\Z"),
        _ROW,
        "a table begins with a row and a line such as `|---|---|`, with as many cells",
    ),
    (
        re.compile(r"\A\{:(?![ \t]*#[\w.:-]+[ \t]*\}).*\}[ \t]*\Z"),
        "attributes of kramdown",
        "take them out; for a heading that links lead to, write `{#name}` behind its words",
    ),
    (re.compile(r"\A\[[ xX]\] "), "a box to tick", "write what is done in words"),
)
_SIGNS = ("](", "] (", "**", "__", "~~")
"""What patterns for anywhere need; few runs of words have one."""

_SUSPECT = re.compile(r"\]\(|\] \(|\*\*|__|~~|##|^[ \t>*+-]*(?:\||\{:|\[[ xX]\] )", re.MULTILINE)


def literals(outline: Outline) -> Iterator[Literal]:
    """Yield the signs of a text that visitors would read."""
    if not _SUSPECT.search(outline.markdown):
        return
    data = outline.markdown.encode()
    row_ended = -1
    for start, end in outline.runs:
        run = data[start:end].decode(errors="ignore")
        first = run[:1] in "#|{[" and _begins_line(data, start)
        patterns = [
            *(_ANYWHERE if any(sign in run for sign in _SIGNS) else ()),
            *(_AT_LINE_START if first else ()),
        ]
        for pattern, what, hint in patterns:
            for match in pattern.finditer(run):
                begin = start + len(run[: match.start()].encode())
                goes_on = what == _ROW and not data[row_ended:begin].strip() and row_ended >= 0
                row_ended = end if what == _ROW else row_ended
                if data[begin - 1 : begin] != b"\\" and not goes_on:
                    yield Literal(begin, begin + len(match[0].encode()), what, hint)


def _begins_line(data: bytes, start: int) -> bool:
    """Tell whether a run stands at the begin of a line, but for marks of quotes and lists."""
    line = data[data.rfind(b"\n", 0, start) + 1 : start]
    return re.fullmatch(rb"[ \t]*(?:(?:>|[-*+]|\d+[.)])[ \t]*)*", line) is not None
