"""Which old releases stay whole: pure, from the records of those that are kept until now."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from compiler.release.record import Record


@dataclass(frozen=True, slots=True)
class RetentionRule:
    """The newest ``keep`` releases of different content stay, and all younger than ``days``."""

    keep: int
    days: int


def kept_numbers(
    head: Record, records: Iterable[Record], rule: RetentionRule, now: datetime
) -> tuple[int, ...]:
    """Return the releases to keep, of those whose records are given; the live one is always kept.

    So is the newest staged one, and a release that has the content of one that is kept.
    """
    newest_first = sorted(records, key=lambda record: record.number, reverse=True)
    wanted = _newest_contents(newest_first, rule.keep)
    border = now - timedelta(days=rule.days)
    always = {head.live, head.staged}
    return tuple(
        record.number
        for record in reversed(newest_first)
        if record.number in always or record.content.id in wanted or record.time > border
    )


def _newest_contents(newest_first: Sequence[Record], keep: int) -> set[str]:
    found: dict[str, None] = {}
    for record in newest_first:
        found.setdefault(record.content.id)
    return set(list(found)[:keep])
