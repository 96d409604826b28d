"""Texts with lines of their own: literal (``|``) and folded (``>``)."""

import re
from collections.abc import Sequence

from compiler.edit.yaml.folding import refilled, width_of
from compiler.edit.yaml.slots import Slot, Written

_MOST_INDICATED = 9
_LINE_END = re.compile(r"\r\n|\r|\n")


def literal(text: str, slot: Slot) -> Written | None:
    """Return a printable text as a literal block scalar, None where it cannot be one."""
    lines = _lines(text)
    if not text.strip() or slot.flow or slot.key:
        return None
    return _block("|", text, lines, slot)


def folded(text: str, slot: Slot, old: Sequence[str] = ()) -> Written | None:
    """Return a printable text as a folded block scalar, None where it cannot be one.

    It is wrapped as the ``old`` lines are, and keeps those of them that say the same.
    """
    lines = _lines(text)
    if (
        not text.strip()
        or slot.flow
        or slot.key
        or any(line[:1] in " \t" for line in lines if line)
    ):
        return None
    width = width_of(old) or slot.style.width
    paragraphs = _paragraphs(old)
    known = {" ".join(one): one for one in paragraphs}
    wrapped: list[str] = []
    number = 0
    for index, line in enumerate(lines):
        if not line:
            wrapped.append("")
            continue
        if index > 0 and lines[index - 1]:
            wrapped.append("")
        former = known.get(line) or (paragraphs[number] if number < len(paragraphs) else ())
        wrapped += refilled(line, former, width)
        number += 1
    return _block(">", text, wrapped, slot)


def lines_of_block(raw: str) -> list[str]:
    """Return the lines of a block scalar as written below its header, without indentation."""
    lines = _LINE_END.split(raw)[1:]
    width = min((len(line) - len(line.lstrip(" ")) for line in lines if line.strip(" ")), default=0)
    return [line[width:] for line in lines]


def _lines(text: str) -> list[str]:
    lines = text.split("\n")
    return lines[:-1] if text.endswith("\n") else lines


def _paragraphs(lines: Sequence[str]) -> list[list[str]]:
    found: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            found[-1].append(line)
        elif found[-1]:
            found.append([])
    return [one for one in found if one]


def _block(sign: str, text: str, lines: Sequence[str], slot: Slot) -> Written | None:
    first = next(index for index, line in enumerate(lines) if line.strip())
    spaced = lines[first][0] in " \t" or any(lines[:first])
    width = slot.body - max(slot.column, 0)
    if spaced and not 1 <= width <= _MOST_INDICATED:
        return None
    kept = "" if text.endswith("\n") else "-"
    if text.endswith("\n\n"):
        kept = "+"
    margin = " " * slot.body
    body = slot.style.line_end.join(f"{margin}{line}" if line else "" for line in lines)
    return Written(f"{sign}{width if spaced else ''}{kept}", body)
