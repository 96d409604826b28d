"""Explores every order in which runs can make their requests, with crashes anywhere.

Breadth first, so that the first violation is found by one of the shortest ways to it.
"""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from typing_extensions import override

from compiler.release.result import Outcome
from tests.release.model.machine import Run, Stores, Verb, advanced
from tests.release.model.properties import records, unfinished, violated

_AGAIN = 50
"""How far the names of runs are from those of the same run after a crash."""


@dataclass(frozen=True)
class State:
    """The stores, every run, and how many crashes may still come."""

    stores: Stores
    runs: tuple[Run, ...]
    lives: tuple[int, ...]
    crashes: int


@dataclass(frozen=True)
class Explored:
    """How many states there are, and the way to the first one that breaks a promise."""

    states: int
    wrong: str | None = None
    way: tuple[str, ...] = ()

    @override
    def __str__(self) -> str:
        return "\n".join([*self.way, f"=> {self.wrong}"]) if self.wrong else f"{self.states} states"


@dataclass(frozen=True)
class Model:
    """The runs that race, by name; what is read of names that never change is no step of its own.

    ``still`` are the beginnings of such names: records, and objects where nobody deletes any.
    ``last`` is the run after all others, which must leave nothing undone.
    """

    actors: Mapping[str, Verb]
    last: Verb
    still: tuple[str, ...] = ("releases/",)
    crashes: int = 0

    def explore(self, start: Stores, most: int = 1_000_000) -> Explored:
        """Visit every state that can be reached, or as many as ``most``."""
        first = self._first(start)
        seen = {first}
        ways: dict[State, tuple[State, str] | None] = {first: None}
        queue = deque([first])
        while queue and len(seen) < most:
            state = queue.popleft()
            if all(run.over for run in state.runs):
                for wrong in self._ended(state):
                    return Explored(len(seen), wrong, _way(ways, state))
            for step, after in self._steps(state):
                for wrong in violated(state.stores, after.stores):
                    return Explored(len(seen), wrong, (*_way(ways, state), step))
                if after not in seen:
                    seen.add(after)
                    ways[after] = (state, step)
                    queue.append(after)
        return Explored(len(seen))

    def _first(self, start: Stores) -> State:
        names = range(1, len(self.actors) + 1)
        runs = tuple(
            advanced(verb, name, Run(), start, 0)[0]
            for name, verb in zip(names, self.actors.values(), strict=True)
        )
        return State(start, runs, tuple(names), self.crashes)

    def _steps(self, state: State) -> Iterator[tuple[str, State]]:
        for at, (name, verb) in enumerate(self.actors.items()):
            run = state.runs[at]
            if run.over:
                continue
            yield f"{name}: {run.following}", self._after(state, at, verb)
            if state.crashes and run.answers:
                life = state.lives[at] + _AGAIN
                again, _ = advanced(verb, life, Run(), state.stores, 0)
                yield (
                    f"{name}: dies, and begins again",
                    State(
                        state.stores,
                        _with(state.runs, at, again),
                        _with(state.lives, at, life),
                        state.crashes - 1,
                    ),
                )

    def _after(self, state: State, at: int, verb: Verb) -> State:
        """Let a run make a request, and then all that read what never changes."""
        run, stores = advanced(verb, state.lives[at], state.runs[at], state.stores)
        while not run.over and self._is_still(run, stores):
            run, stores = advanced(verb, state.lives[at], run, stores)
        return State(stores, _with(state.runs, at, run), state.lives, state.crashes)

    def _is_still(self, run: Run, stores: Stores) -> bool:
        call = run.following
        if call is None or not call.name.startswith(self.still):
            return False
        if call.kind == "put":
            return call.name.startswith("objects/")
        side = dict(stores.public if call.side == "public" else stores.private)
        return call.kind == "get" and call.name in side and call.name.endswith(".json")

    def _ended(self, state: State) -> Iterator[str]:
        """Hold the end against what was acknowledged, and let the last run finish all."""
        log = records(state.stores.private)
        for (name, _), run in zip(self.actors.items(), state.runs, strict=True):
            if run.failure is not None:
                yield f"7: {name} fails: {run.failure}"
            told = run.result
            if told is None or told.outcome not in {Outcome.LIVE, Outcome.HELD}:
                continue
            if told.number not in range(1, len(log) + 1):
                yield f"3: {name} was told of release {told.number}, which is not there"
        run, stores = advanced(self.last, 999, Run(), state.stores, 10_000)
        if run.failure is not None:
            yield f"7: the next run fails: {run.failure}"
        yield from violated(state.stores, stores)
        yield from unfinished(stores)


_Item = TypeVar("_Item")


def _with(items: Sequence[_Item], at: int, item: _Item) -> tuple[_Item, ...]:
    return (*items[:at], item, *items[at + 1 :])


def _way(ways: Mapping[State, tuple[State, str] | None], state: State) -> tuple[str, ...]:
    steps = []
    before = ways[state]
    while before is not None:
        state, step = before
        steps.append(step)
        before = ways[state]
    return tuple(reversed(steps))
