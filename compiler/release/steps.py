"""The steps a plan is made of: small records that `explain` reads out and `apply` carries out."""

from collections.abc import Callable
from dataclasses import dataclass

from compiler.bundle.artifacts import Asset, Held, Side
from compiler.release.pointer import Pointer
from compiler.release.record import Record


@dataclass(frozen=True, slots=True)
class UploadObject:
    """Write a bundle or manifest under its immutable name; ``what`` says in words what it is.

    ``size`` is that of its bytes, which are read when its turn comes.
    """

    side: Side
    name: str
    what: str
    size: int
    read: Callable[[], bytes]


def upload_of(side: Side, name: str, what: str, data: bytes) -> UploadObject:
    """Return the step that writes bytes in memory."""
    return UploadObject(side, name, what, len(data), Held(data))


@dataclass(frozen=True, slots=True)
class UploadAsset:
    """Write an image or PDF under its immutable name, on the public side."""

    asset: Asset


@dataclass(frozen=True, slots=True)
class CopyObject:
    """Write a bundle or asset that another target has; its bytes are read when its turn comes."""

    side: Side
    name: str
    what: str
    read: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class CreateRecord:
    """Commit: create the next record of the log. Whatever is before it can be left undone."""

    record: Record


@dataclass(frozen=True, slots=True)
class MovePointer:
    """Let an area's pointer show another release; ``tag`` is what was seen there, None: nothing."""

    side: Side
    pointer: Pointer
    tag: str | None


@dataclass(frozen=True, slots=True)
class MarkGone:
    """Let the pointer of an area that was removed say so."""

    side: Side
    pointer: Pointer
    tag: str | None


@dataclass(frozen=True, slots=True)
class WriteHint:
    """Say where the log's head is, roughly."""

    number: int


@dataclass(frozen=True, slots=True)
class WriteDone:
    """Mark a record as finished."""

    number: int


@dataclass(frozen=True, slots=True)
class Delete:
    """Remove objects of a side; one that is gone already is none to miss."""

    side: Side
    names: tuple[str, ...]


Upload = UploadObject | UploadAsset | CopyObject
Move = MovePointer | MarkGone
Step = Upload | CreateRecord | Move | WriteHint | WriteDone | Delete
