"""An entry that is reviewed, for people: source, what changed in it, translation, findings."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from compiler.base.visible import visible
from compiler.report.console import Console
from compiler.translate.sheet import SheetPart, SheetRow

_MARGIN = "    "
_TOKEN = re.compile(r"\s+|\S+")


def sheet_text(
    console: Console, row: SheetRow, place: str, count: str, findings: Sequence[str]
) -> str:
    """Return one entry in one language; ``count`` says which of how many it is."""
    head = f"{place}: {console.style('strong', visible(row.reference))} ({row.locale}, {row.state})"
    lines = [f"{head}  {console.style('faint', count)}"]
    lines += [f"  # {visible(comment)}" for comment in row.comments]
    for part in row.parts:
        lines += _part(part, alone=len(row.parts) == 1)
    lines += [f"  {console.style('warning', 'check:')} {visible(one)}" for one in findings]
    return "\n".join(lines)


def _part(part: SheetPart, *, alone: bool) -> Iterator[str]:
    if not alone:
        yield f"  {visible(part.name)}"
    if part.former_source:
        yield from _said("was", part.former_source)
        yield from _said("now", _marked(part.former_source, part.source))
    else:
        yield from _said("source", part.source)
    yield from _said("text", part.translation)


def _said(name: str, text: str) -> Iterator[str]:
    first, *others = text.strip("\n").split("\n")
    yield f"{_MARGIN}{name:>6}: {visible(first)}"
    for line in others:
        yield f"{_MARGIN}        {visible(line)}".rstrip()


def _marked(before: str, after: str) -> str:
    """Return a text with new words in `[+…+]`, and those that are gone in `[-…-]`."""
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    parts: list[str] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, come = "".join(old[a:b]), "".join(new[c:d])
        parts.append(come if tag == "equal" else _replaced(gone, come))
    return "".join(parts)


def _replaced(gone: str, come: str) -> str:
    """Return what has changed between the white space that is around it now."""
    around = come or gone
    words = around.strip()
    start = around.index(words)
    marks = (f"[-{gone.strip()}-]" if gone.strip() else "", f"[+{words}+]" if come.strip() else "")
    return f"{around[:start]}{' '.join(filter(None, marks))}{around[start + len(words) :]}"
