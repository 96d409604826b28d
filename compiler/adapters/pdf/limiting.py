"""Work on one PDF in a process of its own that may die, and may take no more than it is given."""

import json
import os
import resource
import select
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any, NamedTuple

Say = Callable[..., None]
Work = Callable[[bytes, Say], None]
"""Looks at a PDF, and says what it has found as soon as it has: keywords of plain values."""

_PATIENCE, _GRACE = 10, 30
"""Seconds that may pass for each second of work, and beside them: others may have the cores."""
_OUT_OF_MEMORY = 86
"""How a process ends to say why; no other one of ours ends so."""


class Limits(NamedTuple):
    """What work on one PDF may take: seconds of work, bytes of memory."""

    seconds: int = 10
    memory: int = 1_500_000_000


def apart(work: Work, data: bytes, limits: Limits) -> tuple[dict[str, Any], str]:
    """Return what work has said before it ended, and what ended it too early, or nothing.

    The latter goes on after "this PDF": ``takes more than 10 s``.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _work(work, data, limits, writing)
    os.close(writing)
    until = time.monotonic() + limits.seconds * _PATIENCE + _GRACE
    lines = b"".join(_read(reading, until)).split(b"\n")
    os.close(reading)
    with suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)  # nothing where it has ended
    _, status = os.waitpid(child, 0)
    said = {key: value for line in lines[:-1] for key, value in json.loads(line).items()}
    return said, _trouble(os.waitstatus_to_exitcode(status), limits, done="done" in said)


def _trouble(code: int, limits: Limits, *, done: bool) -> str:
    if done:
        return ""
    if code in (-signal.SIGXCPU, -signal.SIGKILL):
        return f"takes more than {limits.seconds} s"
    if code == _OUT_OF_MEMORY:
        return f"takes more than {limits.memory // 1_000_000:,} MB of memory"
    return "breaks the program that opens it"


def _work(work: Work, data: bytes, limits: Limits, writing: int) -> None:
    """Do the work, say that it is done, and end this process: nothing after this runs in it."""
    code = 1
    try:
        nowhere = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(nowhere, stream)
        limit_this_process(limits)

        def say(**told: Any) -> None:  # noqa: ANN401 - plain values
            _write(writing, f"{json.dumps(told)}\n".encode())

        work(data, say)
        say(done=True)
        code = 0
    except MemoryError:
        code = _OUT_OF_MEMORY
    finally:
        os._exit(code)


def _write(handle: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(handle, rest) :]


def _read(handle: int, until: float) -> Iterator[bytes]:
    while (left := until - time.monotonic()) > 0:
        if not select.select([handle], [], [], left)[0]:
            return
        piece = os.read(handle, 1024 * 1024)
        if not piece:
            return
        yield piece


def limit_this_process(limits: Limits) -> None:
    """Allow this process no more, and no file to be written."""
    _limit(resource.RLIMIT_CPU, limits.seconds)
    _limit(resource.RLIMIT_AS, limits.memory)
    _limit(resource.RLIMIT_FSIZE, 0)
    _limit(resource.RLIMIT_CORE, 0)


def _limit(what: int, most: int) -> None:
    hard = resource.getrlimit(what)[1]
    known = most if hard == resource.RLIM_INFINITY else min(most, hard)
    with suppress(OSError, ValueError):  # macOS does not limit memory
        resource.setrlimit(what, (known, hard))
