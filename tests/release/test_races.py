"""Two runs at the same time: every switch between their requests, few switches a run."""

import copy
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compiler.release.result import Outcome, Result
from compiler.release.soundness import Soundness
from compiler.release.verifying import verify
from tests.fakes.clock import SteadyClock
from tests.fakes.store import Crash, Request, Wire
from tests.release.bench import Bench, area, bundle, content
from tests.release.invariants import Watch

Run = Callable[[Bench, Wire], Result]

ONE = content(acme=area({"en": "One"}, credentials={"tokens": [{"name": "old"}]}), shop="Shop")
TWO = content(acme=area({"en": "Two"}, credentials={"tokens": []}))
THREE = content(acme=area({"en": "Three"}, credentials={"tokens": []}), news="News")


class Actor:
    """A run in a thread of its own that does one request whenever it is told to."""

    def __init__(self, bench: Bench, run: Run, watch: Watch) -> None:
        self.result: Result | None = None
        self.error: BaseException | None = None
        self.over = self._dying = False
        self._may, self._did = threading.Semaphore(0), threading.Semaphore(0)
        wire = Wire(before=self._wait, after=watch.after)
        self._thread = threading.Thread(target=self._live, args=(bench, run, wire), daemon=True)
        self._thread.start()
        self._did.acquire()

    def step(self) -> None:
        """Let the run do its next request."""
        if not self.over:
            self._may.release()
            self._did.acquire()

    def finish(self) -> None:
        """Let the run come to its end."""
        while not self.over:
            self.step()

    def die(self) -> None:
        """Kill the run before its next request."""
        self._dying = True
        self.finish()

    def _wait(self, _: Request) -> None:
        self._did.release()
        self._may.acquire()
        if self._dying:
            raise Crash

    def _live(self, bench: Bench, run: Run, wire: Wire) -> None:
        try:
            self.result = run(bench, wire)
        except Crash:
            pass
        except BaseException as error:  # noqa: BLE001 - handed to the test
            self.error = error
        self.over = True
        self._did.release()


RUNS: dict[str, Run] = {
    "publish two": lambda bench, wire: bench.publish(TWO, 2, wire),
    "publish three": lambda bench, wire: bench.publish(THREE, 3, wire),
    "rollback": lambda bench, wire: bench.rollback(1, wire),
    "stage": lambda bench, wire: bench.publish(THREE, 3, wire, staged=True),
    "resume": lambda bench, wire: bench.resume(wire),
    "gc": lambda bench, wire: bench.collect(wire),
    "purge of three": lambda bench, wire: bench.purge(bundle({"title": "Three"}).sha256, wire=wire),
}
PAIRS = [
    ("publish two", "publish three"),
    ("publish two", "publish two"),
    ("rollback", "publish two"),
    ("publish two", "rollback"),
    ("stage", "resume"),
    ("resume", "publish three"),
    ("rollback", "stage"),
    ("gc", "publish two"),
    ("publish two", "gc"),
    ("gc", "rollback"),
    ("rollback", "gc"),
    ("gc", "gc"),
    ("gc", "stage"),
    ("purge of three", "publish three"),
    ("publish three", "purge of three"),
    ("purge of three", "gc"),
]


def prepared() -> Bench:
    bench = Bench()
    bench.publish(ONE, 1)
    bench.publish(content(acme=area({"en": "One"}, credentials={"tokens": []}), shop="S"), 1)
    return bench


def fresh(bench: Bench, name: int) -> Bench:
    return replace(bench, clock=SteadyClock(name=name))


def race(start: Bench, first: str, second: str) -> tuple[Bench, Watch, Actor, Actor]:
    bench = replace(start, public=copy.deepcopy(start.public), private=copy.deepcopy(start.private))
    watch = Watch(bench)
    one = Actor(fresh(bench, 1), RUNS[first], watch)
    two = Actor(fresh(bench, 2), RUNS[second], watch)
    return bench, watch, one, two


def length(start: Bench, name: str) -> int:
    bench = replace(start, public=copy.deepcopy(start.public), private=copy.deepcopy(start.private))
    wire = Wire()
    RUNS[name](fresh(bench, 3), wire)
    return len(wire.requests)


def judge(bench: Bench, watch: Watch, *actors: Actor) -> None:
    """Hold the end of a race against what was promised."""
    for actor in actors:
        if actor.error is not None:
            raise actor.error
    log = {at: bench.record(at) for at in range(1, len(watch.records) + 1)}
    nonces = [record["nonce"] for record in log.values()]
    assert len(nonces) == len(set(nonces))
    for actor in actors:
        if actor.result and actor.result.outcome in {Outcome.LIVE, Outcome.HELD}:
            assert actor.result.number in log
    bench.clock = SteadyClock(name=9)
    bench.publish(content(acme="Last"), 5)
    head = watch.settled()
    assert verify(bench.target()).soundness is Soundness.SOUND
    assert head["held"] or bench.title("acme") == "Last"


def switches(start: Bench, first: str, second: str, stride: int) -> Iterator[tuple[int, int]]:
    """Run the first for i requests, the second for j, then each to its end.

    With a stride every i and every j is tried, and every ``stride``-th pair of them.
    """
    for i in range(length(start, first) + 1):
        for j in range(i % stride, length(start, second) + 1, stride):
            yield i, j


def interleave(first: str, second: str, *, stride: int, dying: bool) -> None:
    start = prepared()
    for i, j in switches(start, first, second, stride):
        bench, watch, one, two = race(start, first, second)
        for _ in range(i):
            one.step()
        for _ in range(j):
            two.step()
        if dying:
            one.die()
        one.finish()
        two.finish()
        judge(bench, watch, one, two)


@pytest.mark.parametrize("dying", [False, True], ids=["lives", "dies"])
@pytest.mark.parametrize(("first", "second"), PAIRS, ids=str)
def test_two_runs_interleaved(first: str, second: str, dying: bool) -> None:
    interleave(first, second, stride=4, dying=dying)


@pytest.mark.soak
@pytest.mark.parametrize("dying", [False, True], ids=["lives", "dies"])
@pytest.mark.parametrize(("first", "second"), PAIRS, ids=str)
def test_two_runs_interleaved_at_every_pair_of_requests(
    first: str, second: str, dying: bool
) -> None:
    interleave(first, second, stride=1, dying=dying)


def test_a_late_job_is_never_live_over_a_newer_commit() -> None:
    start = prepared()
    for i, j in switches(start, "publish two", "publish three", 2):
        bench, watch, late, newer = race(start, "publish two", "publish three")
        for _ in range(i):
            late.step()
        for _ in range(j):
            newer.step()
        newer.finish()
        late.finish()
        assert newer.result is not None
        assert newer.result.outcome is Outcome.LIVE
        assert bench.title("acme") == "Three"
        judge(bench, watch, late, newer)


@given(
    st.sampled_from(PAIRS),
    st.lists(st.integers(0, 1), max_size=80),
    st.sampled_from([None, 0, 1]),
)
@settings(max_examples=100, deadline=None)
def test_any_schedule(pair: tuple[str, str], schedule: list[int], dying: int | None) -> None:
    bench, watch, *actors = race(prepared(), *pair)
    for turn in schedule:
        actors[turn].step()
    if dying is not None:
        actors[dying].die()
    for actor in actors:
        actor.finish()
    judge(bench, watch, *actors)
