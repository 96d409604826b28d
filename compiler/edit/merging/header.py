"""Three versions of a header become one, field by field."""

from collections.abc import Mapping
from datetime import datetime

from compiler.edit.catalogue.entry import revised
from compiler.edit.catalogue.header import PLURAL_FORMS
from compiler.edit.merging.sides import merged_lines, sides
from compiler.read.po_file import PoEntry, PoFile

_REVISED = "PO-Revision-Date"
_DATES = (_REVISED, "POT-Creation-Date")


def merged_fields(base: PoFile, ours: PoFile, theirs: PoFile) -> dict[str, str] | None:
    """Return the fields of a merged header; None where the sides count plural forms differently.

    Every save of a translation tool changes dates and names, so two sides that differ are no
    conflict: the later date counts, and with it what its side says of who made it with what.
    """
    later = ours if _date(ours.header, _REVISED) >= _date(theirs.header, _REVISED) else theirs
    made: dict[str, str] = {}
    for name in dict.fromkeys((*ours.header, *theirs.header)):
        found = sides(base.header.get(name), ours.header.get(name), theirs.header.get(name))
        if len(found) > 1 and name == PLURAL_FORMS and None not in found:
            return None
        value = found[0]
        if len(found) > 1:
            side = max((ours, theirs), key=lambda one: _date(one.header, name))
            value = (side if name in _DATES else later).header.get(name) or found[0] or found[1]
        if value is not None:
            made[name] = value
    return made


def merged_header_entry(base: PoFile, ours: PoFile, theirs: PoFile) -> PoEntry | None:
    """Return the header's entry with the comments and flags of a merge."""
    if ours.header_entry is None or theirs.header_entry is None:
        return ours.header_entry or theirs.header_entry
    old, mine, other = base.header_entry or PoEntry(""), ours.header_entry, theirs.header_entry
    return revised(
        mine,
        comments=merged_lines(old.comments, mine.comments, other.comments),
        extracted=merged_lines(old.extracted, mine.extracted, other.extracted),
        flags=merged_lines(old.flags, mine.flags, other.flags),
    )


def _date(header: Mapping[str, str], name: str) -> tuple[float, str]:
    """Return a date to compare: one that cannot be read is older than any that can."""
    text = header.get(name, "")
    try:
        return datetime.strptime(text, "%Y-%m-%d %H:%M%z").timestamp(), text
    except ValueError:
        return float("-inf"), ""
