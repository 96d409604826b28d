"""What the stores hold, and what a request makes of it, by the promises of the port."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from typing_extensions import override

from compiler.base.hashing import sha256
from compiler.bundle.artifacts import Side
from compiler.ports.store import AlreadyExistsError, ChangedError, Stored


class Call(NamedTuple):
    """A request: of which side, what is asked, of which name.

    ``data`` is what shall be written; ``than`` is the tag of what it replaces, or the name after
    which names are listed.
    """

    side: Side
    kind: str
    name: str
    data: bytes = b""
    than: str = ""

    @override
    def __str__(self) -> str:
        return f"{self.kind} {self.side} {self.name[:40]}"


class Answer(NamedTuple):
    """What came back: a value, or an error."""

    value: Any = None
    error: type[Exception] | None = None


class Held:
    """What one side holds. Of the same objects there is one: it is told apart by identity."""

    __slots__ = ("_after", "_all", "objects")

    def __init__(
        self, objects: Mapping[str, bytes], every: "dict[Any, Held] | None" = None
    ) -> None:
        self.objects = objects
        self._all: dict[Any, Held] = {} if every is None else every
        self._all[frozenset(objects.items())] = self
        self._after: dict[Call, tuple[Answer, Held]] = {}

    def asked(self, call: Call) -> "tuple[Answer, Held]":
        """Return the answer to a request, and what is held after it."""
        found = self._after.get(call)
        if found is None:
            answer, objects = _ACTS[call.kind](call, self.objects)
            found = self._after[call] = answer, self._same(objects)
        return found

    def _same(self, objects: Mapping[str, bytes]) -> "Held":
        if objects is self.objects:
            return self
        return self._all.get(frozenset(objects.items())) or Held(objects, self._all)


class Stores(NamedTuple):
    """What both sides hold."""

    public: Held
    private: Held

    def asked(self, call: Call) -> "tuple[Answer, Stores]":
        """Return the answer to a request, and what is held after it."""
        if call.side is Side.PUBLIC:
            answer, public = self.public.asked(call)
            return answer, self if public is self.public else Stores(public, self.private)
        answer, private = self.private.asked(call)
        return answer, self if private is self.private else Stores(self.public, private)


_Objects = Mapping[str, bytes]
_Done = tuple[Answer, _Objects]


def _get(call: Call, objects: _Objects) -> _Done:
    data = objects.get(call.name)
    return Answer(None if data is None else Stored(data, sha256(data))), objects


def _names(call: Call, objects: _Objects) -> _Done:
    found = (name for name in objects if name.startswith(call.name) and name > call.than)
    return Answer(tuple(sorted(found))), objects


def _put(call: Call, objects: _Objects) -> _Done:
    return Answer(), {**objects, call.name: call.data}


def _create(call: Call, objects: _Objects) -> _Done:
    if call.name in objects:
        return Answer(error=AlreadyExistsError), objects
    return _put(call, objects)


def _replace(call: Call, objects: _Objects) -> _Done:
    if call.name not in objects or sha256(objects[call.name]) != call.than:
        return Answer(error=ChangedError), objects
    return _put(call, objects)


def _delete(call: Call, objects: _Objects) -> _Done:
    return Answer(), {name: data for name, data in objects.items() if name != call.name}


_ACTS = {
    "get": _get,
    "names": _names,
    "put": _put,
    "create": _create,
    "replace": _replace,
    "delete": _delete,
}
