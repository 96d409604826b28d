"""A process for each task: the same answers, whoever dies, and nothing left over from one before."""

import os
import signal
import sys

import pytest

from compiler.adapters.workers import share_out_apart

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="forks on Linux only")


def test_answers_are_in_the_order_of_tasks() -> None:
    assert share_out_apart(lambda task: task * task, list(range(20)), 3) == [
        number * number for number in range(20)
    ]


@linux
def test_each_task_has_a_process_of_its_own() -> None:
    seen: list[int] = []

    def work(task: int) -> tuple[int, list[int]]:
        seen.append(task)
        return os.getpid(), seen

    found = share_out_apart(work, [1, 2, 3, 4], 2)
    assert len({pid for pid, _ in found} | {os.getpid()}) == len(found) + 1
    assert [alone for _, alone in found] == [[1], [2], [3], [4]]
    assert seen == []


@linux
def test_what_a_process_had_to_do_when_it_died_is_done_here() -> None:
    parent = os.getpid()

    def work(task: int) -> int:
        if task == 2 and os.getpid() != parent:
            os.kill(os.getpid(), signal.SIGKILL)
        return task

    assert share_out_apart(work, [1, 2, 3], 2) == [1, 2, 3]


def test_no_tasks_are_no_work() -> None:
    assert share_out_apart(lambda task: task, [], 2) == []
