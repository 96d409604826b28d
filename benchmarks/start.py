"""How long it takes before anything begins."""

import sys

from benchmarks.timing import Task, in_turn
from benchmarks.workbench import CLIENTAREA, Result, Workbench

_VERSION, _BARE = "clientarea --version", "python -c pass"


def measure(bench: Workbench) -> Result:
    """Measure `--version` against a Python that does nothing."""
    tasks = {
        _VERSION: Task({_VERSION: (CLIENTAREA, "--version")}, bench.scratch),
        _BARE: Task({_BARE: (sys.executable, "-c", "pass")}, bench.scratch),
    }
    runs = in_turn(tasks, bench.rounds * 4)
    bound = 1.6 * runs[_BARE].wall + 0.060
    return Result(
        title="Start",
        runs=runs,
        ratios={f"{_VERSION} / {_BARE}": runs[_VERSION].ratio(runs[_BARE])},
        remarks=(f"bound: 1.6 x bare + 60 ms = {bound:.3f} s",),
    )
