"""Banners to four widths and three formats, against sharp at the same likeness."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from benchmarks.peers.proof import YardstickError, prove_alike
from benchmarks.peers.sharp_images import AVIF, Sharp, install_sharp
from benchmarks.timing import Command, Task, in_turn
from benchmarks.workbench import ROOT, Result, Workbench, write_photographs

_WIDTHS = (640, 1024, 1444, 1920)
_IMAGES = 8
_MADE = _IMAGES * len(_WIDTHS) * 3
_UNBOUNDED, _BUDGET = 1_000_000_000, 150_000
_OURS, _SEARCH = "clientarea, usual qualities", "clientarea, qualities searched"
_WARM = "clientarea, nothing changed"
_USUAL, _QUICK = "sharp, its usual effort", "sharp, at our encoder's speed"
_FOLDERS = {_OURS: "ours", _SEARCH: "searched", _WARM: "warm", _USUAL: "usual", _QUICK: "quick"}


def measure(bench: Workbench) -> Result:
    """Measure 96 renditions made anew, by both with two images at once, and made before."""
    sharp = install_sharp(bench.home / "peers" / "sharp")
    write_photographs(bench.scratch)
    for folder in _FOLDERS.values():
        (bench.scratch / folder).mkdir()
    commands = {
        _OURS: _make(bench.scratch, _OURS, _UNBOUNDED, store="kept"),
        _SEARCH: _make(bench.scratch, _SEARCH, _BUDGET, store="kept-searched"),
        _WARM: _make(bench.scratch, _WARM, _BUDGET, store="kept-searched"),
        _USUAL: _sharp(bench.scratch, sharp, _USUAL, AVIF["usual"]),
        _QUICK: _sharp(bench.scratch, sharp, _QUICK, AVIF["quick"]),
    }
    cold = {_OURS: ("kept",), _SEARCH: ("kept-searched",)}
    tasks = {
        name: Task({name: command}, bench.scratch, makes=cold.get(name, ()))
        for name, command in commands.items()
    }
    runs = in_turn(tasks, bench.rounds)
    return Result(
        title=f"Images: {_IMAGES} banners of 2400 × 900 to {len(_WIDTHS)} widths in 3 formats",
        runs={name: runs[name] for name in commands},
        ratios={
            f"{mine} / {other}": runs[mine].ratio(runs[other])
            for mine, other in ((_OURS, _USUAL), (_OURS, _QUICK), (_SEARCH, _USUAL))
        },
        remarks=(
            "bound: usual qualities 1.00x sharp at the same SSIM",
            "peak MB is that of the largest process, of which clientarea has one a core",
            *_proved(bench.scratch),
        ),
        versions={"sharp": sharp.version, "node": sharp.node},
    )


def _asked(scratch: Path, name: str) -> dict[str, Any]:
    return {
        "images": sorted(map(str, (scratch / "photographs").iterdir())),
        "target": str(scratch / _FOLDERS[name]),
        "widths": _WIDTHS,
    }


def _make(scratch: Path, name: str, budget: int, store: str) -> Command:
    asked = {**_asked(scratch, name), "budget": budget, "jobs": 2, "store": str(scratch / store)}
    job = scratch / f"{_FOLDERS[name]}.json"
    job.write_text(json.dumps(asked), encoding="utf-8")
    return (
        "env",
        f"PYTHONPATH={ROOT}",
        sys.executable,
        "-m",
        "benchmarks.imaging",
        "make",
        str(job),
    )


def _sharp(scratch: Path, sharp: Sharp, name: str, avif: dict[str, int]) -> Command:
    return sharp.renditions(scratch / f"{_FOLDERS[name]}.json", _asked(scratch, name), avif)


def _proved(scratch: Path) -> list[str]:
    """Return how alike and how large the images are; raise YardstickError where not comparable."""
    found = {name: _compared(scratch, _FOLDERS[name]) for name in (_OURS, _USUAL, _QUICK, _SEARCH)}
    for peer in (_USUAL, _QUICK):
        prove_alike(found[_OURS], found[peer], _MADE // 3)
    counts = {
        name: json.loads((scratch / _FOLDERS[name] / "counts.json").read_text(encoding="utf-8"))
        for name in (_OURS, _SEARCH, _WARM)
    }
    if [counts[name]["encoded"] for name in counts] != [_MADE, _MADE, 0]:
        message = f"not all was made anew, or not all kept: {counts}"
        raise YardstickError(message)
    searched = counts[_SEARCH]
    searched_to = (
        f"searched to {_BUDGET // 1000} KB each: {searched['lowered']} of {_MADE} have another "
        f"quality than usual, {searched['over']} keep to no budget; with nothing changed "
        f"{counts[_WARM]['encoded']} are encoded"
    )
    return [
        *(f"{name}: {_told(each)}" for name, each in found.items()),
        searched_to,
    ]


def _told(found: dict[str, Any]) -> str:
    return "; ".join(
        f"{form.upper()} SSIM {each['ssim']:.4f}, {each['bytes'] / 1e6:.2f} MB"
        for form, each in found.items()
    )


def _compared(scratch: Path, folder: str) -> dict[str, Any]:
    paths = str(scratch / "photographs"), str(scratch / folder)
    command = [sys.executable, "-m", "benchmarks.imaging", "compare", *paths]
    said = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    found: dict[str, Any] = json.loads(said)
    return found
