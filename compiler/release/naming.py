"""Releases by the names that people give them: a number, `live`, `staged`."""

from typing import NamedTuple

from compiler.base.failure import UsageError
from compiler.release.log import find_head, look_up
from compiler.release.record import Record, Release
from compiler.release.target import Target

LIVE = "live"
STAGED = "staged"


class Named(NamedTuple):
    """A release with the number of the record that brought it, or made it live again."""

    number: int
    release: Release


def named_release(target: Target, which: str) -> Named:
    """Return a release of a target: by its number, or what is live or staged now.

    Raises UsageError where there is none of that name, StoreError.
    """
    head = find_head(target.private).record
    if head is None:
        raise UsageError(f"nothing has been published to `{target.name}` yet")
    if which == LIVE:
        return _live(target, head)
    if which == STAGED:
        return _staged(target, head)
    number = int(which)
    record = look_up(target.private, number) if 0 < number <= head.number else None
    if record is None:
        raise UsageError(
            f"`{target.name}` has no release {number}; `clientarea releases {target.name}` lists"
            f" them, up to {head.number}"
        )
    return Named(number, record.content)


def _live(target: Target, head: Record) -> Named:
    if not head.live:
        raise UsageError(f"nothing is live on `{target.name}` yet")
    return Named(head.live, head.release)


def _staged(target: Target, head: Record) -> Named:
    record = None if head.staged is None else look_up(target.private, head.staged)
    if record is None:
        raise UsageError(f"no release is staged on `{target.name}`")
    return Named(record.number, record.content)
