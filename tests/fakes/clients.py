"""Applications of which a test says what reaches them."""

from dataclasses import dataclass, field

from compiler.ports.clients import Effect
from compiler.ports.history import HistoryError


@dataclass
class MemoryClients:
    """Nothing breaks them, but between the commits of which something else is said; None: unknown."""

    effects: dict[tuple[str, str | None], Effect | None] = field(default_factory=dict)

    def effect(self, before: str, now: str | None) -> Effect:
        found = self.effects.get((before, now), Effect())
        if found is None:
            raise HistoryError(f"there is no revision `{before}`")
        return found
