"""The search index: what entries there are, how they stand, and every text, folded, with its place.

An index is bytes, and a value that looks into them without taking them apart: a header as JSON,
arrays of numbers, then the texts of each segment as UTF-8, a line each. So an index of a hundred
thousand texts is opened in a few hundredths of a second, and a word is looked for by one search of
bytes in a segment. It knows nothing of models, which take longer to import than a search.
"""

import json
import sys
import zlib
from array import array
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from compiler.base.place import Place

FORMAT = 1
"""Changed with the layout below; an index of another format is not read."""

_MAGIC = b"clientarea search index\n"
_WORD = "I"
_NUMBERS = ("owners", "locales", "parts", "paths", "lines", "columns", "text_ends", "folded_ends")
NO_LOCALE = 0xFFFF

LABEL = "label"
"""The part that is the label of an entry."""

LOCKED, INACTIVE = 1, 2
"""Flags of an entry."""


class Field(NamedTuple):
    """What a text is: whose, in which language (None: in none), and which part."""

    entry: int
    locale: int | None
    part: str


class Segment(NamedTuple):
    """The texts of one catalogue, or of all other files; ``key`` tells what it was made from.

    Texts and their foldings lie in ``data`` from ``texts`` and ``folded`` on, each followed by a
    line feed; the arrays have a number for each of them, ``text_ends`` and ``folded_ends`` where it
    ends. ``data`` belongs to the whole index.
    """

    key: str
    part_names: Sequence[str]
    path_names: Sequence[str]
    numbers: Mapping[str, "array[int]"]
    data: bytes
    texts: int
    folded: int

    @property
    def size(self) -> int:
        """Return how many texts there are."""
        return len(self.numbers["owners"])

    @property
    def folded_end(self) -> int:
        """Return where the foldings end in ``data``."""
        ends = self.numbers["folded_ends"]
        return self.folded + (ends[-1] + 1 if ends else 0)

    def at(self, position: int) -> int:
        """Return which text a position of ``data`` is in, among the foldings."""
        # The line feed after a text still belongs to it.
        return bisect_right(self.numbers["folded_ends"], position - self.folded - 1)

    def folded_span(self, number: int) -> tuple[int, int]:
        """Return from where to where in ``data`` the folding of a text is."""
        ends = self.numbers["folded_ends"]
        begin = ends[number - 1] + 1 if number else 0
        return self.folded + begin, self.folded + ends[number]

    def text(self, number: int) -> str:
        """Return a text as it is written."""
        ends = self.numbers["text_ends"]
        begin = ends[number - 1] + 1 if number else 0
        written = self.data[self.texts + begin : self.texts + ends[number]]
        return written.decode("utf-8", "surrogatepass")

    def field(self, number: int) -> Field:
        """Return what a text is."""
        numbers = self.numbers
        locale = numbers["locales"][number]
        return Field(
            numbers["owners"][number],
            None if locale == NO_LOCALE else locale,
            self.part_names[numbers["parts"][number]],
        )

    def place(self, number: int) -> Place:
        """Return where a text begins."""
        numbers = self.numbers
        path = self.path_names[numbers["paths"][number]]
        return Place(path, numbers["lines"][number], numbers["columns"][number])


class Index(NamedTuple):
    """All that a search looks into.

    Of entry ``n``, ``kinds[n]``, ``areas[n]`` and ``flags[n]`` are its kind, area (0: none) and
    flags; ``homes`` has the segment of its label and the number there, as a pair a row; ``states``
    has one byte for each of ``locales``, 0 where it has no such language.
    """

    key: str
    locales: Sequence[str]
    kind_names: Sequence[str]
    area_names: Sequence[str | None]
    state_names: Sequence[str]
    broken: int
    kinds: bytes
    areas: "array[int]"
    flags: bytes
    homes: "array[int]"
    states: bytes
    segments: Sequence[Segment]

    @property
    def size(self) -> int:
        """Return how many entries there are."""
        return len(self.kinds)

    def label(self, entry: int) -> tuple[str, Place]:
        """Return the label of an entry, and where it stands."""
        segment = self.segments[self.homes[2 * entry]]
        number = self.homes[2 * entry + 1]
        return segment.text(number), segment.place(number)

    def state(self, entry: int, locale: int) -> str | None:
        """Return how an entry stands in a language, None where it has no such one."""
        number = self.states[entry * len(self.locales) + locale]
        return self.state_names[number - 1] if number else None

    def languages(self, entry: int) -> dict[str, str]:
        """Return the states of an entry by locale."""
        found = ((tag, self.state(entry, number)) for number, tag in enumerate(self.locales))
        return {tag: state for tag, state in found if state is not None}


