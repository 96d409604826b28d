"""Finishing what a dead publisher left: moving the pointers of the head, then hint and `.done`."""

from collections.abc import Mapping

from compiler.ports.store import StoreError
from compiler.release.apply import Executor, UnfinishedError
from compiler.release.moving import Key, aims, moves, pointers_of
from compiler.release.plan import closing_steps
from compiler.release.pointer import Seen
from compiler.release.reading import read_manifest, see_pointers
from compiler.release.record import Record
from compiler.release.steps import Move, Step
from compiler.release.target import Target


def finishing_steps(target: Target, record: Record) -> tuple[Step, ...]:
    """Return what is still to be done for a record, by what its pointers show now."""
    keys = pointers_of(record, record.number)
    seen = see_pointers(target, keys)
    behind = moves_behind(target, record, (record.number, record.release.id), seen)
    return (*behind, *closing_steps(record))


def moves_behind(
    target: Target, record: Record, carried: tuple[int, str], seen: Mapping[Key, Seen]
) -> tuple[Move, ...]:
    """Return the moves of those pointers that should carry a number and do not yet."""
    number, _ = carried
    behind = [key for key in pointers_of(record, number) if seen[key].release < number]
    listings = {
        (area, side): read_manifest(target.private, record.release.areas[area].side(side))
        for area, side in behind
        if area in record.release.areas
    }
    return moves(aims(record, behind, carried, listings), seen)


def finish(executor: Executor, record: Record) -> None:
    """Finish a record. Raises StoreError; then nobody may commit after it."""
    try:
        executor.run(finishing_steps(executor.target, record))
    except UnfinishedError as error:
        raise StoreError(str(error)) from error
