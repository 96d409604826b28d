"""Whole commands timed in turn, so that a machine whose speed drifts spoils no ratio."""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

Command = tuple[str, ...]

_MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True, slots=True)
class Task:
    """Commands by name, run one after the other; what they make is removed before the first."""

    commands: Mapping[str, Command]
    folder: Path
    makes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """What one run took: wall and processor seconds, and the bytes of its largest process.

    The bytes are never below those of this process, from which the command was started.
    """

    wall: float
    cpu: float
    memory: int


@dataclass(frozen=True, slots=True)
class Ratio:
    """How often the time of a yardstick was taken; ``cpu`` tells it on a machine with others."""

    wall: float
    cpu: float


@dataclass(frozen=True, slots=True)
class Runs:
    """The runs of one task that count, in order."""

    each: tuple[Run, ...]

    @property
    def wall(self) -> float:
        """The median of the wall seconds."""
        return statistics.median(run.wall for run in self.each)

    @property
    def cpu(self) -> float:
        """The median of the processor seconds, those of all processes together."""
        return statistics.median(run.cpu for run in self.each)

    @property
    def memory(self) -> int:
        """The bytes of the largest process of all runs."""
        return max(run.memory for run in self.each)

    def ratio(self, yardstick: "Runs") -> Ratio:
        """Return the medians of the ratios round by round."""
        pairs = list(zip(self.each, yardstick.each, strict=True))
        return Ratio(
            wall=statistics.median(mine.wall / other.wall for mine, other in pairs),
            cpu=statistics.median(mine.cpu / other.cpu for mine, other in pairs),
        )


def in_turn(tasks: Mapping[str, Task], rounds: int) -> dict[str, Runs]:
    """Run every task once a round, after one round that does not count.

    Returns the runs of each task, all its commands together, and those of each command.
    Raises CalledProcessError where a command fails.
    """
    taken: dict[str, list[Run]] = {}
    for _ in range(rounds + 1):
        for name, task in tasks.items():
            steps = _run_cold(task)
            for each, one in {name: _together(steps.values()), **steps}.items():
                taken.setdefault(each, []).append(one)
    return {name: Runs(tuple(runs[1:])) for name, runs in taken.items()}


def _run_cold(task: Task) -> dict[str, Run]:
    for name in task.makes:
        shutil.rmtree(task.folder / name, ignore_errors=True)
    return {name: run(command, task.folder) for name, command in task.commands.items()}


def _together(runs: Collection[Run]) -> Run:
    return Run(
        wall=sum(one.wall for one in runs),
        cpu=sum(one.cpu for one in runs),
        memory=max(one.memory for one in runs),
    )


def run(command: Iterable[str], folder: Path) -> Run:
    """Run a command once. Raises CalledProcessError with its words where it fails."""
    arguments = list(command)
    with tempfile.TemporaryFile() as words:
        start = time.perf_counter()
        process = subprocess.Popen(arguments, cwd=folder, stdout=words, stderr=words)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            words.seek(0)
            said = words.read().decode(errors="replace")
            raise subprocess.CalledProcessError(process.returncode, arguments, said)
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * _MAXRSS_UNIT)
