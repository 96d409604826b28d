"""How complete languages must be before they are published."""

from enum import StrEnum


class Gate(StrEnum):
    """How complete enabled languages must be; each gate demands more than the one before."""

    DRAFT = "draft"
    COMPLETE = "complete"
    REVIEWED = "reviewed"

    @property
    def height(self) -> int:
        """The step on the ladder, from 0."""
        return list(Gate).index(self)
