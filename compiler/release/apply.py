"""Carrying out the steps of a plan against the stores: the only writer of this room.

Whoever dies here leaves either nothing (before the record) or a record that the next run finishes.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Any

from compiler.base.hashing import canonical_json
from compiler.bundle.artifacts import Side
from compiler.ports.store import (
    AlreadyExistsError,
    ChangedError,
    NewObject,
    ObjectStore,
    StoreError,
)
from compiler.release import layout
from compiler.release.log import look_up
from compiler.release.pointer import Pointer, Seen
from compiler.release.reading import see_pointer
from compiler.release.record_json import record_data
from compiler.release.steps import (
    CopyObject,
    CreateRecord,
    Delete,
    MarkGone,
    Move,
    MovePointer,
    Step,
    Upload,
    UploadAsset,
    UploadObject,
    WriteDone,
    WriteHint,
)
from compiler.release.target import Progress, Target

_TRIES = 20


class LostRaceError(Exception):
    """Somebody else created the record of this number: begin again from the head."""


class UnfinishedError(Exception):
    """The record is committed, and what follows it could not be done; ``str()`` says why."""

    def __init__(self, why: str, *, serving: bool) -> None:
        super().__init__(why)
        self.serving = serving
        """Whether all pointers have moved, and only the log's own marks are wanting."""


@dataclass(slots=True)
class Executor:
    """Walks plans for one run of a verb, and remembers what it has uploaded when it begins again.

    A name holds the generation, and nothing of a generation is removed while it is the head's own,
    so what this run has put there needs no second upload.
    """

    target: Target
    progress: Progress | None = None
    _uploaded: set[tuple[Side, str]] = field(default_factory=set)

    def run(self, steps: tuple[Step, ...]) -> None:
        """Carry out the steps in order.

        Raises StoreError before the record is created, UnfinishedError after it, LostRaceError
        where another publisher created it.
        """
        committed, moving = False, sum(isinstance(step, Move) for step in steps)
        uploads = list(takewhile(lambda step: isinstance(step, Upload), steps))
        self._upload(step for step in uploads if isinstance(step, Upload))
        for step in steps[len(uploads) :]:
            try:
                _ACTIONS[type(step)](self, step)
            except StoreError as error:
                if not committed:
                    raise
                raise UnfinishedError(str(error), serving=moving == 0) from error
            committed = committed or isinstance(step, CreateRecord)
            moving -= isinstance(step, Move)

    def _upload(self, steps: Iterable[Upload]) -> None:
        """Write bundles, manifests and assets; each is on the side that it belongs to."""
        new: dict[Side, list[NewObject]] = {side: [] for side in Side}
        for step in steps:
            side, one = _UPLOADS[type(step)](step)
            if (side, one.name) not in self._uploaded:
                new[side].append(one)
        count, total = 0, sum(map(len, new.values()))
        for side, objects in new.items():
            for name in self.target.side(side).put_all(objects):
                self._uploaded.add((side, name))
                count += 1
                if self.progress is not None:
                    self.progress.uploaded(count, total)

    def create_record(self, step: CreateRecord) -> None:
        """Commit. After a lost answer the record is read back and known by its nonce."""
        record, private = step.record, self.target.private
        name = layout.record_name(record.number)
        try:
            private.create(name, record_data(record), layout.RECORD)
        except (AlreadyExistsError, StoreError) as error:
            there = look_up(private, record.number)
            if there is not None and there.nonce == record.nonce:
                return
            if there is None and isinstance(error, StoreError):
                raise
            raise LostRaceError from error

    def move(self, step: Move) -> None:
        """Write a pointer, forwards only: one that is as far already stays as it is."""
        pointer = step.pointer
        store, key = self.target.side(step.side), (pointer.area, step.side)
        seen = Seen(tag=step.tag)
        for _ in range(_TRIES):
            if _written(store, pointer, seen.tag):
                return
            seen = see_pointer(self.target, key)
            if seen.release >= pointer.release:
                return
        raise StoreError(f"`{store.address}/{layout.pointer_name(pointer.area)}` keeps changing")

    def write_hint(self, step: WriteHint) -> None:
        """Say where the head is."""
        data = canonical_json({"number": step.number})
        self.target.private.put(layout.HINT, data, layout.POINTER)

    def delete(self, step: Delete) -> None:
        """Remove objects."""
        self.target.side(step.side).delete(step.names)

    def write_done(self, step: WriteDone) -> None:
        """Mark the record as finished."""
        data = canonical_json({"number": step.number})
        self.target.private.put(layout.done_name(step.number), data, layout.RECORD)


_ACTIONS: dict[type, Callable[[Executor, Any], None]] = {
    CreateRecord: Executor.create_record,
    MovePointer: Executor.move,
    MarkGone: Executor.move,
    WriteHint: Executor.write_hint,
    WriteDone: Executor.write_done,
    Delete: Executor.delete,
}


def _asset(step: UploadAsset) -> tuple[Side, NewObject]:
    asset = step.asset
    return Side.PUBLIC, NewObject(asset.path, asset.read, layout.asset_attributes(asset.media_type))


def _object(step: UploadObject | CopyObject) -> tuple[Side, NewObject]:
    return step.side, NewObject(step.name, step.read, layout.attributes_of(step.side, step.name))


_UPLOADS: dict[type, Callable[[Any], tuple[Side, NewObject]]] = {
    UploadObject: _object,
    UploadAsset: _asset,
    CopyObject: _object,
}


def _written(store: ObjectStore, pointer: Pointer, tag: str | None) -> bool:
    name = layout.pointer_name(pointer.area)
    try:
        if tag is None:
            store.create(name, pointer.data, layout.POINTER)
        else:
            store.replace(name, pointer.data, layout.POINTER, tag=tag)
    except (AlreadyExistsError, ChangedError):
        return False
    return True