class DamagedIndexError(ValueError):
    """Bytes that are no index of this format."""


class Writing(NamedTuple):
    """A segment to be written: its arrays, its texts and their foldings as bytes."""

    key: str
    part_names: Sequence[str]
    path_names: Sequence[str]
    numbers: Mapping[str, "array[int]"]
    texts: bytes
    folded: bytes


class Rows(NamedTuple):
    """The entries to be written; as in `Index`."""

    kinds: bytes
    areas: "array[int]"
    flags: bytes
    homes: "array[int]"
    states: bytes


def encode(names: Mapping[str, Any], rows: Rows, segments: Sequence[Writing]) -> bytes:
    """Return an index as bytes; ``names`` are the fields of `Index` that JSON can hold."""
    blobs = [rows.kinds, _bytes(rows.areas), rows.flags, _bytes(rows.homes), rows.states]
    heads = []
    for one in segments:
        own = [*(_bytes(one.numbers[name]) for name in _NUMBERS), one.texts, one.folded]
        heads.append({"key": one.key, "parts": list(one.part_names), "paths": list(one.path_names)})
        blobs += own
    header = {**names, "format": FORMAT, "segments": heads, "sizes": list(map(len, blobs))}
    head = json.dumps(header, ensure_ascii=True).encode()
    body = b"".join([len(head).to_bytes(8, "little"), head, *blobs])
    return b"".join([_MAGIC, zlib.crc32(body).to_bytes(4, "little"), body])


def decode(data: bytes) -> Index:
    """Return the index that bytes are. Raises DamagedIndexError."""
    start = len(_MAGIC) + 4
    whole = memoryview(data)
    if data[: len(_MAGIC)] != _MAGIC or zlib.crc32(whole[start:]) != int.from_bytes(
        data[len(_MAGIC) : start], "little"
    ):
        raise DamagedIndexError
    try:
        return _decode(data, start)
    except (KeyError, TypeError, ValueError, IndexError) as failure:
        raise DamagedIndexError from failure


def _decode(data: bytes, start: int) -> Index:
    begin = start + 8
    end = begin + int.from_bytes(data[start:begin], "little")
    header = json.loads(data[begin:end])
    if header["format"] != FORMAT:
        raise DamagedIndexError
    spans = []
    for size in header["sizes"]:
        spans.append((end, end + size))
        end += size
    if end != len(data):
        raise DamagedIndexError
    ahead = iter(spans)

    def blob() -> bytes:
        first, last = next(ahead)
        return data[first:last]

    kinds, areas, flags, homes, states = blob(), _array(blob()), blob(), _array(blob()), blob()
    segments = []
    for head in header["segments"]:
        numbers = {name: _array(blob()) for name in _NUMBERS}
        texts, folded = next(ahead)[0], next(ahead)[0]
        segments.append(
            Segment(head["key"], head["parts"], head["paths"], numbers, data, texts, folded)
        )
    return Index(
        header["key"],
        header["locales"],
        header["kind_names"],
        header["area_names"],
        header["state_names"],
        header["broken"],
        kinds,
        areas,
        flags,
        homes,
        states,
        segments,
    )


def _bytes(numbers: "array[int]") -> bytes:
    if sys.byteorder == "big":
        numbers = numbers[:]
        numbers.byteswap()
    return numbers.tobytes()


def _array(data: bytes) -> "array[int]":
    numbers = array(_WORD)
    numbers.frombytes(data)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def new_numbers() -> dict[str, "array[int]"]:
    """Return the arrays of an empty segment."""
    return {name: array(_WORD) for name in _NUMBERS}
