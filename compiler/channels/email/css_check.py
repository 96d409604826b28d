"""Braces, quotes and remarks of CSS that do not end: readers pass over what follows in silence."""

import re
from collections.abc import Iterator

from compiler.channels.email.flaw import Flaw, FlawKind
from compiler.channels.email.jinja import masked

_PARTS = re.compile(
    r"/\*.*?\*/|\"(?:[^\"\\\n]|\\.)*+\"|'(?:[^'\\\n]|\\.)*+'|(?P<open>/\*|[\"'])|(?P<sign>[{}])",
    re.DOTALL,
)
_GROUP = re.compile(
    r"@(?:-[a-z]+-)?(?:media|supports|document|layer|container|keyframes)\b[^{};]*\Z", re.IGNORECASE
)
"""What stands before the brace of rules that hold rules."""


def css_flaws(css: str, offset: int) -> Iterator[Flaw]:
    """Yield what is not closed in a style sheet, or closes nothing.

    A rule within a rule is taken for one whose end was forgotten: few mail readers know nesting.
    """
    plain = masked(css)
    open_at: list[int] = []
    groups: list[bool] = []
    behind = 0
    for part in _PARTS.finditer(plain):
        if part["open"]:
            yield _unended(part["open"], offset + part.start())
            return  # what follows is part of it
        if part["sign"] == "{":
            if groups and not groups[-1]:
                yield _unclosed(offset + open_at.pop())
                groups.pop()
            open_at.append(part.start())
            groups.append(_GROUP.search(plain, behind, part.start()) is not None)
        elif part["sign"] == "}" and open_at:
            open_at.pop()
            groups.pop()
        elif part["sign"] == "}":
            message = "this `}` closes nothing: readers pass over the rule behind it"
            yield Flaw(FlawKind.LAYOUT, message, offset + part.start(), 1, "take it out")
        behind = part.end() if part["sign"] else behind
    for at in open_at:
        yield _unclosed(offset + at)


def _unended(sign: str, at: int) -> Flaw:
    closing = "*/" if sign == "/*" else sign
    message = f"this `{sign}` is never closed: readers pass over what follows"
    return Flaw(FlawKind.LAYOUT, message, at, len(sign), f"write `{closing}` where it ends")


def _unclosed(at: int) -> Flaw:
    message = "this `{` is never closed: readers pass over the rules behind it"
    return Flaw(FlawKind.LAYOUT, message, at, 1, "write `}` where the rule ends")
