"""Where a value is to be written, in whose manner, and what was written for it."""

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Style:
    """The manner of a file; what it does not show is as most people write.

    ``indent``: columns of a mapping in a mapping; ``offset``: of the dashes in a mapping;
    ``quote``: the usual one; ``flow_lists``: short lists of scalars stand in brackets; ``padded``:
    spaces are inside the brackets of mappings; ``width``: of the widest line of a folded text.
    """

    line_end: str = "\n"
    indent: int = 2
    offset: int = 2
    quote: str = '"'
    flow_lists: bool = True
    padded: bool = False
    width: int = 80


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for a scalar.

    ``column`` is the indentation of the block around, -1 outside of all; lines that a text needs
    are indented by ``body`` columns.
    """

    column: int
    body: int
    style: Style
    flow: bool = False
    key: bool = False


class Written(NamedTuple):
    """A text for a slot: what stands there, and the lines of a block scalar below it, or None."""

    head: str
    body: str | None = None

    def joined(self, line_end: str) -> str:
        """Return the whole, for a slot with nothing behind it on its line."""
        return self.head if self.body is None else f"{self.head}{line_end}{self.body}"
