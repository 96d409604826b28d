"""A clock that a test sets, and nonces that are told in advance."""

from datetime import UTC, datetime, timedelta
from itertools import count


class SteadyClock:
    """Starts at ``start``, goes on by ``step`` with every look; nonces count up, apart by ``name``."""

    def __init__(
        self,
        start: datetime = datetime(2026, 1, 1, 12, tzinfo=UTC),
        *,
        step: timedelta = timedelta(seconds=1),
        name: int = 0,
    ) -> None:
        self._time, self._step = start, step
        self._nonces = count(name << 64)

    def now(self) -> datetime:
        time = self._time
        self._time += self._step
        return time

    def nonce(self) -> str:
        return f"{next(self._nonces):032x}"
