"""Schemes of file names: `<Category>-<Year>-<Version>.pdf`, with a form for each part in brackets.

No pattern language: whoever writes content chooses the scheme, and nobody has to fear its cost.
"""

import re
from typing import NamedTuple


class _Part(NamedTuple):
    """What a part stands for: a pattern, and an example of it."""

    pattern: str
    example: str


_PARTS = {
    "Category": _Part(r"[A-Z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*", "License-Agreement"),
    "Year": _Part(r"(?:19|20)[0-9]{2}", "2027"),
    "Date": _Part(r"(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])", "2027-01-31"),
    "Version": _Part(r"v[0-9]{1,4}(?:\.[0-9]{1,4}){0,2}", "v1"),
    "Language": _Part(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}", "es"),
}
_PIECE = re.compile(r"<([^<>]*)>|([A-Za-z0-9._-]+)|(.)", re.DOTALL)
_MOST = 100
_MOST_PARTS = 8


def scheme_fault(scheme: str) -> str | None:
    """Return what is wrong with a scheme, which goes on after its name; None where nothing is."""
    known = ", ".join(f"`<{name}>`" for name in _PARTS)
    if not scheme or len(scheme) > _MOST:
        return f"must be 1 to {_MOST} characters long"
    pieces = list(_PIECE.finditer(scheme))
    for piece in pieces:
        if piece[3] is not None:
            return f"may have letters, digits, `.`, `_`, `-` and {known}, not `{piece[3]}`"
        if piece[1] is not None and piece[1] not in _PARTS:
            return f"has the part `<{piece[1]}>`, which does not exist; there are {known}"
    parts = [piece[1] for piece in pieces if piece[1] is not None]
    if len(parts) > _MOST_PARTS or parts.count("Category") > 1:
        return f"may have `<Category>` once, and {_MOST_PARTS} parts at most"
    return None


def fits(scheme: str, name: str) -> bool:
    """Tell whether a file name is of a scheme, which has no fault."""
    pattern = "".join(
        _PARTS[piece[1]].pattern if piece[1] is not None else re.escape(piece[0])
        for piece in _PIECE.finditer(scheme)
    )
    return re.fullmatch(pattern, name) is not None


def example(scheme: str) -> str:
    """Return a name of a scheme."""
    return _PIECE.sub(
        lambda piece: piece[0] if piece[1] is None else _PARTS[piece[1]].example, scheme
    )
