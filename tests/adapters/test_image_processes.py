"""Work on images in processes of their own: whatever an image does to one, the others are done."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from compiler.adapters.image_processes import Job, Limits, Result, _Process, work_off
from compiler.images.doing import do
from compiler.images.recipe import WHOLE, Cut, Recipe
from compiler.images.work import SURVEY, Failure, Task
from tests.images.drawing import banner, photograph, saved

SMALL = saved(banner(64, 48), "PNG")
LARGE = saved(photograph(2400, 1600), "JPEG")


def results(jobs: list[Job], width: int = 1, limits: Limits | None = None) -> list[Result]:
    """Return the results in the order of the jobs."""
    found = {id(job): result for job, result in work_off(jobs, width, limits)}
    return [found[id(job)] for job in jobs]


def survey(data: bytes) -> Job:
    return Job(lambda: data, [SURVEY])


def test_they_do_what_is_done_here() -> None:
    tasks: list[Task] = [
        Cut(1.0),
        Recipe(WHOLE, 32, "WebP", 9000),
        SURVEY,
        Recipe(Cut(2.0, 0.2), 40, "AVIF", 9),
    ]
    assert results([Job(lambda: SMALL, tasks)], 2) == [do(SMALL, tasks)]


def test_several_do_all_jobs() -> None:
    images = [saved(banner(40 + number, 30), "PNG") for number in range(12)]
    found = results([survey(data) for data in images], 3)
    assert [one[0].answer.width for one in found] == list(range(40, 52))  # type: ignore[union-attr]


def test_what_cannot_be_used_is_said() -> None:
    found = results([Job(lambda: b"GIF89a", [WHOLE]), Job(lambda: SMALL, [WHOLE])])
    assert found[0] == Failure("this is a GIF image")
    assert found[1] == do(SMALL, [WHOLE])


def test_one_that_takes_too_long_is_given_up() -> None:
    slow = Job(lambda: LARGE, [Recipe(WHOLE, 2400, "AVIF", 1000)])
    found = results([slow, survey(SMALL)], limits=Limits(seconds=0))
    assert found == [Failure("this image takes longer than 0 s"), do(SMALL, [SURVEY])]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is limited on Linux")
def test_one_that_takes_too_much_memory_is_refused() -> None:
    huge = saved(banner(6500, 6500), "PNG")  # 127 MB once it is unpacked
    found = results([survey(huge), survey(SMALL)], limits=Limits(memory=200_000_000))
    assert found[0] == Failure("this image takes too much memory to unpack")
    assert found[1] == do(SMALL, [SURVEY])


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="/proc is of Linux")
def test_a_process_that_dies_takes_one_image_along() -> None:
    def killing() -> bytes:
        for child in _children():
            os.kill(child, signal.SIGSEGV)
        return SMALL

    found = results([survey(SMALL), Job(killing, [SURVEY]), survey(SMALL)])
    assert found[0] == found[2] == do(SMALL, [SURVEY])
    assert found[1] == Failure("this image breaks the program that reads images")


def test_no_process_is_left(tmp_path_factory: pytest.TempPathFactory) -> None:
    del tmp_path_factory

    def failing() -> bytes:
        raise LookupError("seven")

    before = set(_children())
    with pytest.raises(LookupError, match="seven"):
        results([survey(SMALL), Job(failing, [SURVEY])], 2)
    assert set(_children()) <= before


def _children() -> list[int]:
    command = ["pgrep", "-P", str(os.getpid()), "-f", "compiler.images.child"]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    return [int(line) for line in run.stdout.split()]


def test_the_folder_that_is_worked_in_has_no_say(
    tmp_path: "os.PathLike[str]", monkeypatch: pytest.MonkeyPatch
) -> None:
    """A repository with a module of Python's own name does not get into the process."""
    monkeypatch.chdir(tmp_path)
    for name in ("json.py", "PIL.py"):
        with open(name, "w", encoding="utf-8") as file:  # noqa: PTH123
            file.write("raise SystemExit(7)\n")
    assert results([survey(SMALL)]) == [do(SMALL, [SURVEY])]


def _environment(pid: int) -> bytes:
    """Return the environment of a process, which has none for a moment at its very beginning."""
    found = b""
    while not found:
        found = Path(f"/proc/{pid}/environ").read_bytes()
    return found


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="tells the environment of a process")
def test_processes_know_no_key_of_anybody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "canary")
    process = _Process(Limits())
    try:
        environment = _environment(process._child.pid)
    finally:
        process.end()
    assert b"PATH=" in environment
    assert b"canary" not in environment
