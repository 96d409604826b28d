"""A catalogue with an entry's parts a line each, led by its label: what `git diff` shows of it."""

from collections.abc import Iterator

from compiler.base.visible import visible
from compiler.read.po_file import PoEntry, PoFile


def catalogue_text(file: PoFile) -> str:
    """Return ``label: source``, ``label = translation``, ``label # remarks``, in file order.

    How strings are wrapped and quoted, and the places in code (``#:``), are left out.
    """
    return "\n".join(_lines(file))


def _lines(file: PoFile) -> Iterator[str]:
    for name, value in file.header.items():
        yield visible(f"{name}: {value}")
    for entry in file.entries:
        label = entry.msgid if entry.msgctxt is None else entry.msgctxt
        lead = f"{'~' if entry.obsolete else ''}{label}"
        for part in _parts(entry):
            yield visible(f"{lead}{part}")


def _parts(entry: PoEntry) -> Iterator[str]:
    yield f": {entry.msgid}"
    if entry.msgid_plural is not None:
        yield f": {entry.msgid_plural}"
        yield from (f"[{number}] = {form}" for number, form in enumerate(entry.msgstr))
    elif entry.msgstr[0]:
        yield f" = {entry.msgstr[0]}"
    if entry.flags:
        yield f" # {', '.join(entry.flags)}"
    yield from (f" # {line}" for line in (*entry.extracted, *entry.comments))
