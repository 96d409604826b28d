"""Markdown for comments on hosts: what content holds is code, in which nothing takes effect.

In a code span no mention, link, image, issue number or tag means anything, on GitHub and GitLab.
"""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from compiler.base.visible import visible

_TICKS = re.compile("`+")
_WORDS = re.compile(r"\S+|\s+")
_AROUND = 6
"""Words that are shown on either side of a difference."""
_MOST_WORDS = 400


def code(text: str, longest: int = 200) -> str:
    """Return a text of content as a code span, cut where it is long."""
    shown = visible(text)
    shown = shown if len(shown) <= longest else f"{shown[:longest]}…"
    if not shown.strip():
        return "(empty)" if not shown else "(white space)"
    runs = {len(run) for run in _TICKS.findall(shown)}
    fence = next("`" * number for number in range(1, len(shown) + 2) if number not in runs)
    space = " " if shown[0] in "` " or shown[-1] in "` " else ""
    # A pipe would end the cell of a table.
    return f"{fence}{space}{shown}{space}{fence}".replace("|", "¦")


def code_block(text: str, indent: str, most: int = 20) -> str:
    """Return lines of content as a block of code below an item of a list, cut where it is long."""
    lines = [visible(line) for line in text.split("\n")]
    shown = [*lines[:most], "…"] if len(lines) > most else lines
    longest = max((len(run) for line in shown for run in _TICKS.findall(line)), default=0)
    fence = "`" * max(3, longest + 1)
    return "".join(f"{indent}{line}\n" for line in (fence, *shown, fence))


def word_difference(before: str, after: str) -> str:
    """Return two texts as one: words that went struck out, words that came in bold."""
    old, new = (_WORDS.findall(text)[:_MOST_WORDS] for text in (before, after))
    return " ".join(_pieces(old, new)) or code(after)


def _pieces(old: list[str], new: list[str]) -> Iterator[str]:
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for number, (what, first, last, begin, end) in enumerate(blocks):
        if what == "equal":
            yield _kept(old[first:last], is_first=not number, is_last=number == len(blocks) - 1)
            continue
        gone, come = "".join(old[first:last]), "".join(new[begin:end])
        if gone.strip():
            yield f"~~{code(gone)}~~"
        if come.strip():
            yield f"**{code(come)}**"


def _kept(words: list[str], *, is_first: bool, is_last: bool) -> str:
    """Return words that stayed; of many, those beside the differences."""
    if len(words) <= 2 * _AROUND:
        return code("".join(words).strip()) if "".join(words).strip() else ""
    head = [] if is_first else words[:_AROUND]
    tail = [] if is_last else words[-_AROUND:]
    return code("".join([*head, " … ", *tail]).strip())
