"""The nodes of a YAML text with their spans, for those who change it. Knows no meaning of them.

Positions are indexes of the text, ends exclusive. Of every node ``begin`` is where its properties
(anchor, tag) or itself begins, ``start`` where itself begins, ``end`` where it ends: without a
comment behind it, without the line end after it, and without blank lines that say nothing.
"""

from dataclasses import dataclass
from typing import NamedTuple


class Properties(NamedTuple):
    """What may stand before a node."""

    anchor: str | None = None
    tag: str | None = None


NONE = Properties()


@dataclass(frozen=True, slots=True, eq=False)
class Scalar:
    """A scalar; ``style`` is empty (plain), or the sign that it begins with: ``' " | >``.

    ``head_end`` is where the header of a block scalar ends (``|2-``), for all others ``end``;
    ``value`` is its text. An empty plain scalar stands where a text could be written.
    """

    begin: int
    start: int
    end: int
    head_end: int
    style: str
    value: str
    properties: Properties

    @property
    def is_block(self) -> bool:
        """Whether the text has lines of its own."""
        return self.style in ("|", ">")


@dataclass(frozen=True, slots=True, eq=False)
class Alias:
    """An alias and the node that it stands for, None where there is none."""

    begin: int
    end: int
    target: "Node | None"

    @property
    def start(self) -> int:
        """Where it begins; it has no properties."""
        return self.begin

    @property
    def properties(self) -> Properties:
        """Nothing can stand before an alias."""
        return NONE


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """A pair of a mapping, or an item of a sequence, which has no ``key``.

    ``start`` is where its first sign is: ``-``, ``?``, its key or its value; ``mark`` where its
    ``:`` or ``-`` is, None where it has none.
    """

    start: int
    key: "Node | None"
    mark: int | None
    value: "Node"

    @property
    def end(self) -> int:
        """Where the last of it ends."""
        return self.value.end


@dataclass(frozen=True, slots=True, eq=False)
class Collection:
    """A mapping or sequence; ``flow``: in brackets. A single pair in ``[a: b]`` has none: `bare`.

    ``indent`` is the column, from 0, that lines inside it have to exceed, or in a block to reach.
    """

    begin: int
    start: int
    end: int
    mapping: bool
    flow: bool
    bare: bool
    indent: int
    parts: tuple[Part, ...]
    properties: Properties

    def part(self, key: str | int) -> Part | None:
        """Return the pair with a key, of several the first; or the item with an index."""
        if isinstance(key, int):
            inside = not self.mapping and 0 <= key < len(self.parts)
            return self.parts[key] if inside else None
        pairs = self.parts if self.mapping else ()
        return next((part for part in pairs if key_of(part) == key), None)


Node = Scalar | Alias | Collection


def key_of(part: Part) -> str | None:
    """Return the key of a pair as the reader understands it, None where it takes it for none."""
    key = part.key
    written = key is not None
    if isinstance(key, Alias):
        key = key.target
    if not isinstance(key, Scalar):
        return None
    if written and not key.style and key.value in ("", "<<") and key is part.key:
        return None
    return key.value
