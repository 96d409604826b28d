"""Doing many things at once that wait for a disk or a network, with little of them in memory."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import chain, islice
from queue import SimpleQueue
from typing import TypeVar

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")

_AHEAD = 2
"""How many items for each thread may be begun or waiting for whoever takes the results."""


def in_parallel(
    work: Callable[[_Item], _Result], items: Iterable[_Item], width: int
) -> Iterator[_Result]:
    """Yield what becomes of each item, in the order in which they are done.

    After an error, which is raised, nothing more is begun, and what was begun has ended.
    """
    rest = iter(items)
    first = list(islice(rest, 2))
    if len(first) < 2:  # noqa: PLR2004 - no thread is worth one item
        yield from map(work, first)
        return
    items = chain(first, rest)
    done: SimpleQueue[Future[_Result]] = SimpleQueue()
    running = 0
    pool = ThreadPoolExecutor(width)
    try:
        while True:
            for item in islice(items, width * _AHEAD - running):
                pool.submit(work, item).add_done_callback(done.put)
                running += 1
            if not running:
                return
            result = done.get().result()
            running -= 1
            yield result
    finally:
        pool.shutdown(cancel_futures=True)
