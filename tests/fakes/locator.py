"""A locator for messages that stand in no file: everything is at one place."""

from dataclasses import dataclass

from compiler.base.place import Place


@dataclass(frozen=True)
class StillLocator:
    """Says the same place of every part."""

    at: Place

    def place(self, part: str) -> Place:  # noqa: ARG002 - it is the same everywhere
        return self.at

    def within(self, part: str, start: int, end: int) -> Place:  # noqa: ARG002
        return self.at
