"""Where the entries of one catalogue stand, and what stands where in them, once somebody asks.

Most entries are never asked for a place. So of one that a pattern knows only the begin is noted,
and it is matched again for each place that is wanted of it. What the scanner found has its places.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from compiler.base.place import Place
from compiler.read.po_draft import Draft, Part, Piece
from compiler.read.po_pattern import match_entry, meaning, string_spans
from compiler.read.po_scanner import Scanner
from compiler.read.po_source import Source
from compiler.read.po_strings import written_offsets

_BLANK_LINES = re.compile(r"\A\s*\n")


class Blocks:
    """The entries of one catalogue, each known by a position in its text."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._drafts: dict[int, Draft] = {}
        self._starts: dict[int, int] = {}
        self._crowded: set[int] = set()
        self._places: dict[tuple[int, str], Place] = {}

    def keep(self, start: int, drafts: Sequence[Draft]) -> range:
        """Keep what the scanner found in a stretch of text; return the positions to know it by.

        No stretch has more entries than characters, so these are positions of nothing else.
        """
        positions = range(start, start + len(drafts))
        for position, draft in zip(positions, drafts, strict=True):
            self._drafts[position] = draft
            self._starts[position] = start
            start = self.source.line_start(draft.last_line + 1)
        for position, (upper, lower) in zip(positions, pairwise(drafts), strict=False):
            if lower.first_line <= upper.last_line:
                self._crowded |= {position, position + 1}
        return positions

    def lines(self, position: int) -> str | None:
        """Return the lines of an entry, its comments with them, without the end of the last.

        None where it shares a line with another entry.
        """
        span = self.span(position)
        return None if span is None else self.source.text[slice(*span)].removesuffix("\n")

    def span(self, position: int) -> tuple[int, int] | None:
        """Return where the lines of an entry are in the text, its comments and last end with them.

        None where it shares a line with another entry.
        """
        if position in self._crowded:
            return None
        start, end = self._starts.get(position, position), self.end(position)
        blank = _BLANK_LINES.match(self.source.text[start:end])
        return start + (0 if blank is None else blank.end()), end

    def end(self, position: int) -> int:
        """Return where the last line of an entry ends."""
        draft = self._drafts.get(position)
        if draft is None:
            return self._match(position).end()
        return self.source.line_start(draft.last_line + 1)

    def place(self, position: int, part: str) -> Place:
        """Return the place of a part, or of the ``msgid`` where the entry has no such part."""
        found = self._places.get((position, part))
        if found is None:
            spot = self._spot(position, part)
            found = self._places[position, part] = Place(self.source.path, *spot)
        return found

    def _spot(self, position: int, part: str) -> Part:
        draft = self._drafts.get(position)
        if draft is None and part.startswith("flag"):
            draft = _scanned(self.source, position)
        if draft is not None:
            return draft.parts.get(part) or draft.parts["msgid"]
        match = self._match(position)
        spans = string_spans(match, part) or string_spans(match, "msgid")
        start, end = next((one for one in spans if one[0] < one[1]), spans[-1])
        return self._part(start, end)

    def within(self, position: int, part: str, start: int, end: int) -> Place:
        """Return the place of the code points ``start:end`` of a text, up to its line's end."""
        pieces = self.pieces(position, part)
        if not pieces:
            return self.place(position, part)
        return Place(self.source.path, *_within(pieces, start, end, self.source.charset))

    def pieces(self, position: int, part: str) -> Sequence[Piece]:
        """Return the quoted strings of a text."""
        draft = self._drafts.get(position)
        if draft is not None:
            return draft.pieces.get(part, ())
        spans = string_spans(self._match(position), part)
        return [self._piece(start, end) for start, end in spans]

    def _piece(self, start: int, end: int) -> Piece:
        written = self.source.text[start:end]
        return Piece(meaning(written), written, self._part(start, end))

    def _part(self, start: int, end: int) -> Part:
        """Return where a string stands whose text is there: its quotes are part of it."""
        line, column = self.source.spot(start - 1)
        return line, column, end - start + 2

    def _match(self, position: int) -> re.Match[str]:
        match = match_entry(self.source.text, position)
        if match is None:
            raise ValueError(f"no entry begins at {position}")
        return match


def _scanned(source: Source, position: int) -> Draft:
    """Read the entry that begins at a position; the first line of the next one ends it."""
    scanner = Scanner(source.path, source.charset, source.line_at(position))
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
