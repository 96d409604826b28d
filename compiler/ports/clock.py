"""Time and chance, so that both can be chosen in tests."""

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """The two things no pure function may ask for."""

    def now(self) -> datetime:
        """Return the time, with UTC as its zone."""
        ...

    def nonce(self) -> str:
        """Return 32 hex digits that nobody else will choose."""
        ...
