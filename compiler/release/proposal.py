"""A proposal: everything a publish is planned from, apart from what the store holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from compiler.base.gate import Gate
from compiler.ports.clients import Effect
from compiler.ports.history import Descent
from compiler.release.difference import Contents, Difference, contents_of, difference
from compiler.release.offer import Offer
from compiler.release.record import AreaState, Record, Release
from compiler.release.target import PublishRequest

NOTHING = Release(id="", commit=None, dirty=False, areas={})
"""What is live before the first release."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the clock gives a record."""

    nonce: str
    time: datetime


@dataclass(frozen=True, slots=True)
class Order:
    """How a commit stands to the newest one accepted, and which of them is that afterwards."""

    descent: Descent | None
    front: str | None


@dataclass(frozen=True, slots=True)
class Aspect:
    """The part of a target that planning looks at."""

    name: str
    gate: Gate
    is_local: bool


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is to be published, where, after which head, and in which order of commits.

    ``effect`` is what comes of it for whoever reads what is live; None where nobody knows.
    """

    aspect: Aspect
    head: Record | None
    offer: Offer
    request: PublishRequest
    order: Order
    effect: Effect | None
    stamp: Stamp

    @property
    def number(self) -> int:
        """The number that the next record has."""
        return self.head.number + 1 if self.head else 1

    @property
    def generation(self) -> int:
        """The generation that uploads go to."""
        return self.head.generation if self.head else 0

    @property
    def live(self) -> Release:
        """What is live now."""
        return self.head.release if self.head else NOTHING

    @property
    def difference(self) -> Difference:
        """What is to change of the live release."""
        return difference(contents_of(self.live.areas), self.offer.contents)

    @property
    def staging(self) -> bool:
        """Whether the release is stored only: that was asked for, or the target is held."""
        return to_be_staged(self.head, self.request)


def to_be_staged(head: Record | None, request: PublishRequest) -> bool:
    """Tell whether a publish after this head is stored only."""
    return request.staged or (head is not None and head.held is not None)


def repeats(release: Release, contents: Contents, request: PublishRequest) -> bool:
    """Tell whether a release says all that a publish would say.

    A clean work tree after a dirty one, and a higher gate than before, are something new to say.
    """
    if release.commit != request.commit or (release.dirty and not request.dirty):
        return False
    if any(area.gate.height < request.gate.height for area in release.areas.values()):
        return False
    return contents_of(release.areas) == contents


def gone_after(head: Record | None, release: Release, number: int) -> dict[str, int]:
    """Return which areas are gone once ``release`` is live, with the numbers of their pointers."""
    gone = dict(head.gone) if head else {}
    live: Mapping[str, AreaState] = head.release.areas if head else {}
    gone.update(dict.fromkeys(live, number))
    return {name: since for name, since in sorted(gone.items()) if name not in release.areas}
