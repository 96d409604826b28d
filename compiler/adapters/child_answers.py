"""Answers of a child process, one line of JSON each, as far as it gets."""

import json
import os
import selectors
import subprocess
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple


class Patience(NamedTuple):
    """How long is waited for the next answer, in seconds, and how much is read, in bytes."""

    seconds: float
    most: int = 200_000_000


def answers(
    command: Sequence[str],
    work: Any,  # noqa: ANN401 - JSON
    environment: Mapping[str, str],
    patience: Patience,
) -> list[Any]:
    """Give work to a child as JSON, and return what it answered before it ended, or was ended."""
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=dict(environment),
    ) as child:
        try:
            return _answers(child, json.dumps(work).encode(), patience)
        finally:
            child.kill()


def _answers(child: subprocess.Popen[bytes], work: bytes, patience: Patience) -> list[Any]:
    if child.stdin is None or child.stdout is None:
        return []
    try:
        child.stdin.write(work)
        child.stdin.close()
    except BrokenPipeError:
        return []
    data = bytearray()
    with selectors.DefaultSelector() as ready:
        ready.register(child.stdout, selectors.EVENT_READ)
        while ready.select(patience.seconds):
            part = os.read(child.stdout.fileno(), 65_536)
            data += part
            if not part or len(data) > patience.most:
                break
    return [json.loads(line) for line in bytes(data).split(b"\n")[:-1]]
