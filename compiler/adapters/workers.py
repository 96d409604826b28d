"""Work shared out among the cores of this machine, by processes that are forked for it.

A child has everything in memory that its parent has, so only what it found travels back.
"""

import gc
import os
import pickle
import sys
import threading
from collections.abc import Callable, Sequence
from typing import TypeVar

Task = TypeVar("Task")
Found = TypeVar("Found")

_FAILED = 1


def share_out(work: Callable[[Task], Found], tasks: Sequence[Task]) -> list[Found]:
    """Return what ``work`` makes of each task, in order; this process takes the last one itself.

    Where no process can be forked safely (beside other threads, elsewhere than on Linux), it does
    them one by one.
    """
    forks = sys.platform.startswith("linux") and threading.active_count() == 1
    if len(tasks) == 1 or not forks:
        return [work(task) for task in tasks]
    gc.freeze()  # so that collecting garbage in a child does not copy what both have
    children = [_start(work, task) for task in tasks[:-1]]
    try:
        own = work(tasks[-1])
    except BaseException:
        for pid, pipe in children:
            os.close(pipe)
            os.waitpid(pid, 0)
        raise
    answers = [
        _answer(pid, pipe, work, task)
        for (pid, pipe), task in zip(children, tasks[:-1], strict=True)
    ]
    return [*answers, own]


def cores() -> int:
    """Return how many processes can run at once here."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _start(work: Callable[[Task], Found], task: Task) -> tuple[int, int]:
    reading, writing = os.pipe()
    sys.stdout.flush()
    sys.stderr.flush()
    pid = os.fork()
    if pid:
        os.close(writing)
        return pid, reading
    code = _FAILED
    try:  # nothing of the parent's may run in the child: no handler, no flush
        os.close(reading)
        with os.fdopen(writing, "wb") as stream:
            pickle.dump(work(task), stream, protocol=pickle.HIGHEST_PROTOCOL)
        code = 0
    finally:
        os._exit(code)


def _answer(pid: int, pipe: int, work: Callable[[Task], Found], task: Task) -> Found:
    """Return the answer of a child; where it died, do its work here, so that its error is seen."""
    with os.fdopen(pipe, "rb") as stream:
        data = stream.read()
    _, status = os.waitpid(pid, 0)
    if status != 0 or not data:
        return work(task)
    found: Found = pickle.loads(data)  # noqa: S301 - from our own child
    return found
