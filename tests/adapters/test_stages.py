"""Stages of a run: each is counted without those inside it."""

import subprocess
import sys

import pytest

from compiler.adapters import stages
from compiler.adapters.stages import Spent, stage


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Return the seconds that it is, on the clock and of the processor; nothing is counted yet."""
    now = [0.0, 0.0]
    monkeypatch.setattr(stages, "_spent", {})
    monkeypatch.setattr(stages, "_now", lambda: Spent(*now))
    return now


def _pass(clock: list[float], wall: float, cpu: float) -> None:
    clock[0] += wall
    clock[1] += cpu


def test_a_stage_is_counted_without_those_inside_it(clock: list[float]) -> None:
    with stage("checking"):
        _pass(clock, 2, 1)
        with stage("rendering"):
            _pass(clock, 8, 4)
            with stage("reading"):
                _pass(clock, 16, 8)
        _pass(clock, 1, 1)
    with stage("reading"):
        _pass(clock, 0.5, 0.25)
    assert stages.stages() == {"reading": (16.5, 8.25), "rendering": (8, 4), "checking": (3, 2)}


def test_a_stage_that_fails_is_counted_too(clock: list[float]) -> None:
    def fail() -> None:
        with stage("outer"), stage("inner"):
            _pass(clock, 1, 1)
            raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011 - that it comes through
        fail()
    assert stages.stages() == {"inner": (1, 1), "outer": (0, 0)}


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells when a process began")
def test_the_whole_run_begins_with_the_process() -> None:
    code = (
        "import time; time.sleep(0.5)\n"
        "from compiler.adapters.stages import whole_run; print(whole_run().wall)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert float(run.stdout) > 0.5
