"""The child processes of this one: which run, what they have used, one that is stopped a while."""

import contextlib
import os
import resource
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path


def children(program: str) -> Iterator[int]:
    """Yield the children of this process that run a program, by their numbers; Linux alone."""
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            parent = (folder / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()[1]
            command = (folder / "cmdline").read_text(encoding="utf-8")
            if int(parent) == os.getpid() and program in command:
                yield int(folder.name)


def children_seconds() -> float:
    """Return the seconds of the processor that children have had which have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


@contextlib.contextmanager
def stopped(program: str, seconds: float) -> Iterator[None]:
    """Stop the first child that runs a program, and let it go on after seconds by the clock."""

    def stop() -> None:
        while not (found := [*children(program)]):
            time.sleep(0.01)
        os.kill(found[0], signal.SIGSTOP)
        time.sleep(seconds)
        with contextlib.suppress(ProcessLookupError):
            os.kill(found[0], signal.SIGCONT)

    stopper = threading.Thread(target=stop)
    stopper.start()
    try:
        yield
    finally:
        stopper.join()
