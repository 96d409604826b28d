"""The clock and the chance of this machine."""

import os
from datetime import UTC, datetime


class SystemClock:
    """Time by the operating system, in UTC; nonces from its source of randomness."""

    def now(self) -> datetime:
        """Return the time, with UTC as its zone."""
        return datetime.now(UTC)

    def nonce(self) -> str:
        """Return 32 hex digits that nobody else will choose."""
        return os.urandom(16).hex()
