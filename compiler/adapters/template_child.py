"""Renders templates of strangers, in a process of its own: one line of JSON for each task.

Started by its file's name. Neither one task nor all of them have more time or memory than was
given; whoever started it ends it where it does not answer.
"""

import json
import resource
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, NoReturn


class SlowError(BaseException):
    """The processor's time of one task is up; nothing that is rendered may catch it."""


def main(seconds: float, seconds_in_all: int, memory: int) -> None:
    """Answer every task on stdin, each and all within seconds, and within bytes of memory."""
    told = json.loads(sys.stdin.buffer.read())
    _limit(resource.RLIMIT_CPU, seconds_in_all)
    _limit(resource.RLIMIT_AS, memory)
    _limit(resource.RLIMIT_FSIZE, 0)
    _limit(resource.RLIMIT_CORE, 0)
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    from compiler.adapters.template_tasks import answer

    signal.signal(signal.SIGPROF, _slow)
    for task in told["tasks"]:
        found = _within(seconds, partial(answer, task, told["samples"]))
        sys.stdout.buffer.write(json.dumps(found).encode() + b"\n")
        sys.stdout.buffer.flush()


def _within(seconds: float, work: Callable[[], Any]) -> Any:  # noqa: ANN401 - what work returns
    """Return what work comes to; the number of seconds where it takes longer, or no memory."""
    try:
        signal.setitimer(signal.ITIMER_PROF, seconds)
        try:
            return work()
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
    except SlowError:
        return {"limit": f"it takes longer than {seconds:g} s to render"}
    except MemoryError:
        return {"limit": "it takes too much memory to render"}


def _slow(*_: object) -> NoReturn:
    raise SlowError


def _limit(what: int, most: int) -> None:
    hard = resource.getrlimit(what)[1]
    known = most if hard == resource.RLIM_INFINITY else min(most, hard)
    with suppress(OSError, ValueError):  # macOS does not limit memory
        resource.setrlimit(what, (known, hard))


if __name__ == "__main__":
    main(float(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
