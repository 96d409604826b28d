"""Whether links lead anywhere, as far as the audit asks; and the network that it asks through."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Protocol


class Fate(Enum):
    """What became of a link that somebody followed."""

    ALIVE = "alive"
    MOVED = "moved"  # for good
    DEAD = "dead"
    PRIVATE = "private"  # it leads into a network that is not open to all
    UNKNOWN = "unknown"  # today nobody can tell


@dataclass(frozen=True, slots=True)
class Answer:
    """Where a link leads. ``why`` goes on after the address: ``answers 404``.

    ``target`` is the address to write in its place, of one that moved for good.
    """

    fate: Fate
    why: str = ""
    target: str | None = None


class LinkProber(Protocol):
    """What follows links."""

    def answers(self, urls: Collection[str]) -> Mapping[str, Answer]:
        """Return where each address leads."""
        ...


class NoSuchHostError(Exception):
    """No host has that name."""


class Network(Protocol):
    """Names of hosts, and which addresses are open to all."""

    def addresses(self, host: str, port: int) -> Sequence[str]:
        """Return the IP addresses of a host. Raises NoSuchHostError, OSError."""
        ...

    def is_public(self, address: str) -> bool:
        """Tell whether an IP address is one that anybody may ask."""
        ...
