"""An object store in memory, and a wrapper that counts what is asked of a store and lets it fail."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from compiler.base.hashing import sha256
from compiler.ports.store import (
    AlreadyExistsError,
    Attributes,
    ChangedError,
    NewObject,
    ObjectStore,
    Stored,
    StoreError,
)


class MemoryStore:
    """An object store as the port promises it, for one process."""

    def __init__(self, address: str = "memory:", endpoint: str | None = None) -> None:
        self._address, self._endpoint = address, endpoint
        self.objects: dict[str, bytes] = {}
        self.attributes: dict[str, Attributes] = {}

    @property
    def address(self) -> str:
        return self._address

    @property
    def endpoint(self) -> str | None:
        return self._endpoint

    def get_all(self, names: Iterable[str]) -> Iterator[tuple[str, Stored | None]]:
        return ((name, self.get(name)) for name in names)

    def put_all(self, objects: Iterable[NewObject]) -> Iterator[str]:
        for new in objects:
            self.put(new.name, new.read(), new.attributes)
            yield new.name

    def get(self, name: str) -> Stored | None:
        data = self.objects.get(name)
        return None if data is None else Stored(data, sha256(data))

    def put(self, name: str, data: bytes, attributes: Attributes) -> None:
        self.objects[name] = data
        self.attributes[name] = attributes

    def create(self, name: str, data: bytes, attributes: Attributes) -> None:
        if name in self.objects:
            raise AlreadyExistsError(name)
        self.put(name, data, attributes)

    def replace(self, name: str, data: bytes, attributes: Attributes, *, tag: str) -> None:
        if name not in self.objects or sha256(self.objects[name]) != tag:
            raise ChangedError(name)
        self.put(name, data, attributes)

    def names(self, prefix: str, after: str = "") -> Iterator[str]:
        return iter(
            sorted(name for name in self.objects if name.startswith(prefix) and name > after)
        )

    def delete(self, names: Iterable[str]) -> None:
        for name in names:
            self.objects.pop(name, None)
            self.attributes.pop(name, None)


class Request(NamedTuple):
    """One request: which side, what was asked (``get put create replace names delete``), of what."""

    side: str
    kind: str
    name: str


WRITES = frozenset({"put", "create", "replace", "delete"})


class Crash(BaseException):
    """The process dies: nothing of ours may catch it."""


def _nothing(_: Request) -> None:
    pass


@dataclass
class Wire:
    """What goes between a publisher and its stores: counted, watched, cut.

    ``before`` is called before a request reaches the store and ``after`` when it has taken effect
    and the answer is on its way; either may raise.
    """

    before: Callable[[Request], None] = _nothing
    after: Callable[[Request], None] = _nothing
    requests: list[Request] = field(default_factory=list)

    def on(self, store: ObjectStore, side: str) -> ObjectStore:
        """Return the store behind this wire."""
        return WiredStore(store, side, self)

    def written(self) -> list[Request]:
        """Return the requests that write."""
        return [request for request in self.requests if request.kind in WRITES]


class WiredStore:
    """A store behind a wire."""

    def __init__(self, inner: ObjectStore, side: str, wire: Wire) -> None:
        self._inner, self._side, self._wire = inner, side, wire

    @property
    def address(self) -> str:
        return self._inner.address

    @property
    def endpoint(self) -> str | None:
        return self._inner.endpoint

    def get_all(self, names: Iterable[str]) -> Iterator[tuple[str, Stored | None]]:
        return ((name, self.get(name)) for name in names)

    def put_all(self, objects: Iterable[NewObject]) -> Iterator[str]:
        for new in objects:
            self.put(new.name, new.read(), new.attributes)
            yield new.name

    def get(self, name: str) -> Stored | None:
        request = self._begin("get", name)
        found = self._inner.get(name)
        self._wire.after(request)
        return found

    def put(self, name: str, data: bytes, attributes: Attributes) -> None:
        request = self._begin("put", name)
        self._inner.put(name, data, attributes)
        self._wire.after(request)

    def create(self, name: str, data: bytes, attributes: Attributes) -> None:
        request = self._begin("create", name)
        self._inner.create(name, data, attributes)
        self._wire.after(request)

    def replace(self, name: str, data: bytes, attributes: Attributes, *, tag: str) -> None:
        request = self._begin("replace", name)
        self._inner.replace(name, data, attributes, tag=tag)
        self._wire.after(request)

    def names(self, prefix: str, after: str = "") -> Iterator[str]:
        request = self._begin("names", prefix)
        found = list(self._inner.names(prefix, after))
        self._wire.after(request)
        return iter(found)

    def delete(self, names: Iterable[str]) -> None:
        listed = list(names)
        request = self._begin("delete", ",".join(listed))
        self._inner.delete(listed)
        self._wire.after(request)

    def _begin(self, kind: str, name: str) -> Request:
        request = Request(self._side, kind, name)
        self._wire.requests.append(request)
        self._wire.before(request)
        return request


def failing_at(index: int, *, effect: bool, error: BaseException | None = None) -> Wire:
    """Return a wire that is cut at request ``index`` (from 0), before or after it took effect."""
    wire = Wire()

    def cut(_: Request) -> None:
        if len(wire.requests) == index + 1:
            raise error or StoreError(f"the connection was cut at request {index}")

    if effect:
        wire.after = cut
    else:
        wire.before = cut
    return wire


def dead_from(index: int) -> Wire:
    """Return a wire that is cut from request ``index`` on, and stays so."""
    wire = Wire()

    def cut(_: Request) -> None:
        if len(wire.requests) > index:
            raise StoreError("the store cannot be reached")

    wire.before = cut
    return wire
