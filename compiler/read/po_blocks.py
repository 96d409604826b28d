"""Where the entries of one catalogue stand, and what stands where in them, once somebody asks.

Most entries are never asked for a place. So the fast way notes only where an entry begins, and the
scanner reads an entry again for the first place that is wanted of it.
"""

from collections.abc import Sequence

from compiler.base.place import Place
from compiler.read.po_draft import Draft, Part, Piece
from compiler.read.po_scanner import Scanner
from compiler.read.po_source import Source
from compiler.read.po_strings import written_offsets


class Blocks:
    """The entries of one catalogue, each known by a position in its text."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._drafts: dict[int, Draft] = {}
        self._stretches: dict[int, int] = {}

    def keep(self, start: int, drafts: Sequence[Draft]) -> range:
        """Keep what the scanner found in a stretch of text; return the positions to know it by.

        No stretch has more entries than characters, so these are positions of nothing else.
        """
        positions = range(start, start + len(drafts))
        for position, draft in zip(positions, drafts, strict=True):
            self._drafts[position] = draft
            self._stretches[position] = start
        return positions

    def start(self, position: int) -> int:
        """Return where an entry begins, or else the stretch in which the scanner found it."""
        return self._stretches.get(position, position)

    def end(self, position: int) -> int:
        """Return where the last line of an entry ends."""
        return self.source.line_start(self._draft(position).last_line + 1)

    def place(self, position: int, part: str) -> Place:
        """Return the place of a part, or of the ``msgid`` where the entry has no such part."""
        parts = self._draft(position).parts
        return Place(self.source.path, *(parts.get(part) or parts["msgid"]))

    def within(self, position: int, part: str, start: int, end: int) -> Place:
        """Return the place of the code points ``start:end`` of a text, up to its line's end."""
        pieces = self.pieces(position, part)
        if not pieces:
            return self.place(position, part)
        return Place(self.source.path, *_within(pieces, start, end, self.source.encoding.charset))

    def pieces(self, position: int, part: str) -> Sequence[Piece]:
        """Return the quoted strings of a text."""
        return self._draft(position).pieces.get(part, ())

    def _draft(self, position: int) -> Draft:
        draft = self._drafts.get(position)
        if draft is None:
            draft = self._drafts[position] = _scanned(self.source, position)
        return draft


def _scanned(source: Source, position: int) -> Draft:
    """Read the entry that begins at a position; the first line of the next one ends it."""
    scanner = Scanner(source.path, source.encoding.charset, source.line_at(position))
    for line in source.lines_from(position):
        scanner.read((line,))
        if scanner.drafts:
            break
    else:
        scanner.finish()
    return scanner.drafts[0]


def _within(pieces: Sequence[Piece], start: int, end: int, charset: str) -> Part:
    for piece in pieces:
        size = len(piece.text)
        if start < size:
            offsets = written_offsets(piece.written, charset)
            begin, stop = offsets[start], offsets[max(start, min(end, size))]
            line, column, _ = piece.part
            return line, column + 1 + begin, max(stop - begin, 1)
        start, end = start - size, end - size
    # The end of the text: its closing quote.
    line, column, _ = pieces[-1].part
    return line, column + 1 + len(pieces[-1].written), 1
