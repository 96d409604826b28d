"""The last results of all benchmarks: one raw file each, and one page made from them."""

import datetime as dt
import json
import os
import platform
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from benchmarks.timing import Runs
from benchmarks.workbench import ROOT, Result

PAGE = ROOT / "docs" / "benchmarks.md"
RAW = ROOT / "docs" / "benchmarks"
_HEAD = """# Benchmarks
Whole commands, timed in turn with those of peers in one run: medians, and medians of the ratios
round by round. How they are measured, and how to run them: [benchmarks](../benchmarks/README.md).
This page is made from the raw runs beside it by `make bench`; nothing is asserted by it, for a
machine's mood would fail that.
"""


def keep(name: str, result: Result, day: dt.date) -> None:
    """Keep the runs of one benchmark, and write the page anew."""
    RAW.mkdir(exist_ok=True)
    text = json.dumps({"day": day.isoformat(), "machine": _machine(), **_raw(result)}, indent=1)
    (RAW / f"{name}.json").write_text(f"{text}\n", encoding="utf-8")


def page(names: Iterable[str]) -> str:
    """Return the page of the benchmarks that are kept among those named, in that order."""
    kept = (RAW / f"{name}.json" for name in names)
    raw = [json.loads(path.read_text(encoding="utf-8")) for path in kept if path.exists()]
    return "\n".join([_HEAD, *(line for one in raw for line in _section(one))])


def _machine() -> str:
    cores, system, version = os.cpu_count(), platform.system(), platform.python_version()
    return f"{system} on {platform.machine()}, {cores} cores, Python {version}"


def _raw(result: Result) -> dict[str, Any]:
    return {
        "title": result.title,
        "versions": dict(result.versions),
        "runs": {name.strip(): _runs(runs) for name, runs in result.runs.items()},
        "ratios": {
            name: [round(ratio.wall, 3), round(ratio.cpu, 3)]
            for name, ratio in result.ratios.items()
        },
        "remarks": list(result.remarks),
    }


def _runs(runs: Runs) -> dict[str, Any]:
    return {
        "median": [round(runs.wall, 3), round(runs.cpu, 3), runs.memory],
        "each": [[round(one.wall, 3), round(one.cpu, 3), one.memory] for one in runs.each],
    }


def _section(raw: Mapping[str, Any]) -> Iterator[str]:
    versions = "".join(f", {name} {version}" for name, version in raw["versions"].items())
    rounds = max(len(runs["each"]) for runs in raw["runs"].values())
    yield f"## {raw['title']}"
    yield f"{raw['day']}; {raw['machine']}{versions}; rounds: {rounds}.\n"
    yield "| command | seconds | of processor | peak MB |"
    yield "|---|---:|---:|---:|"
    for name, runs in raw["runs"].items():
        wall, cpu, memory = runs["median"]
        yield f"| {name} | {wall:.2f} | {cpu:.2f} | {memory / 1e6:.0f} |"
    if raw["ratios"]:
        yield "\n| ratio | seconds | of processor |"
        yield "|---|---:|---:|"
        for name, (wall, cpu) in raw["ratios"].items():
            yield f"| {name} | {wall:.2f} | {cpu:.2f} |"
    if raw["remarks"]:
        yield ""
        yield from (f"- {remark}" for remark in raw["remarks"])
    yield ""
