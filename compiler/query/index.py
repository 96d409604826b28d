"""The search index: what entries there are, how they stand, and every text, folded, with its place.

It looks into bytes without taking them apart: so an index of a hundred thousand texts is opened in
a few hundredths of a second, and a word is looked for by one search of bytes in each segment. It
knows nothing of models, which take longer to import than a search.
"""

from array import array
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from compiler.base.place import Place

NUMBERS = ("owners", "locales", "parts", "paths", "lines", "columns", "text_ends", "folded_ends")
"""The arrays of a segment, in the order of its file."""

NUMBER = "I"
"""The type of their numbers, of four bytes."""

NO_LOCALE = 0xFFFF
"""Stands where a text is in no language."""

LABEL = "label"
"""The part that is the label of an entry."""

PAGE = "pdf.pages."
"""What the part begins with that is a page of a PDF, which has no lines and columns."""

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

    ``tool`` is a hash of the tool that made it, ``key`` one of the files that it was made from,
    ``broken`` counts those that have errors. Of entry ``n``, ``kinds[n]``, ``areas[n]`` and
    ``flags[n]`` are its kind, area (0: none) and flags; ``homes`` has the segment of its label and
    the number there, as a pair a row; ``states`` has one byte for each of ``locales``, 0 where it
    has no such language.
    """

    tool: str
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


def new_numbers() -> dict[str, "array[int]"]:
    """Return the arrays of an empty segment."""
    return {name: array(NUMBER) for name in NUMBERS}
