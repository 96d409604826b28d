"""Work shared out among the cores of this machine, by processes that are forked for it.

A child has everything in memory that its parent has, so only what it found travels back. Who is
free takes the next task, so that none waits for another.
"""

import os
import pickle
import select
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from typing import NamedTuple, TypeVar

Task = TypeVar("Task")
Found = TypeVar("Found")

_MOST_TASKS = 256  # a task is named by one byte
_FAILED = 1


def share_out(work: Callable[[Task], Found], tasks: Sequence[Task], processes: int) -> list[Found]:
    """Return what ``work`` makes of each task, in order, in that many processes with this one.

    The largest tasks should come first. Where no process can be forked safely (beside other
    threads, elsewhere than on Linux), this one does them all.
    """
    if processes == 1 or not _may_fork(tasks):
        return [work(task) for task in tasks]
    queue = _queue(range(len(tasks)))
    children: list[_Child] = []
    with suppress(OSError):  # where the system gives no more processes, these have to do
        while len(children) < min(processes, len(tasks)) - 1:
            children.append(_start(work, tasks, queue))
    found: dict[int, Found] = {}
    try:
        for index in _claimed(queue):
            found[index] = work(tasks[index])
    finally:
        os.read(queue, _MOST_TASKS)  # after a failure here no child goes on
        os.close(queue)
        for child in children:
            found.update(_answer(child))
    return [found[index] if index in found else work(task) for index, task in enumerate(tasks)]


def share_out_apart(
    work: Callable[[Task], Found], tasks: Sequence[Task], processes: int
) -> list[Found]:
    """Do the same with a process for each task, so that none has the memory of those before it.

    That many are there at once, beside this one.
    """
    if not _may_fork(tasks):
        return [work(task) for task in tasks]
    ahead, running, found = list(range(len(tasks))), dict[int, _Child](), dict[int, Found]()
    try:
        while ahead or running:
            while ahead and len(running) < processes:
                child = _start_one(work, tasks, ahead.pop(0))
                running[child.pipe] = child
            for pipe in select.select(list(running), [], [])[0]:
                found.update(_answer(running.pop(pipe)))
    except OSError:
        pass  # where the system gives no more processes, this one does the rest
    finally:
        for child in running.values():
            found.update(_answer(child))
    return [found[index] if index in found else work(task) for index, task in enumerate(tasks)]


def cores() -> int:
    """Return how many processes can run at once here."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class _Child(NamedTuple):
    pid: int
    pipe: int


def _may_fork(tasks: Sequence[Task]) -> bool:
    alone = sys.platform.startswith("linux") and threading.active_count() == 1
    return alone and len(tasks) <= _MOST_TASKS


def _start_one(work: Callable[[Task], Found], tasks: Sequence[Task], index: int) -> _Child:
    queue = _queue([index])
    try:
        return _start(work, tasks, queue)
    finally:
        os.close(queue)


def _queue(indexes: Iterable[int]) -> int:
    """Return a pipe with a byte for each task; every process takes from the same one."""
    reading, writing = os.pipe()
    os.write(writing, bytes(indexes))
    os.close(writing)
    return reading


def _claimed(queue: int) -> Iterator[int]:
    while task := os.read(queue, 1):
        yield task[0]


def _start(work: Callable[[Task], Found], tasks: Sequence[Task], queue: int) -> _Child:
    reading, writing = os.pipe()
    sys.stdout.flush()
    sys.stderr.flush()
    try:
        pid = os.fork()
    except OSError:
        os.close(reading)
        os.close(writing)
        raise
    if pid:
        os.close(writing)
        return _Child(pid, reading)
    code = _FAILED
    try:  # nothing of the parent's may run in the child: no handler, no flush
        os.close(reading)
        found = {index: work(tasks[index]) for index in _claimed(queue)}
        with os.fdopen(writing, "wb") as stream:
            pickle.dump(found, stream, protocol=pickle.HIGHEST_PROTOCOL)
        code = 0
    finally:
        os._exit(code)


def _answer(child: _Child) -> dict[int, Found]:
    """Return what a child found: nothing where it died, so that its tasks are done again here.

    Where SIGCHLD is ignored, the system reaps children itself and does not tell how they ended.
    """
    with os.fdopen(child.pipe, "rb") as stream:
        data = stream.read()
    try:
        _, status = os.waitpid(child.pid, 0)
    except ChildProcessError:
        return {}
    if status != 0 or not data:
        return {}
    found: dict[int, Found] = pickle.loads(data)  # noqa: S301 - from our own child
    return found
