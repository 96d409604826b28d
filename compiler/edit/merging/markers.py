"""Conflict markers of Git: a text that has them taken apart into its sides, and a clash written."""

import re
from dataclasses import dataclass

from compiler.edit.merging.entry import Clash
from compiler.read.po_writer import KeptLines

_MARKER = re.compile(r"(<{7,}|\|{7,}|={7,}|>{7,})(?: .*)?\Z")
_NEXT = {"": "<", "<": "|=", "|": "=", "=": ">"}
_BELONGS = {"": ("base", "ours", "theirs"), "<": ("ours",), "|": ("base",), "=": ("theirs",)}


@dataclass(frozen=True, slots=True)
class Sides:
    """The versions of a text that a merge left in one; ``base`` is None where it left none."""

    ours: str
    theirs: str
    base: str | None


def has_markers(text: str) -> bool:
    """Tell whether a text (LF) has a line that begins or ends a conflict."""
    return re.search(r"^(?:<{7,}|>{7,})(?: |$)", text, re.MULTILINE) is not None


def sides_of(text: str) -> Sides | None:
    """Return the versions of a text (LF) with conflict markers; None where markers do not pair."""
    versions: dict[str, list[str]] = {"base": [], "ours": [], "theirs": []}
    at, size, with_base, conflicts = "", 0, 0, 0
    for line in text.split("\n"):
        match = _MARKER.match(line)
        # Within a conflict, markers of another length are those of a conflict inside its base.
        if match is None or (at and len(match[1]) != size):
            for name in _BELONGS[at]:
                versions[name].append(line)
            continue
        kind = line[0]
        if kind not in _NEXT[at]:
            return None
        if kind == "<":
            size = len(match[1])
            conflicts += 1
        with_base += kind == "|"
        at = "" if kind == ">" else kind
    if at:
        return None
    whole = {name: "\n".join(lines) for name, lines in versions.items()}
    base = whole["base"] if conflicts == with_base else None
    return Sides(whole["ours"], whole["theirs"], base)


def clash_block(clash: Clash, kept: KeptLines, size: int) -> str:
    """Return both versions of an entry between markers of ``size`` characters."""
    ours, theirs = (
        f"{kept.block(entry)}\n" if entry is not None else ""
        for entry in (clash.ours, clash.theirs)
    )
    return f"{'<' * size} ours\n{ours}{'=' * size}\n{theirs}{'>' * size} theirs"
