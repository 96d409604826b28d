"""Work on images in processes that may die of them: one a core, each within limits."""

import contextlib
import json
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from queue import Empty, SimpleQueue
from typing import Any, NamedTuple

from compiler.adapters.child_environment import child_environment
from compiler.adapters.parallel import in_parallel
from compiler.base.failure import WorldError
from compiler.images.recipe import Recipe
from compiler.images.work import Done, Failure, Task, task_out, understood

_GRACE = 30
"""Seconds beside those of work: to start in, and to wait for a core that others use."""

_TIMES = 4
"""How much longer than its work a job may take on a busy machine."""


class Limits(NamedTuple):
    """What a process may take: bytes of memory, seconds of work to open an image.

    A rendition, for which many qualities may be tried, may take `_SEARCH` times as long.
    """

    memory: int = 2_000_000_000
    seconds: int = 20

    def seconds_for(self, tasks: Sequence[Task]) -> int:
        """Return the seconds of work that a job may take."""
        renditions = sum(isinstance(task, Recipe) for task in tasks)
        return self.seconds * max(1, renditions * _SEARCH)


_SEARCH = 6


class Job(NamedTuple):
    """An image, to be read once its turn comes, and what is to be done with it."""

    data: Callable[[], bytes]
    tasks: Sequence[Task]


Result = list[Done] | Failure


def work_off(
    jobs: Sequence[Job], width: int, limits: Limits | None = None
) -> Iterator[tuple[Job, Result]]:
    """Yield what becomes of each job as it is done, in ``width`` processes at once.

    Raises what reading an image raises, and WorldError where no process can be started.
    """
    started: SimpleQueue[_Process] = SimpleQueue()
    crew: list[_Process] = []

    def work(job: Job) -> tuple[Job, Result]:
        data = job.data()
        try:
            process = started.get_nowait()
        except Empty:
            process = _Process(limits or Limits())
            crew.append(process)
        result = process.do(data, job.tasks)
        if process.alive:
            started.put(process)
        return job, result

    try:
        yield from in_parallel(work, jobs, width)
    finally:
        for process in crew:
            process.end()


class _Process:
    """One process that works on images; not ``alive`` after one that it died of."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self.alive = True
        try:
            self._child = subprocess.Popen(
                [sys.executable, "-P", "-m", "compiler.images.child", str(limits.memory)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=child_environment(),
            )
        except OSError as failure:
            raise WorldError(f"no process can be started to read images: {failure}") from failure

    def do(self, data: bytes, tasks: Sequence[Task]) -> Result:
        """Return what became of the tasks."""
        seconds = self._limits.seconds_for(tasks)
        late = threading.Event()
        timer = threading.Timer(seconds * _TIMES + _GRACE, self._give_up, [late])
        timer.start()
        try:
            return self._answer(data, tasks, seconds)
        except (OSError, ValueError, EOFError):
            self.alive = False
            self._child.kill()
            if late.is_set() or self._child.wait() == -signal.SIGXCPU:
                return Failure(f"this image takes longer than {seconds} s")
            return Failure("this image breaks the program that reads images")
        finally:
            timer.cancel()
            timer.join()  # beside another thread nothing may be forked

    def end(self) -> None:
        """End the process, whatever it does."""
        self._child.kill()
        self._child.wait()
        for stream in (self._child.stdin, self._child.stdout):
            with contextlib.suppress(OSError):
                if stream is not None:
                    stream.close()

    def _give_up(self, late: threading.Event) -> None:
        late.set()
        self._child.kill()

    def _answer(self, data: bytes, tasks: Sequence[Task], seconds: int) -> Result:
        job = {"size": len(data), "tasks": [task_out(one) for one in tasks], "seconds": seconds}
        stdin, stdout = self._child.stdin, self._child.stdout
        if stdin is None or stdout is None:
            raise EOFError
        stdin.write(json.dumps(job).encode() + b"\n")
        stdin.write(data)
        stdin.flush()
        line = stdout.readline()
        if not line.endswith(b"\n"):
            raise EOFError
        head: dict[str, Any] = json.loads(line)
        if "unusable" in head:
            return Failure(head["unusable"])
        return [Done(understood(said), _exactly(stdout, size)) for said, size in head["done"]]


def _exactly(stream: Any, size: int) -> bytes:  # noqa: ANN401 - a pipe
    data: bytes = stream.read(size)
    if len(data) != size:
        raise EOFError
    return data
