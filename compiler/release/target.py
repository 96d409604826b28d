"""What a release verb works on and with: the target, the request, the world around."""

from dataclasses import dataclass
from typing import Protocol

from compiler.base.gate import Gate
from compiler.bundle.artifacts import Side
from compiler.ports.clients import Clients
from compiler.ports.clock import Clock
from compiler.ports.history import History
from compiler.ports.store import ObjectStore


@dataclass(frozen=True, slots=True)
class Target:
    """Where releases go. ``gate`` is what content must have passed to be published here.

    ``is_local`` makes order, a dirty work tree and the want of Git matters of notice.
    """

    name: str
    public: ObjectStore
    private: ObjectStore
    gate: Gate
    is_local: bool = False

    def side(self, side: Side) -> ObjectStore:
        """Return the store of one side."""
        return self.public if side is Side.PUBLIC else self.private


@dataclass(frozen=True, slots=True)
class PublishRequest:
    """What is published and how: the commit compiled (None without Git), the gate it passed.

    ``yes`` lets pass that a large share of what is live goes.
    """

    commit: str | None
    dirty: bool
    gate: Gate
    tool: str
    staged: bool = False
    allow_older: bool = False
    allow_dirty: bool = False
    yes: bool = False


class Progress(Protocol):
    """Who wants to see how far the uploads are."""

    def uploaded(self, count: int, total: int) -> None:
        """Hear that ``count`` of ``total`` objects and assets are written."""
        ...


@dataclass(frozen=True, slots=True)
class World:
    """Time, version control, who reads what is live, and who watches."""

    clock: Clock
    history: History
    clients: Clients
    progress: Progress | None = None
