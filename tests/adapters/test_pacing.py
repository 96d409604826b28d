"""How fast a provider is asked: by a clock that only waiting moves."""

import pytest

from compiler.adapters.pacing import Pacer, StoppedError


class Time:
    """A clock, and how to wait by it; ``broken_off`` is the answer of the next wait."""

    def __init__(self) -> None:
        self.now = 100.0
        self.broken_off = False

    def wait(self, seconds: float) -> bool:
        self.now += seconds
        return self.broken_off


def entered(pacer: Pacer, time: Time, number: int) -> list[float]:
    at = []
    for _ in range(number):
        pacer.enter()
        at.append(round(time.now - 100, 3))
    return at


@pytest.mark.parametrize(
    ("per_minute", "at"),
    [(None, [0, 0, 0, 0]), (3, [0, 20, 40, 60]), (60, [0, 1, 2, 3]), (6000, [0, 0.01, 0.02, 0.03])],
)
def test_no_more_requests_a_minute_than_are_set(per_minute: int | None, at: list[float]) -> None:
    time = Time()
    assert entered(Pacer(per_minute, time.wait, lambda: time.now), time, 4) == at


def test_a_pause_that_the_provider_asks_for_holds_for_all() -> None:
    time = Time()
    pacer = Pacer(60, time.wait, lambda: time.now)
    pacer.enter()
    pacer.hold(30)
    pacer.hold(5)
    assert entered(pacer, time, 2) == [30, 31]


def test_whoever_waits_is_stopped() -> None:
    time = Time()
    pacer = Pacer(1, time.wait, lambda: time.now)
    pacer.enter()
    time.broken_off = True
    with pytest.raises(StoppedError):
        pacer.enter()
