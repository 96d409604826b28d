"""One change of the content, and how much it weighs for the applications that read it."""

from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import Any


class What(StrEnum):
    """What became of an entry, or of a part of it."""

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    CHANGED = "changed"


class Weight(Enum):
    """What a change means for applications that were built for the content before it."""

    NONE = "none"
    COMPATIBLE = "compatible"
    BREAKING = "breaking"


@dataclass(frozen=True, slots=True)
class Change:
    """A change of an entry, or of one part of it (``title``, ``properties.limit``).

    ``area`` is None for what all areas share, ``locale`` for what is in no language. ``reason``
    says why it breaks clients, with the rule's id in ``rule``.
    """

    entity: str
    what: What
    area: str | None = None
    locale: str | None = None
    part: str | None = None
    before: Any = None
    after: Any = None
    weight: Weight = Weight.COMPATIBLE
    rule: str | None = None
    reason: str | None = None
