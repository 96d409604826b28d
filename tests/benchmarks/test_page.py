"""The page of benchmarks: made from the raw runs beside it, and from nothing else."""

import datetime as dt
from pathlib import Path

import pytest

from benchmarks import page as pages
from benchmarks.__main__ import BENCHMARKS
from benchmarks.page import PAGE, RAW, keep, page
from benchmarks.timing import Run, Runs
from benchmarks.workbench import Result


def test_the_page_is_made_from_the_raw_runs() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(BENCHMARKS)
    assert {path.stem for path in RAW.glob("*.json")} <= BENCHMARKS.keys()


def test_a_benchmark_replaces_its_own_runs_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "RAW", tmp_path)
    fast, slow = Run(1.0, 0.5, 20_000_000), Run(3.0, 2.5, 40_000_000)
    ours, theirs = Runs((fast, fast, slow)), Runs((slow, slow, slow))
    result = Result(
        "Reading", {"ours": ours, "theirs": theirs}, {"ours / theirs": ours.ratio(theirs)}
    )
    day = dt.date(2027, 1, 31)
    keep("one", result, day)
    keep("two", Result("Writing", {"ours": theirs}, versions={"node": "20"}), day)
    first = page(["two", "one", "never run"])
    assert first.index("## Writing") < first.index("## Reading")
    assert "| ours | 1.00 | 0.50 | 40 |\n| theirs | 3.00 | 2.50 | 40 |\n" in first
    assert "| ours / theirs | 0.33 | 0.20 |\n" in first
    assert ", node 20; rounds: 3." in first
    keep("one", Result("Reading", {"ours": theirs}), day)
    assert page(["two"]) in first
    assert "| ours | 3.00 | 2.50 | 40 |" in page(["one"])
