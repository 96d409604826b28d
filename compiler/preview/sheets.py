"""The pages of agreements as pictures, each document drawn once."""

from collections.abc import Iterable
from typing import Any

from compiler.base.hashing import sha256
from compiler.channels.agreements.trials import Drawn, Files, Printer
from compiler.preview.files import Files as SiteFiles

MOST = 20
"""Pages that are drawn of an agreement; how many there are more is said."""


class Sheets:
    """Has documents drawn by a ``printer``, and remembers them by what they say."""

    def __init__(self, printer: Printer | None) -> None:
        self._printer = printer
        self._drawn: dict[str, Drawn] = {}

    def draw(self, documents: Iterable[tuple[str, Files]]) -> None:
        """Have those documents drawn that were not before. The names of files are their hashes."""
        new = {sha256(source.encode()): (source, files) for source, files in documents}
        wanted = {key: one for key, one in new.items() if key not in self._drawn}
        drawn = None
        if self._printer is not None and wanted:
            drawn = self._printer.draw(list(wanted.values()), MOST)
        self._drawn |= zip(wanted, drawn or (), strict=False)

    def of(self, source: str) -> Drawn | None:
        """Return the pages of a document, None where nobody could draw them."""
        return self._drawn.get(sha256(source.encode()))


def sheets_data(drawn: Drawn | None, files: SiteFiles) -> dict[str, Any]:
    """Return the pages of an agreement as they are printed, or why there are none."""
    if drawn is None:
        return {}
    if drawn.flaw is not None:
        return {"unprinted": drawn.flaw.message}
    sheets = [
        {"src": files.picture(one.data), "width": one.width, "height": one.height}
        for one in drawn.pictures
    ]
    return {"sheets": sheets, "pages": drawn.pages}
