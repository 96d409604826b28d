"""What was measured, as a table for the terminal."""

from collections.abc import Iterator

from benchmarks.workbench import Result

_MB = 1_000_000


def table(result: Result) -> str:
    """Return a result as lines: medians first, then the ratios, then the remarks."""
    width = max(len(name) for name in (*result.runs, *result.ratios))
    return "\n".join(_lines(result, width)) + "\n"


def _lines(result: Result, width: int) -> Iterator[str]:
    yield result.title
    versions = ", ".join(f"{name} {version}" for name, version in result.versions.items())
    if versions:
        yield f"  {versions}"
    yield f"  {'':{width}}  wall s   cpu s  peak MB"
    for name, runs in result.runs.items():
        memory = runs.memory / _MB
        yield f"  {name:{width}}  {runs.wall:6.3f}  {runs.cpu:6.3f}  {memory:7.0f}"
    for name, ratio in result.ratios.items():
        yield f"  {name:{width}}  {ratio.wall:5.2f}x  {ratio.cpu:5.2f}x"
    for remark in result.remarks:
        yield f"  {remark}"
