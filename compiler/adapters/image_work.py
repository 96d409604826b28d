"""Images worked on once: what was made of the same bytes, by the same program, is kept."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from compiler.adapters.image_maker import image_maker
from compiler.adapters.image_processes import Job, Limits, Result, work_off
from compiler.adapters.result_store import ResultStore
from compiler.base.failure import WorldError
from compiler.base.hashing import sha256
from compiler.base.sealed import opened, sealed
from compiler.images.picture import Picture
from compiler.images.recipe import Recipe
from compiler.images.work import (
    SURVEY,
    Answer,
    Done,
    Failure,
    Order,
    Read,
    Task,
    key_of,
    told,
    understood,
)

_MAGIC = b"clientarea image 1\n"
_SLOW = "AVIF"
"""The format that takes longer than all others: where images are few, a rendition of it is a job of
its own."""

_MANY = 4
"""Images for each core from which on one process does all that an image takes: it is opened once,
and scaled once for all formats."""

Heard = Callable[[int, int], None]
"""Hears how many tasks of how many are done."""


class _Wanted(NamedTuple):
    """What is still to be done with one image: the keys of the results, by task."""

    path: str
    size: int
    tasks: dict[Task, str]


class KeptImageWork:
    """Does what is asked about images, in processes of their own, and keeps what came of it.

    ``made`` counts the renditions that were encoded, ``unpacked`` the images that were surveyed.
    """

    def __init__(
        self,
        store: ResultStore,
        width: int,
        heard: Heard = lambda _done, _all: None,
        limits: Limits | None = None,
    ) -> None:
        self._store = store
        self._width = width
        self._heard = heard
        self._limits = limits
        self._known: dict[str, Answer] = {}
        self._unkept: dict[str, bytes] = {}
        self.made = 0
        self.unpacked = 0

    def done(self, orders: Sequence[Order], read: Read) -> dict[Order, Answer]:
        """Return the answer to each order, as `ImageWork.done`."""
        keys = _keys(orders, read)
        missing = self._missing(keys)
        if missing:
            self._make(missing, read)
            self._store.tidy()
        return {order: self._known[key] for order, (key, _) in keys.items()}

    def data(self, order: Order, read: Read) -> bytes:
        """Return the bytes that an order made: made again where somebody has removed them."""
        key, size = _keys([order], read)[order]
        found = self._kept(key)
        if found is None:
            self._make([_Wanted(order.path, size, {order.task: key})], read)
            found = self._kept(key)
        if found is None:
            said = self._known.get(key)
            reason = said.reason if isinstance(said, Failure) else "what was made of it is gone"
            raise WorldError(f"`{order.path}`: {reason}")
        return found.data

    def _missing(self, keys: Mapping[Order, tuple[str, int]]) -> list[_Wanted]:
        wanted: dict[str, _Wanted] = {}
        seen: set[str] = set()
        for order, (key, size) in keys.items():
            if key in self._known or key in seen:
                continue
            kept = self._kept(key)
            if kept is not None:
                self._known[key] = kept.answer
                continue
            seen.add(key)
            wanted.setdefault(order.path, _Wanted(order.path, size, {})).tasks[order.task] = key
        return list(wanted.values())

    def _kept(self, key: str) -> Done | None:
        data = self._unkept.get(key) or self._store.get(key)
        found = None if data is None else opened(_MAGIC, data)
        if data is None or found is None:
            return None
        head, begin = found
        return Done(understood(head["answer"]), data[begin:])

    def _make(self, wanted: Sequence[_Wanted], read: Read) -> None:
        jobs: dict[int, _Wanted] = {}
        ordered: list[Job] = []
        few = len(wanted) < _MANY * self._width
        parts = (part for whole in wanted for part in _parts(whole, few=few))
        for one in sorted(parts, key=_weight):
            job = Job(lambda path=one.path: read(path), tuple(one.tasks))  # type: ignore[misc]
            jobs[id(job)] = one
            ordered.append(job)
        total, finished = sum(len(one.tasks) for one in jobs.values()), 0
        self._heard(0, total)
        for job, result in work_off(ordered, self._width, self._limits):
            self._keep(jobs[id(job)], result)
            finished += len(job.tasks)
            self._heard(finished, total)

    def _keep(self, wanted: _Wanted, result: Result) -> None:
        if isinstance(result, Failure):
            # Not for the next run: another machine may have more time and memory.
            for task, key in wanted.tasks.items():
                broken = Picture(wanted.size, result.reason, "save it again")
                self._known[key] = broken if task == SURVEY else result
            return
        for (task, key), done in zip(wanted.tasks.items(), result, strict=True):
            data = sealed(_MAGIC, {"answer": told(done.answer)}, [done.data])
            if not self._store.put(key, data):
                self._unkept[key] = data
            self._known[key] = done.answer
            self.made += isinstance(task, Recipe)
            self.unpacked += task == SURVEY


def _keys(orders: Sequence[Order], read: Read) -> dict[Order, tuple[str, int]]:
    """Return the key of each order's result, and the size of its image in bytes."""
    digests: dict[str, tuple[str, int]] = {}
    for path in dict.fromkeys(order.path for order in orders):
        data = read(path)
        digests[path] = sha256(data), len(data)
    maker = image_maker()
    return {
        order: (key_of(digests[order.path][0], order.task, maker), digests[order.path][1])
        for order in orders
    }


def _parts(wanted: _Wanted, *, few: bool) -> list[_Wanted]:
    """Part what is to be done with an image; of ``few`` so that the cores can share it."""
    slow = [task for task in wanted.tasks if few and _is_slow(task)]
    rest = {task: key for task, key in wanted.tasks.items() if task not in slow}
    parts = [wanted._replace(tasks={task: wanted.tasks[task]}) for task in slow]
    survey = rest.pop(SURVEY, None)
    if survey is not None:
        parts.append(wanted._replace(tasks={SURVEY: survey}))
    return [*parts, wanted._replace(tasks=rest)] if rest else parts


def _is_slow(task: Task) -> bool:
    return isinstance(task, Recipe) and task.format == _SLOW


def _weight(wanted: _Wanted) -> tuple[int, str]:
    """Order the largest work first, so that no core waits long for another at the end."""
    sizes = [
        task.width * (8 if _is_slow(task) else 1) if isinstance(task, Recipe) else 1
        for task in wanted.tasks
    ]
    return -sum(sizes), wanted.path
