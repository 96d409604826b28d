"""The clone that a project lies in, as far as merging in it goes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class AttributesFile:
    """A file `.gitattributes`; ``path`` is relative to the project, also above it (`../…`)."""

    path: str
    text: str


class Clone(Protocol):
    """The Git work tree around a project."""

    def attributes(self) -> Sequence[AttributesFile]:
        """Return the `.gitattributes` of the project and of the work tree's top, as they exist."""
        ...

    def has_merge_driver(self, name: str) -> bool:
        """Tell whether Git knows a merge driver here; where Git cannot say, it is not missed."""
        ...

    def set_merge_driver(self, name: str, title: str) -> None:
        """Write this program to the clone's own configuration as a merge driver.

        Raises HistoryError.
        """
        ...

    def set_diff_driver(self, name: str) -> None:
        """Let Git show catalogues by this program in its diffs here. Raises HistoryError."""
        ...
