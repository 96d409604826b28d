"""Files in which nobody has to look for secrets again."""

from typing import Protocol


class CleanFiles(Protocol):
    """What is known of files by their bytes."""

    def has(self, path: str) -> bool:
        """Tell whether a file is known to have no secret."""
        ...

    def add(self, path: str, data: bytes) -> None:
        """Take note that a file with these bytes has none."""
        ...


class NothingKnown:
    """Nothing is known of any file."""

    def has(self, path: str) -> bool:  # noqa: ARG002 - of none of them
        """Return False."""
        return False

    def add(self, path: str, data: bytes) -> None:
        """Forget it."""
