"""Work shared out among processes comes back whole and in order, whoever dies."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from compiler.adapters.workers import cores, share_out

TASKS = 20
SCRIPT = """
import os, sys, time
from compiler.adapters.workers import share_out
parent = os.getpid()
{before}

def work(task):
    time.sleep(0.01)  # so that every process takes some
    {body}
    return task * 2, os.getpid()

found = share_out(work, list(range({tasks})), 3)
assert [double for double, _ in found] == [task * 2 for task in range({tasks})], found
print(len({{pid for _, pid in found}}), all(pid == parent for _, pid in found))
"""


def run(body: str, before: str = "") -> subprocess.CompletedProcess[str]:
    """Share out work in a process of its own, which has no threads."""
    command = [sys.executable, "-c", SCRIPT.format(body=body, before=before, tasks=TASKS)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="processes are forked on Linux")
def test_several_processes_take_tasks() -> None:
    assert run("pass").stdout == "3 False\n"


def test_what_a_dead_child_had_taken_is_done_again() -> None:
    done = run("if os.getpid() != parent: os._exit(9)")
    assert (done.stdout, done.stderr, done.returncode) == ("1 True\n", "", 0)


def test_where_the_system_forks_no_more_fewer_do_the_work() -> None:
    done = run(
        "pass",
        """
fork, left = os.fork, [1]

def forking():
    if not left:
        raise BlockingIOError(11, "Resource temporarily unavailable")
    left.pop()
    return fork()

os.fork = forking
""",
    )
    assert (done.stdout, done.stderr) == ("2 False\n", "")


def test_where_children_are_reaped_by_the_system_their_tasks_are_done_again() -> None:
    done = run("pass", "import signal; signal.signal(signal.SIGCHLD, signal.SIG_IGN)")
    assert (done.stdout, done.stderr) == ("1 True\n", "")


def test_after_an_error_here_no_child_takes_another_task(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    done = run(
        f"open({str(taken)!r}, 'a').write('.')\n"
        "    if os.getpid() == parent: raise LookupError\n"
        "    time.sleep(0.1)"
    )
    assert "LookupError" in done.stderr
    assert len(taken.read_text(encoding="utf-8")) < TASKS


def test_an_error_is_raised_here_and_no_child_is_left() -> None:
    done = run("if task == 7: raise LookupError('seven')")
    assert "LookupError: seven" in done.stderr
    assert done.returncode == 1


def test_beside_other_threads_nothing_is_forked() -> None:
    assert share_out(lambda task: (task, os.getpid()), [1, 2], 1) == [
        (1, os.getpid()),
        (2, os.getpid()),
    ]


def test_the_cores_of_this_process_count() -> None:
    assert 1 <= cores() <= (os.cpu_count() or 1)
