"""A publish to the embedded store: the first one, and one of the same content again."""

from benchmarks.timing import Task, in_turn
from benchmarks.workbench import CLIENTAREA, Result, Workbench, write_corpus

_MOST_KEYS = 5_000
_FIRST, _AGAIN = "publish, first", "publish, nothing changed"


def measure(bench: Workbench) -> Result:
    """Measure both in turn, on a quarter of the catalogues of the other benchmark."""
    keys = min(bench.keys, _MOST_KEYS)
    write_corpus(bench.scratch, keys)
    project, publish = bench.scratch / "project", (CLIENTAREA, "publish")
    tasks = {
        _FIRST: Task({_FIRST: publish}, project, makes=("build",)),
        _AGAIN: Task({_AGAIN: publish}, project),
    }
    runs = in_turn(tasks, bench.rounds)
    return Result(
        title=f"Publish: {keys:,} keys in 6 languages",
        runs=runs,
        ratios={f"{_AGAIN} / {_FIRST}": runs[_AGAIN].ratio(runs[_FIRST])},
    )
