"""Doing many things at once: all are done, few at a time, and an error ends it."""

from collections.abc import Iterator
from threading import Barrier, Lock, active_count

import pytest

from compiler.adapters.parallel import in_parallel


@pytest.mark.parametrize("count", [0, 1, 2, 3, 100])
def test_each_item_is_done_once(count: int) -> None:
    assert sorted(in_parallel(lambda item: item * item, range(count), 4)) == [
        item * item for item in range(count)
    ]


def test_as_many_at_once_as_it_is_wide() -> None:
    together = Barrier(4, timeout=30)
    assert len([*in_parallel(lambda _: together.wait(), range(8), 4)]) == 8


def test_items_are_taken_when_their_turn_comes() -> None:
    taken = 0

    def items() -> Iterator[int]:
        nonlocal taken
        for item in range(1000):
            taken += 1
            yield item

    results = in_parallel(lambda item: item, items(), 4)
    for _ in range(10):
        next(results)
    assert taken <= 10 + 4 * 2


def test_an_error_is_raised_when_what_was_begun_has_ended() -> None:
    lock, begun, ended = Lock(), 0, 0

    def work(item: int) -> None:
        nonlocal begun, ended
        with lock:
            begun += 1
        try:
            if item == 5:
                raise OSError("the disk is full")
        finally:
            with lock:
                ended += 1

    with pytest.raises(OSError, match="the disk is full"):
        list(in_parallel(work, range(1000), 4))
    assert begun == ended < 1000


def test_nothing_runs_on_where_nobody_takes_the_results() -> None:
    before = active_count()
    results = in_parallel(lambda item: item, iter(range(1000)), 4)
    next(results)
    assert active_count() == before + 4
    results.close()  # type: ignore[attr-defined]
    assert active_count() == before
