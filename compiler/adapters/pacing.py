"""How fast a provider is asked: no more requests a minute than it takes, pauses where it asks."""

import threading
import time
from collections.abc import Callable

_MINUTE = 60.0
LONGEST = 120.0
"""Seconds that a provider may ask us to wait; whoever wants more is not there for us."""


class StoppedError(Exception):
    """The work was stopped while it waited."""


class Pacer:
    """Lets requests through one after the other; shared by all threads.

    ``wait`` sleeps for a number of seconds and tells whether it was broken off.
    """

    def __init__(
        self,
        per_minute: int | None,
        wait: Callable[[float], bool],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._gap = _MINUTE / per_minute if per_minute else 0.0
        self._wait, self._clock = wait, clock
        self._guard = threading.Lock()
        self._next = 0.0

    def enter(self) -> None:
        """Wait until a request may be sent. Raises StoppedError."""
        while True:
            with self._guard:
                now = self._clock()
                ahead = self._next - now
                if ahead <= 0:
                    self._next = now + self._gap
                    return
            if self._wait(ahead):
                raise StoppedError

    def hold(self, seconds: float) -> None:
        """Let nobody through for a while, because the provider asked for it."""
        with self._guard:
            self._next = max(self._next, self._clock() + min(seconds, LONGEST))
