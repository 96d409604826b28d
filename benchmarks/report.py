"""What was measured, as a table for people and as JSON for programs."""

import json
import os
import platform
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.timing import Runs
from benchmarks.workbench import Result

_MB = 1_000_000


def table(result: Result) -> str:
    """Return a result as lines: medians first, then the ratios, then the remarks."""
    width = max(len(name) for name in (*result.runs, *result.ratios))
    return "\n".join(_lines(result, width)) + "\n"


def write_json(path: Path, results: Mapping[str, Result]) -> None:
    """Write all results and what they were measured on."""
    path.parent.mkdir(parents=True, exist_ok=True)
    data = {
        "machine": {
            "cpus": os.cpu_count(),
            "architecture": platform.machine(),
            "system": platform.system(),
            "python": platform.python_version(),
        },
        "benchmarks": {name: _data(result) for name, result in results.items()},
    }
    path.write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8")


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


def _data(result: Result) -> dict[str, Any]:
    return {
        "title": result.title,
        "versions": dict(result.versions),
        "runs": {name.strip(): _runs_data(runs) for name, runs in result.runs.items()},
        "ratios": {
            name: {"wall": round(ratio.wall, 4), "cpu": round(ratio.cpu, 4)}
            for name, ratio in result.ratios.items()
        },
        "remarks": list(result.remarks),
    }


def _runs_data(runs: Runs) -> dict[str, Any]:
    return {
        "wall_seconds": round(runs.wall, 4),
        "cpu_seconds": round(runs.cpu, 4),
        "peak_bytes": runs.memory,
        "each_wall_seconds": [round(run.wall, 4) for run in runs.each],
    }
