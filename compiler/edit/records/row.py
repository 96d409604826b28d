"""One row of records, and what there is to say about rows that did not come in as they are."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a file of records; ``number`` counts from 1, and is 0 for a file that is one row.

    ``locale`` is None where the row holds for every language, ``area`` where for every area.
    """

    path: str
    number: int
    kind: str
    label: str
    locale: str | None = None
    area: str | None = None
    fields: Mapping[str, Any] = field(default_factory=dict)

    def place(self, seen_from: "Row") -> str:
        """Return the words for where this row is, seen from another."""
        if not self.number:
            return f"`{self.path}`"
        elsewhere = "" if self.path == seen_from.path else f" of `{self.path}`"
        return f"row {self.number}{elsewhere}"


@dataclass(frozen=True, slots=True)
class Remark:
    """What did not come in as the row says, and why; ``number`` as in a row."""

    path: str
    number: int
    message: str
    hint: str | None = None
    subject: str | None = None


def about(row: Row, message: str, hint: str | None = None, *, subject: str | None = None) -> Remark:
    """Return a remark about a row; ``subject`` is the entity, not named by the message."""
    return Remark(row.path, row.number, message, hint, subject)
