"""How much of the processor child processes have had: what they take, whatever else is going on."""

import os
import threading
import time


class Budget:
    """Seconds of the processor that several child processes may have together."""

    def __init__(self, seconds: float) -> None:
        self._left = seconds
        self._guard = threading.Lock()

    @property
    def is_spent(self) -> bool:
        """Whether nothing is left of it."""
        return self._left <= 0

    def meter(self, pid: int) -> "Meter":
        """Return what measures a child."""
        return Meter(self, pid)

    def spend(self, seconds: float) -> None:
        """Take seconds from it."""
        with self._guard:
            self._left -= seconds


class Meter:
    """What one child process has had since it answered last."""

    def __init__(self, budget: Budget, pid: int) -> None:
        self._budget, self._pid = budget, pid
        self._spent = 0.0
        self._begun = time.monotonic()
        self.answered()

    def answered(self) -> None:
        """Begin anew: the child has answered."""
        self._heard, self._had = time.monotonic(), self._processor()

    def is_worth_waiting(self, seconds: float) -> bool:
        """Tell whether to wait on: not after more than ``seconds`` of the processor without answer.

        Nor once the budget is spent.
        """
        had = self._processor()
        self._budget.spend(had - self._spent)
        self._spent = had
        return had - self._had <= seconds and not self._budget.is_spent

    def is_silent(self, seconds: float) -> bool:
        """Tell whether the child has not answered for so many seconds by the clock."""
        return time.monotonic() - self._heard > seconds

    def _processor(self) -> float:
        known = processor_seconds(self._pid)
        return time.monotonic() - self._begun if known is None else known


def processor_seconds(pid: int) -> float | None:
    """Return how many seconds of the processor a process has had; None where nobody tells."""
    try:
        with open(f"/proc/{pid}/stat", encoding="utf-8") as file:  # noqa: PTH123 - a hundred times
            fields = file.read().rpartition(")")[2].split()
    except OSError:
        return None
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
