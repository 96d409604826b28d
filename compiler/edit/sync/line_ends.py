r"""Line ends at the edges of a text: ``msgfmt`` refuses a translation that differs there.

Only ``\n`` is looked at, as `msgfmt` does; a translation that somebody has still to look at passes.
"""

from compiler.edit.catalogue.entry import revised
from compiler.read.po_file import PoEntry


def with_ends_of_source(entry: PoEntry) -> PoEntry:
    """Return an entry whose translations begin and end with a line end where the source does."""
    if entry.fuzzy or not any(entry.msgstr):
        return entry
    texts = tuple(_like(text, entry.msgid) for text in entry.msgstr)
    return entry if texts == entry.msgstr else revised(entry, msgstr=texts)


def _like(text: str, source: str) -> str:
    if not text:
        return text
    if source.startswith("\n") != text.startswith("\n"):
        text = f"\n{text}" if source.startswith("\n") else text.lstrip("\n")
    if source.endswith("\n") != text.endswith("\n"):
        text = f"{text}\n" if source.endswith("\n") else text.rstrip("\n")
    return text
