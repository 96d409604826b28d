"""The lines of a catalogue whose entries change: those of all others stay as they are."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from compiler.edit.po.entry_lines import edited_lines, new_lines
from compiler.edit.po.meaning import Place
from compiler.edit.po.wrapping import width_of
from compiler.edit.refusal import UneditableError
from compiler.read.po_file import PoEntry, PoFile
from compiler.read.po_source import Source

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_ENDS = "\r\n"


@dataclass
class Lines:
    """A catalogue as lines with their ends, and what is to become of them."""

    file: PoFile
    text: str
    _gone: set[int] = field(default_factory=set)
    _new: dict[int, list[str]] = field(default_factory=dict)
    _edited: dict[int, list[str]] = field(default_factory=dict)

    def edited(self, places: Sequence[Place]) -> str:
        """Return the text with what became of its entries. Raises UneditableError."""
        above = self.file.header_entry
        for place in places:
            if place.before is None and place.after is not None:
                self._add(above, place.after)
            elif place.before is not None and place.after is None:
                self._remove(place.before)
            elif place.before is not None and place.after is not None:
                if place.before != place.after:
                    self._edit(place.before, place.after)
                above = place.before
        return "".join(self._result())

    def _result(self) -> Iterator[str]:
        for index in range(len(self._lines) + 1):
            yield from self._new.get(index, ())
            yield from self._edited.get(index, ())
            if index == len(self._lines):
                return
            if index not in self._gone:
                line = self._lines[index]
                follows = index + 1 in self._new and not line.endswith(("\r", "\n"))
                yield f"{line}{self._end}" if follows else line

    def _add(self, above: PoEntry | None, entry: PoEntry) -> None:
        new = [f"{line}{self._end}" for line in new_lines(entry, self._width)]
        if above is None:
            self._new.setdefault(0, []).extend([*new, *([self._end] if self._lines else [])])
            return
        start, end = self._span(above)
        dense = start > 0 and self._lines[start - 1].strip() != ""
        self._new.setdefault(end, []).extend([*([] if dense else [self._end]), *new])

    def _edit(self, before: PoEntry, after: PoEntry) -> None:
        start, end = self._span(before)
        lines = [line.rstrip(_ENDS) for line in self._lines[start:end]]
        new = edited_lines(lines, before, after, self._width)
        last = self._lines[end - 1]
        ends = [self._end] * (len(new) - 1) + [last[len(last.rstrip(_ENDS)) :]]
        self._gone.update(range(start, end))
        self._edited[start] = [f"{line}{stop}" for line, stop in zip(new, ends, strict=True)]

    def _remove(self, entry: PoEntry) -> None:
        """Take away the lines of an entry, and the blank ones on one side of them."""
        start, end = self._span(entry)
        before, after = start, end
        while before > 0 and not self._lines[before - 1].strip():
            before -= 1
        while after < len(self._lines) and not self._lines[after].strip():
            after += 1
        if after == len(self._lines):
            self._gone.update(range(before, end))
        else:
            self._gone.update(range(start, after if before < start or start == 0 else end))

    def _span(self, entry: PoEntry) -> tuple[int, int]:
        """Return the first line of an entry, from 0, and the one behind its last."""
        blocks = entry.blocks
        found = None if blocks is None else blocks.span(entry.position)
        if found is None:
            raise UneditableError(self.file.path, entry.place().line)
        start, end = found
        return self._source.line_at(start) - 1, self._source.line_at(end - 1)

    @property
    def _source(self) -> Source:
        return self.file.source or Source(self.file.path, "")

    @cached_property
    def _lines(self) -> list[str]:
        return _LINE.findall(self.text)

    @cached_property
    def _end(self) -> str:
        """The line end of the first line."""
        first = self._lines[0] if self._lines else ""
        return first[len(first.rstrip(_ENDS)) :] or "\n"

    @cached_property
    def _width(self) -> int | None:
        return width_of([line.rstrip(_ENDS) for line in self._lines])
