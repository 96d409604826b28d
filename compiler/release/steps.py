"""The steps a plan is made of: small records that `explain` reads out and `apply` carries out."""

from collections.abc import Callable
from dataclasses import dataclass

from compiler.bundle.artifacts import Asset, Side
from compiler.release.pointer import Pointer
from compiler.release.record import Record


@dataclass(frozen=True, slots=True)
class UploadObject:
    """Write a bundle or manifest under its immutable name; ``what`` says in words what it is."""

    side: Side
    name: str
    data: bytes
    what: str


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
