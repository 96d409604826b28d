"""How readers of the public side come to it: by address, over whatever serves it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Page:
    """What an address answered: status, headers (names in lower case), bytes as they were sent."""

    status: int
    headers: Mapping[str, str]
    data: bytes


class Readers(Protocol):
    """A reader without credentials."""

    def read(self, address: str, headers: Mapping[str, str]) -> Page:
        """Ask for an address. Raises StoreError where nobody answers."""
        ...
