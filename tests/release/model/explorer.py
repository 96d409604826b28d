"""Explores every order in which runs can make their requests, with crashes anywhere.

Breadth first, so that the first violation is found by one of the shortest ways to it.
"""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from typing_extensions import override

from compiler.release.result import Outcome
from tests.release.model.machine import Run, Verb
from tests.release.model.properties import records, unfinished, violated
from tests.release.model.stores import Stores

_AGAIN = 50
"""How far the names of runs are from those of the same run after a crash."""


class State(NamedTuple):
    """The stores, every run, how many crashes may still come, and how many changes between runs.

    ``last`` is the run that made the last request, where changes are counted.
    """

    stores: Stores
    runs: tuple[Run, ...]
    crashes: int
    changes: int = 0
    last: int | None = None


@dataclass(frozen=True)
class Explored:
    """How many states there are, and the way to the first one that breaks a promise."""

    states: int
    wrong: str | None = None
    way: tuple[str, ...] = ()

    @override
    def __str__(self) -> str:
        return "\n".join([*self.way, f"=> {self.wrong}"]) if self.wrong else f"{self.states} states"


@dataclass
class Model:
    """The runs that race, by name; what is read of names that never change is no step of its own.

    ``still`` are the beginnings of such names: records, and objects where nobody deletes any.
    ``last`` is the run after all others, which must leave nothing undone. With ``changes`` at most
    so many times a run is left for another one before it is over; None for any number.
    """

    actors: Mapping[str, Verb]
    last: Verb
    still: tuple[str, ...] = ("releases/",)
    crashes: int = 0
    changes: int | None = None
    _begun: dict[tuple[Verb, int], Run] = field(default_factory=dict)
    _judged: dict[tuple[Stores, Stores], tuple[str, ...]] = field(default_factory=dict)
    _closed: dict[Stores, tuple[str, ...]] = field(default_factory=dict)

    def explore(self, start: Stores) -> Explored:
        """Visit every state that can be reached."""
        runs = tuple(self._begin(verb, at) for at, verb in enumerate(self.actors.values(), start=1))
        first = State(start, runs, self.crashes, self.changes or 0)
        ways: dict[State, State | None] = {first: None}
        queue = deque([first])
        while queue:
            state = queue.popleft()
            if all(run.over for run in state.runs):
                for wrong in self._ended(state):
                    return Explored(len(ways), wrong, self._way(ways, state))
            for step, after in self._steps(state):
                for wrong in self._violated(state.stores, after.stores):
                    return Explored(len(ways), wrong, (*self._way(ways, state), step))
                if after not in ways:
                    ways[after] = state
                    queue.append(after)
        return Explored(len(ways))

    def _steps(self, state: State) -> Iterator[tuple[str, State]]:
        for at, name in enumerate(self.actors):
            run = state.runs[at]
            if run.over or not self._may_go_on(state, at):
                continue
            yield f"{name}: {run.following}", self._after(state, at)
            if state.crashes and run.begun:
                again = self._begin(run.verb, run.name + _AGAIN)
                runs = _with(state.runs, at, again)
                died = state._replace(runs=runs, crashes=state.crashes - 1)
                yield f"{name}: dies, and begins again", died

    def _after(self, state: State, at: int) -> State:
        """Let a run make a request, and then all that read what never changes."""
        run, stores = _asked(state.runs[at], state.stores)
        while self._is_still(run, stores):
            run, stores = _asked(run, stores)
        runs = _with(state.runs, at, run)
        if self.changes is None:
            return State(stores, runs, state.crashes)
        changes = state.changes - self._is_left(state, at)
        return State(stores, runs, state.crashes, changes, at)

    def _may_go_on(self, state: State, at: int) -> bool:
        return self.changes is None or state.changes > 0 or not self._is_left(state, at)

    def _is_left(self, state: State, at: int) -> bool:
        """Tell whether a run that could go on is left for this one."""
        return state.last not in (None, at) and not state.runs[state.last or 0].over

    def _begin(self, verb: Verb, name: int) -> Run:
        run = self._begun.get((verb, name))
        if run is None:
            run = self._begun[verb, name] = Run(verb, name)
        return run

    def _is_still(self, run: Run, stores: Stores) -> bool:
        call = run.following
        if call is None or not call.name.startswith(self.still):
            return False
        if call.kind == "put":
            return call.name.startswith("objects/")
        side = stores.public if call.side == "public" else stores.private
        return call.kind == "get" and call.name in side.objects and call.name.endswith(".json")

    def _violated(self, before: Stores, now: Stores) -> tuple[str, ...]:
        if before is now:
            return ()
        step = before, now
        if step not in self._judged:
            self._judged[step] = tuple(violated(before, now))
        return self._judged[step]

    def _ended(self, state: State) -> Iterator[str]:
        """Hold the end against what was acknowledged, and let the last run finish all."""
        log = records(state.stores.private)
        for name, run in zip(self.actors, state.runs, strict=True):
            if run.failure is not None:
                yield f"7: {name} fails: {run.failure}"
            told = run.result
            if told is None or told.outcome not in {Outcome.LIVE, Outcome.HELD}:
                continue
            if told.number not in range(1, len(log) + 1):
                yield f"3: {name} was told of release {told.number}, which is not there"
        if state.stores not in self._closed:
            self._closed[state.stores] = tuple(self._finished(state.stores))
        yield from self._closed[state.stores]

    def _finished(self, before: Stores) -> Iterator[str]:
        run, stores = self._begin(self.last, 999), before
        while not run.over:
            run, stores = _asked(run, stores)
        if run.failure is not None:
            yield f"7: the next run fails: {run.failure}"
        yield from violated(before, stores)
        yield from unfinished(stores)

    def _way(self, ways: Mapping[State, State | None], state: State) -> tuple[str, ...]:
        """Tell the steps that led to a state."""
        steps: list[str] = []
        before = ways[state]
        while before is not None:
            steps.append(next(step for step, after in self._steps(before) if after == state))
            state, before = before, ways[before]
        return tuple(reversed(steps))


def _asked(run: Run, stores: Stores) -> tuple[Run, Stores]:
    """Let a run make its next request."""
    assert run.following is not None
    answer, after = stores.asked(run.following)
    return run.given(answer), after


def _with(runs: Sequence[Run], at: int, run: Run) -> tuple[Run, ...]:
    return (*runs[:at], run, *runs[at + 1 :])
