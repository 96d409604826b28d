"""A plan: steps, and what is said of them. Made by pure functions, explained or carried out."""

from dataclasses import dataclass, replace

from compiler.release.difference import FileChange
from compiler.release.record import Record
from compiler.release.result import Outcome, Remark
from compiler.release.steps import CreateRecord, Move, Step, Upload, WriteDone, WriteHint


@dataclass(frozen=True, slots=True)
class Plan:
    """What a verb will do; without steps there is nothing to do.

    ``outcome`` is what the verb answers when all goes well, ``number`` and ``id`` those of the
    release it answers with, ``areas`` what is live then. ``before`` finishes what a dead publisher
    left; ``after`` is the nonce of the record that it was planned after, where that was asked for.
    """

    outcome: Outcome
    number: int | None
    id: str | None
    steps: tuple[Step, ...] = ()
    changes: tuple[FileChange, ...] = ()
    remarks: tuple[Remark, ...] = ()
    on_request: bool = False
    before: tuple[Step, ...] = ()
    after: str | None = None
    areas: tuple[str, ...] = ()

    def saying(self, *remarks: Remark) -> "Plan":
        """Return the plan with more remarks."""
        return replace(self, remarks=(*self.remarks, *remarks))


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a verb will do nothing; ``number`` and ``id`` are of what stays live."""

    remarks: tuple[Remark, ...]
    number: int | None = None
    id: str | None = None


def refusal(head: Record | None, remarks: tuple[Remark, ...]) -> Refusal:
    """Return a refusal that leaves the head as it is."""
    if head is None:
        return Refusal(remarks)
    return Refusal(remarks, head.live, head.release.id)


def commit_steps(
    record: Record, uploads: tuple[Upload, ...], moves: tuple[Move, ...]
) -> tuple[Step, ...]:
    """Return the steps of a publisher in their order: uploads, the record, pointers, hint, done."""
    return (*uploads, CreateRecord(record), *moves, *closing_steps(record))


def closing_steps(record: Record) -> tuple[Step, ...]:
    """Return what follows when all pointers of a record have moved."""
    return (WriteHint(record.number), WriteDone(record.number))
