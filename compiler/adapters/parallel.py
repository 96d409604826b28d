"""Doing many things at once that wait for a disk or a network, with little of them in memory.

Threads with two queues between them: a pool's future for each item takes a tenth of what a small
request takes.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from itertools import chain, islice
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, Generic, TypeVar

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")

_AHEAD = 2
"""How many items for each thread may be begun or waiting for whoever takes the results."""

_END: Any = object()
"""Tells a thread that nothing more comes."""


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
    yield from _Crew(work, width).through(chain(first, rest))


class _Crew(Generic[_Item, _Result]):
    """Threads that take from one queue what is to be done, and put into another what came of it."""

    def __init__(self, work: Callable[[_Item], _Result], width: int) -> None:
        self._work, self._width = work, width
        self._waiting: SimpleQueue[_Item] = SimpleQueue()
        self._done: SimpleQueue[tuple[Any, BaseException | None]] = SimpleQueue()
        self._threads: list[Thread] = []

    def through(self, items: Iterator[_Item]) -> Iterator[_Result]:
        running = 0
        try:
            while True:
                for item in islice(items, self._width * _AHEAD - running):
                    self._begin(item)
                    running += 1
                if not running:
                    return
                result, error = self._done.get()
                running -= 1
                if error is not None:
                    raise error
                yield result
        finally:
            self._end()

    def _begin(self, item: _Item) -> None:
        self._waiting.put(item)
        if len(self._threads) < self._width:
            thread = Thread(target=self._run, daemon=True)
            self._threads.append(thread)
            thread.start()

    def _run(self) -> None:
        for item in iter(self._waiting.get, _END):
            try:
                self._done.put((self._work(item), None))
            except BaseException as error:  # noqa: BLE001 - who takes the results raises it
                self._done.put((None, error))

    def _end(self) -> None:
        with suppress(Empty):
            while True:
                self._waiting.get_nowait()
        for _ in self._threads:
            self._waiting.put(_END)
        for thread in self._threads:
            thread.join()
