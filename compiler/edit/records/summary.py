"""What an import of records came to, counted."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Fate(StrEnum):
    """What became of an entity."""

    NEW = "new"
    JOINED = "with new languages"
    REPLACED = "replaced"
    SAME = "unchanged"
    KEPT = "kept as it was"
    LEFT_OUT = "left out"


@dataclass(slots=True)
class Summary:
    """The numbers of an import.

    ``rows`` were read, of which ``repeated`` values had been said before; ``fates`` is by kind,
    ``strings`` the rows of strings that came in by locale. ``replaced`` names what gave way.
    ``left_out`` are files with the reason, ``activated`` locales that were not active before.
    """

    rows: int = 0
    repeated: int = 0
    fates: dict[str, Counter[Fate]] = field(default_factory=dict)
    strings: Mapping[str, int] = field(default_factory=dict)
    replaced: list[str] = field(default_factory=list)
    read_as: Mapping[str, str] = field(default_factory=dict)
    left_out: tuple[tuple[str, str], ...] = ()
    activated: tuple[str, ...] = ()
    unstyled: int = 0

    def count(self, kind: str, fate: Fate) -> None:
        """Count an entity."""
        self.fates.setdefault(kind, Counter())[fate] += 1
