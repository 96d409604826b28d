"""What applications that are in use would miss, as far as releases ask it."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Broken:
    """A change that applications built for the content before it cannot live with."""

    rule: str
    entity: str
    message: str


@dataclass(frozen=True, slots=True)
class Effect:
    """What comes from one commit to another: what breaks, how many of how many entries go."""

    broken: tuple[Broken, ...] = ()
    removed: int = 0
    entries: int = 0


class Clients(Protocol):
    """Whoever reads what is live."""

    def effect(self, before: str, now: str | None) -> Effect:
        """Return what reaches them between two commits, but for what waivers let pass.

        ``now`` None stands for the files that are published. Raises HistoryError where a commit
        is not here.
        """
        ...
