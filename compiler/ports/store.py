"""An object store as releases need it: few calls, two of them conditional."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Stored:
    """An object that was read: its bytes, and the tag that a conditional write names."""

    data: bytes
    tag: str


@dataclass(frozen=True, slots=True)
class Attributes:
    """What is served with an object: media type and Cache-Control."""

    content_type: str
    cache_control: str


@dataclass(frozen=True, slots=True)
class NewObject:
    """An object to be written: its bytes are asked for when their turn comes."""

    name: str
    read: Callable[[], bytes]
    attributes: Attributes


class StoreError(Exception):
    """The store failed or cannot be reached; ``str()`` is one sentence for people (exit 3)."""


class AlreadyExistsError(Exception):
    """A create found the name taken."""


class ChangedError(Exception):
    """A replace found that the object is no longer the one whose tag was given."""


class ObjectStore(Protocol):
    """One side (public or private) of a target. Names are POSIX paths below it.

    Every write is atomic: a reader sees the old object or the new one, never a part.
    All calls raise StoreError when the world fails.
    """

    @property
    def address(self) -> str:
        """Where people find it, for messages: a folder or ``s3://bucket/prefix``."""
        ...

    @property
    def endpoint(self) -> str | None:
        """The service behind it, whose conditional writes are to be proved; None: no need."""
        ...

    def get(self, name: str) -> Stored | None:
        """Return an object, or None where there is none."""
        ...

    def get_all(self, names: Iterable[str]) -> Iterator[tuple[str, Stored | None]]:
        """Read objects, several at a time and in any order."""
        ...

    def put(self, name: str, data: bytes, attributes: Attributes) -> None:
        """Write an object whatever is there: for immutable names, where the bytes are the same."""
        ...

    def put_all(self, objects: Iterable[NewObject]) -> Iterator[str]:
        """Write objects as `put` does, several at a time; yield the names that are written."""
        ...

    def create(self, name: str, data: bytes, attributes: Attributes) -> None:
        """Write an object that must not exist yet. Raises AlreadyExistsError."""
        ...

    def replace(self, name: str, data: bytes, attributes: Attributes, *, tag: str) -> None:
        """Write over the object that was read with ``tag``. Raises ChangedError."""
        ...

    def names(self, prefix: str, after: str = "") -> Iterator[str]:
        """List names that begin with ``prefix`` and sort after ``after``, in code point order."""
        ...

    def delete(self, names: Iterable[str]) -> None:
        """Remove objects; one that is not there is no error."""
        ...
