"""Which pointers a record moves, in the one order that never shows a reader half a release."""

from collections.abc import Iterable, Mapping

from compiler.bundle.artifacts import Side
from compiler.release.manifest import Manifest
from compiler.release.pointer import Pointer, Seen
from compiler.release.record import Record
from compiler.release.steps import MarkGone, Move, MovePointer

Key = tuple[str, Side]
"""An area and one of its sides."""

Aim = tuple[Side, Pointer]
"""A pointer as it should stand, and on which side."""

_ARRIVING = (Side.PRIVATE, Side.PUBLIC)
_LEAVING = (Side.PUBLIC, Side.PRIVATE)


def pointers_of(record: Record, number: int) -> list[Key]:
    """Return the pointers that carry ``number``, in the order in which they are to move."""
    arriving = sorted(name for name, area in record.release.areas.items() if area.since == number)
    leaving = sorted(name for name, gone in record.gone.items() if gone == number)
    return [
        *((area, side) for area in arriving for side in _ARRIVING),
        *((area, side) for area in leaving for side in _LEAVING),
    ]


def aims(
    record: Record,
    keys: Iterable[Key],
    carried: tuple[int, str],
    listings: Mapping[Key, Manifest],
) -> list[Aim]:
    """Return pointers as they should stand; ``carried`` is the number and id that they carry."""
    number, release_id = carried
    found: list[Aim] = []
    for area, side in keys:
        if area in record.gone:
            found.append((side, Pointer(area, number)))
            continue
        listing = listings[area, side]
        found.append((side, Pointer(area, number, release_id, listing.languages, listing.files)))
    return found


def moves(wanted: Iterable[Aim], seen: Mapping[Key, Seen]) -> tuple[Move, ...]:
    """Return the steps for pointers that are behind; one that is as far or further stays."""
    steps: list[Move] = []
    for side, pointer in wanted:
        found = seen[pointer.area, side]
        if found.release < pointer.release:
            step = MarkGone if pointer.gone else MovePointer
            steps.append(step(side, pointer, found.tag))
    return tuple(steps)


def new_moves(
    record: Record, listings: Mapping[Key, Manifest], seen: Mapping[Key, Seen]
) -> tuple[Move, ...]:
    """Return the steps for the pointers that a new record moves."""
    keys = pointers_of(record, record.number)
    return moves(aims(record, keys, (record.number, record.release.id), listings), seen)
