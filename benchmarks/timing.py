"""Whole commands timed in turn, so that a machine whose speed drifts spoils no ratio."""

import statistics
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Pair:
    """Seconds of two commands, run in turn; ``ratio`` is the median of the ratios pair by pair."""

    ours: float
    yardstick: float
    ratio: float


def seconds(command: Sequence[str], folder: Path) -> float:
    """Run a command once; return its wall seconds. Raises CalledProcessError where it fails."""
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return time.perf_counter() - start


def in_turn(ours: Sequence[str], yardstick: Sequence[str], folder: Path, rounds: int) -> Pair:
    """Time two commands in turn, after one run of each that does not count."""
    seconds(ours, folder)
    seconds(yardstick, folder)
    pairs = [(seconds(ours, folder), seconds(yardstick, folder)) for _ in range(rounds)]
    return Pair(
        ours=statistics.median(mine for mine, _ in pairs),
        yardstick=statistics.median(other for _, other in pairs),
        ratio=statistics.median(mine / other for mine, other in pairs),
    )
