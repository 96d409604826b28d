"""Where the time of a run goes: stages by name, each without those inside it.

The processor's time is that of this process and of the children that it has waited for.
"""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple


class Spent(NamedTuple):
    """Seconds: on the clock, and of the processor."""

    wall: float
    cpu: float


_spent: dict[str, Spent] = {}
_inside: list[Spent] = []
"""What the stages inside those that are under way have taken."""

_begun = time.perf_counter()


@contextmanager
def stage(name: str) -> Iterator[None]:
    """Count what is done inside as a stage; one that comes again adds up."""
    begin = _now()
    _inside.append(Spent(0, 0))
    try:
        yield
    finally:
        end, inner = _now(), _inside.pop()
        whole = Spent(end.wall - begin.wall, end.cpu - begin.cpu)
        if _inside:
            outer = _inside[-1]
            _inside[-1] = Spent(outer.wall + whole.wall, outer.cpu + whole.cpu)
        before = _spent.get(name, Spent(0, 0))
        _spent[name] = Spent(
            before.wall + whole.wall - inner.wall, before.cpu + whole.cpu - inner.cpu
        )


def stages() -> dict[str, Spent]:
    """Return what stages have taken, in the order in which they ended first."""
    return dict(_spent)


def whole_run() -> Spent:
    """Return what the run has taken since its process began."""
    now = _now()
    return now._replace(wall=max(now.wall, _age_of_process()))


def _age_of_process() -> float:
    """Return how long the process has been running, by the kernel; 0 where it does not tell.

    Python's own start and what is imported first have passed before anything here can look.
    """
    try:
        with open("/proc/self/stat", encoding="utf-8") as file:  # noqa: PTH123 - as light as can be
            begun = int(file.read().rpartition(")")[2].split()[19])
        return time.clock_gettime(time.CLOCK_BOOTTIME) - begun / os.sysconf("SC_CLK_TCK")
    except (OSError, ValueError, AttributeError, IndexError):
        return 0.0


def _now() -> Spent:
    own = os.times()
    cpu = own.user + own.system + own.children_user + own.children_system
    return Spent(time.perf_counter() - _begun, cpu)
