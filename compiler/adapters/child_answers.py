"""Answers of a child process, one line of JSON each, as far as it gets."""

import json
import os
import selectors
import subprocess
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from compiler.adapters.processor_time import Budget

_LOOK = 1.0
"""Seconds after which a child that has not answered is looked at."""


class Answered(NamedTuple):
    """What a child answered; ``stalled`` where it fell silent without using the processor."""

    told: list[Any]
    stalled: bool = False


class Patience(NamedTuple):
    """How long is waited for the next answer: seconds of the processor, and of ``silence``.

    By the clock a child is given up only after the latter, since others may have the cores. At most
    so many bytes are read.
    """

    seconds: float
    silence: float = 300
    most: int = 200_000_000


def answers(
    command: Sequence[str],
    work: Any,  # noqa: ANN401 - JSON
    patience: Patience,
    budget: Budget,
    environment: Mapping[str, str] | None = None,
) -> Answered:
    """Give work to a child as JSON, and return what it answered before it ended, or was ended."""
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
    ) as child:
        try:
            return _answers(child, json.dumps(work).encode(), patience, budget)
        finally:
            child.kill()


def _answers(
    child: subprocess.Popen[bytes], work: bytes, patience: Patience, budget: Budget
) -> Answered:
    if child.stdin is None or child.stdout is None:
        return Answered([])
    try:
        child.stdin.write(work)
        child.stdin.close()
    except BrokenPipeError:
        return Answered([])
    data = bytearray()
    stalled = False
    meter = budget.meter(child.pid)
    with selectors.DefaultSelector() as ready:
        ready.register(child.stdout, selectors.EVENT_READ)
        while not stalled and meter.is_worth_waiting(patience.seconds):
            if not ready.select(_LOOK):
                stalled = meter.is_silent(patience.silence)
                continue
            part = os.read(child.stdout.fileno(), 65_536)
            data += part
            meter.answered()
            if not part or len(data) > patience.most:
                break
    return Answered([json.loads(line) for line in bytes(data).split(b"\n")[:-1]], stalled)


def stall(silence: float) -> str:
    """Return what is said of tasks whose child has stalled; another would likely do the same."""
    return f"nothing came of it for {silence:g} s, though it hardly used the processor: try again"
