"""A process that works on images for another, one after the other, until its stdin ends.

It may die of what it opens, and has neither more time nor more memory than it was given. Each job
comes as a line of JSON, ``{"size", "tasks", "seconds"}``, and the bytes of the image; each answer
goes as ``{"done": [[answer, size of its bytes], …]}`` or ``{"unusable": …}``, and those bytes.
"""

import json
import resource
import sys
import warnings
from contextlib import suppress
from typing import Any, BinaryIO

from compiler.images.doing import do
from compiler.images.opening import Unusable
from compiler.images.work import task_in, told


def main(memory: int, source: BinaryIO, target: BinaryIO) -> None:
    """Do the jobs that come from ``source``; with at most so many bytes of memory."""
    warnings.simplefilter("ignore")
    _limit(resource.RLIMIT_AS, memory)
    _limit(resource.RLIMIT_FSIZE, 0)
    _limit(resource.RLIMIT_CORE, 0)
    for line in source:
        job = json.loads(line)
        data = source.read(job["size"])
        _limit(resource.RLIMIT_CPU, _spent() + job["seconds"])
        head, blobs = _answer(data, job["tasks"])
        target.write(json.dumps(head).encode() + b"\n")
        target.writelines(blobs)
        target.flush()


def _answer(data: bytes, tasks: list[Any]) -> tuple[dict[str, Any], list[bytes]]:
    try:
        done = do(data, [task_in(task) for task in tasks])
    except Unusable as unusable:
        return {"unusable": str(unusable)}, []
    except MemoryError:
        return {"unusable": "this image takes too much memory to unpack"}, []
    return {"done": [[told(one.answer), len(one.data)] for one in done]}, [one.data for one in done]


def _spent() -> int:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return int(used.ru_utime + used.ru_stime) + 1


def _limit(what: int, most: int) -> None:
    hard = resource.getrlimit(what)[1]
    known = most if hard == resource.RLIM_INFINITY else min(most, hard)
    with suppress(OSError, ValueError):  # macOS does not limit memory
        resource.setrlimit(what, (known, hard))


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.stdin.buffer, sys.stdout.buffer)
