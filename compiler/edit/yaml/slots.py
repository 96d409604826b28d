"""Where a value is to be written, and what was written for it."""

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for a scalar.

    ``column`` is the indentation of the block around, -1 outside of all; lines that a text needs
    are indented by ``body`` columns. ``quote`` is the author's usual one.
    """

    column: int
    body: int
    line_end: str
    flow: bool = False
    key: bool = False
    quote: str = '"'


class Written(NamedTuple):
    """A text for a slot: what stands there, and the lines of a block scalar below it, or None."""

    head: str
    body: str | None = None

    def joined(self, line_end: str) -> str:
        """Return the whole, for a slot with nothing behind it on its line."""
        return self.head if self.body is None else f"{self.head}{line_end}{self.body}"
