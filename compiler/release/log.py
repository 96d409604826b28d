"""The log: finding its head with one listing, reading its records."""

from dataclasses import dataclass

from compiler.ports.store import ObjectStore, StoreError
from compiler.release.layout import HINT, LOG, done_name, log_entry, log_position, record_name
from compiler.release.record import FINISHED_BY_ANYBODY, Record
from compiler.release.record_json import UnreadableRecordError, parse_record
from compiler.release.stored_json import parse_stored


class BrokenLogError(StoreError):
    """The log is not one line of records."""


@dataclass(frozen=True, slots=True)
class Head:
    """The newest record (None in an empty log), and whether what it began is finished."""

    record: Record | None
    done: bool = True

    @property
    def unfinished(self) -> Record | None:
        """The record whose pointers somebody has still to move."""
        if self.record is None or self.done or self.record.kind not in FINISHED_BY_ANYBODY:
            return None
        return self.record


def find_head(private: ObjectStore) -> Head:
    """Find the newest record in three requests: the hint, a listing after it, the record."""
    hint = _hint(private)
    numbers, done = listed(private, hint)
    if not numbers:
        if hint:
            raise BrokenLogError(
                f"`{private.address}` has no record {hint} or newer, though its hint names one: "
                "records of the log were removed; bring them back"
            )
        return Head(None)
    newest = numbers[-1]
    return Head(read_record(private, newest), newest in done)


def listed(private: ObjectStore, since: int = 0) -> tuple[list[int], frozenset[int]]:
    """Return the numbers of records from ``since`` on, in order, and which of them are done."""
    numbers: list[int] = []
    done: set[int] = set()
    for name in private.names(LOG, after=log_position(since)):
        entry = log_entry(name)
        if entry is None:
            continue
        number, mark = entry
        if mark:
            done.add(number)
        else:
            numbers.append(number)
    return numbers, frozenset(done)


def read_record(private: ObjectStore, number: int) -> Record:
    """Read one record. Raises UnreadableRecordError where it is missing or not a record."""
    record = look_up(private, number)
    if record is None:
        raise UnreadableRecordError(record_name(number), "it is not there")
    return record


def look_up(private: ObjectStore, number: int) -> Record | None:
    """Read one record, None where there is none. Raises UnreadableRecordError."""
    stored = private.get(record_name(number))
    return parse_record(number, stored.data) if stored else None


def is_done(private: ObjectStore, number: int) -> bool:
    """Tell whether what a record began is finished."""
    return private.get(done_name(number)) is not None


def _hint(private: ObjectStore) -> int:
    stored = private.get(HINT)
    if stored is None:
        return 0
    try:
        number = parse_stored(stored.data)["number"]
    except (ValueError, KeyError, TypeError):
        return 0  # it is only a hint; without it the whole log is listed
    return number if isinstance(number, int) and number > 0 else 0
