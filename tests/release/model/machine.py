"""One run of a verb, stopped before any of its requests and taken up again.

A run is a function of the answers it gets: where it stands is a node in a tree whose branches are
answers. A node is made once, by beginning the run anew and giving it the answers that led there;
after that it costs no more than to look at it, in however many states of the stores it occurs.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from compiler.bundle.artifacts import Side
from compiler.ports.store import Attributes, NewObject, Stored, StoreError
from compiler.release.result import Result
from tests.fakes.clock import SteadyClock
from tests.release.bench import Bench
from tests.release.model.stores import Answer, Call

_NEXT_DAY = datetime(2026, 1, 2, tzinfo=UTC)
"""When runs happen: whatever was there before is old enough to be collected."""

Verb = Callable[[Bench], Result]


class Run:
    """A run so far: its next request, or how it ended; told apart by identity.

    ``name`` tells the nonces of runs apart.
    """

    __slots__ = ("_after", "_answers", "failure", "following", "name", "result", "verb")

    def __init__(self, verb: Verb, name: int, answers: tuple[Answer, ...] = ()) -> None:
        self.verb, self.name, self._answers = verb, name, answers
        self.following: Call | None = None
        self.result: Result | None = None
        self.failure: str | None = None
        self._after: dict[Answer, Run] = {}
        self._replay()

    @property
    def over(self) -> bool:
        """Whether it came to its end."""
        return self.following is None

    @property
    def begun(self) -> bool:
        """Whether it has had an answer."""
        return bool(self._answers)

    def given(self, answer: Answer) -> "Run":
        """Return where the run stands once its next request has that answer."""
        after = self._after.get(answer)
        if after is None:
            after = self._after[answer] = Run(self.verb, self.name, (*self._answers, answer))
        return after

    def _replay(self) -> None:
        wire = _Wire(self._answers)
        clock = SteadyClock(_NEXT_DAY, name=self.name)
        bench = Bench(_Store(wire, Side.PUBLIC), _Store(wire, Side.PRIVATE), clock=clock)
        try:
            self.result = self.verb(bench)
        except _StopError as stop:
            self.following = stop.call
        except StoreError as error:
            self.failure = str(error)


class _StopError(BaseException):
    """The run is stopped before a request; nothing of ours may catch it."""

    def __init__(self, call: Call) -> None:
        super().__init__()
        self.call = call


class _Wire:
    """Answers requests with what was answered before, then stops."""

    def __init__(self, answers: Iterable[Answer]) -> None:
        self._answers = iter(answers)

    def ask(self, call: Call) -> Any:
        """Answer a request."""
        answer = next(self._answers, None)
        if answer is None:
            raise _StopError(call)
        if answer.error is not None:
            raise answer.error(call.name)
        return answer.value


class _Store:
    """One side, by the promises of the port."""

    endpoint = None

    def __init__(self, wire: _Wire, side: Side) -> None:
        self._wire, self._side = wire, side

    @property
    def address(self) -> str:
        return f"model:{self._side}"

    def get(self, name: str) -> Stored | None:
        found: Stored | None = self._ask("get", name)
        return found

    def get_all(self, names: Iterable[str]) -> Iterator[tuple[str, Stored | None]]:
        return ((name, self.get(name)) for name in names)

    def put(self, name: str, data: bytes, attributes: Attributes) -> None:
        del attributes
        self._ask("put", name, data)

    def put_all(self, objects: Iterable[NewObject]) -> Iterator[str]:
        for new in objects:
            self.put(new.name, new.read(), new.attributes)
            yield new.name

    def create(self, name: str, data: bytes, attributes: Attributes) -> None:
        del attributes
        self._ask("create", name, data)

    def replace(self, name: str, data: bytes, attributes: Attributes, *, tag: str) -> None:
        del attributes
        self._ask("replace", name, data, tag)

    def names(self, prefix: str, after: str = "") -> Iterator[str]:
        return iter(self._ask("names", prefix, b"", after))

    def delete(self, names: Iterable[str]) -> None:
        """Remove objects; a service may be cut between two of them."""
        for name in names:
            self._ask("delete", name)

    def _ask(self, kind: str, name: str, data: bytes = b"", than: str = "") -> Any:
        return self._wire.ask(Call(self._side, kind, name, data, than))
