"""One run of a verb, stopped before any of its requests and taken up again.

A run is a function of the answers it gets: it is begun anew, given the answers that it had, makes
one request more on the stores as they are now, and is stopped before the next one.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Any, NamedTuple

from typing_extensions import override

from compiler.base.hashing import sha256
from compiler.bundle.artifacts import Side
from compiler.ports.store import (
    AlreadyExistsError,
    Attributes,
    ChangedError,
    NewObject,
    Stored,
    StoreError,
)
from compiler.release.result import Result
from tests.fakes.clock import SteadyClock
from tests.release.bench import Bench

Objects = frozenset[tuple[str, bytes]]
"""What a store holds."""

_NEXT_DAY = datetime(2026, 1, 2, tzinfo=UTC)
"""When runs happen: whatever was there before is old enough to be collected."""

Verb = Callable[[Bench], Result]


class Stores(NamedTuple):
    """What both sides hold."""

    public: Objects
    private: Objects


class Call(NamedTuple):
    """A request: which side, what is asked, of which name."""

    side: Side
    kind: str
    name: str

    @override
    def __str__(self) -> str:
        return f"{self.kind} {self.side} {self.name[:40]}"


class Answer(NamedTuple):
    """What came back: a value, or an error."""

    value: Any = None
    error: type[Exception] | None = None


@dataclass(frozen=True)
class Run:
    """A run so far: the answers it had, its next request, and how it ended, if it did."""

    answers: tuple[Answer, ...] = ()
    following: Call | None = None
    result: Result | None = None
    failure: str | None = None

    @property
    def over(self) -> bool:
        """Whether it came to its end."""
        return self.result is not None or self.failure is not None


class _StopError(BaseException):
    """The run is stopped before a request; nothing of ours may catch it."""

    def __init__(self, call: Call) -> None:
        super().__init__()
        self.call = call


def advanced(
    verb: Verb, name: int, run: Run, stores: Stores, requests: int = 1
) -> tuple[Run, Stores]:
    """Let a run make its next request; return the run and the stores after it.

    ``name`` tells the nonces of runs apart. Without ``requests`` it is brought to its first one.
    """
    wire = _Wire(run.answers, stores, requests)
    clock = SteadyClock(_NEXT_DAY, name=name)
    bench = Bench(wire.store(Side.PUBLIC), wire.store(Side.PRIVATE), clock=clock)
    following: Call | None = None
    result, failure = None, None
    try:
        result = verb(bench)
    except _StopError as stop:
        following = stop.call
    except StoreError as error:
        failure = str(error)
    return Run(tuple(wire.answers), following, result, failure), wire.stores()


class _Wire:
    """Answers requests with what was answered before, then from the stores, then stops."""

    def __init__(self, known: Iterable[Answer], stores: Stores, requests: int) -> None:
        self.answers = list(known)
        self._asked, self._left = 0, requests
        self._objects = {Side.PUBLIC: dict(stores.public), Side.PRIVATE: dict(stores.private)}
        self._before = stores
        self._written: set[Side] = set()

    def store(self, side: Side) -> "_Store":
        """Return the store of a side."""
        return _Store(self, side)

    def stores(self) -> Stores:
        """Return what the stores hold now."""
        old = {Side.PUBLIC: self._before.public, Side.PRIVATE: self._before.private}
        public, private = (
            frozenset(self._objects[side].items()) if side in self._written else old[side]
            for side in (Side.PUBLIC, Side.PRIVATE)
        )
        return Stores(public, private)

    def ask(self, call: Call, act: Callable[[dict[str, bytes]], Any]) -> Any:
        """Answer a request."""
        at = self._asked
        self._asked += 1
        if at >= len(self.answers):
            if self._left == 0:
                raise _StopError(call)
            self._left -= 1
            self.answers.append(self._answer(call, act))
        answer = self.answers[at]
        if answer.error is not None:
            raise answer.error(call.name)
        return answer.value

    def _answer(self, call: Call, act: Callable[[dict[str, bytes]], Any]) -> Answer:
        if call.kind not in {"get", "names"}:
            self._written.add(call.side)
        try:
            return Answer(act(self._objects[call.side]))
        except (AlreadyExistsError, ChangedError) as error:
            return Answer(error=type(error))


def _drop(name: str, objects: dict[str, bytes]) -> None:
    objects.pop(name, None)


class _Store:
    """One side, by the promises of the port."""

    endpoint = None

    def __init__(self, wire: _Wire, side: Side) -> None:
        self._wire, self._side = wire, side

    @property
    def address(self) -> str:
        return f"model:{self._side}"

    def get(self, name: str) -> Stored | None:
        def act(objects: Mapping[str, bytes]) -> Stored | None:
            data = objects.get(name)
            return None if data is None else Stored(data, sha256(data))

        found: Stored | None = self._ask("get", name, act)
        return found

    def get_all(self, names: Iterable[str]) -> Iterator[tuple[str, Stored | None]]:
        return ((name, self.get(name)) for name in names)

    def put(self, name: str, data: bytes, attributes: Attributes) -> None:
        del attributes
        self._ask("put", name, lambda objects: objects.update({name: data}))

    def put_all(self, objects: Iterable[NewObject]) -> Iterator[str]:
        for new in objects:
            self.put(new.name, new.read(), new.attributes)
            yield new.name

    def create(self, name: str, data: bytes, attributes: Attributes) -> None:
        del attributes

        def act(objects: dict[str, bytes]) -> None:
            if name in objects:
                raise AlreadyExistsError(name)
            objects[name] = data

        self._ask("create", name, act)

    def replace(self, name: str, data: bytes, attributes: Attributes, *, tag: str) -> None:
        del attributes

        def act(objects: dict[str, bytes]) -> None:
            if name not in objects or sha256(objects[name]) != tag:
                raise ChangedError(name)
            objects[name] = data

        self._ask("replace", name, act)

    def names(self, prefix: str, after: str = "") -> Iterator[str]:
        def act(objects: Mapping[str, bytes]) -> tuple[str, ...]:
            return tuple(sorted(one for one in objects if one.startswith(prefix) and one > after))

        return iter(self._ask("names", prefix, act))

    def delete(self, names: Iterable[str]) -> None:
        """Remove objects; a service may be cut between two of them."""
        for name in names:
            self._ask("delete", name, partial(_drop, name))

    def _ask(self, kind: str, name: str, act: Callable[[dict[str, bytes]], Any]) -> Any:
        return self._wire.ask(Call(self._side, kind, name), act)
