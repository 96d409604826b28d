"""What is to be translated, as it is asked for on the command line."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from compiler.model.catalogue import Standing

_BEHIND = frozenset({Standing.MISSING, Standing.STALE})


@dataclass(frozen=True, slots=True)
class Wish:
    """From which language into which, which entries of which layer.

    ``chosen`` are references, None for all. With ``overwrite`` what is current is translated anew,
    and what a person has written gives way.
    """

    from_: str
    to: tuple[str, ...]
    chosen: AbstractSet[str] | None = None
    area: str | None = None
    overwrite: bool = False

    def wants(self, reference: str, standing: Standing, *, written: bool) -> bool:
        """Tell whether an entry is to be translated; ``written`` says that it has a text."""
        if self.chosen is not None and reference not in self.chosen:
            return False
        return standing in _BEHIND or (self.overwrite and written)
