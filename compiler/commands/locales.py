"""The languages that a command is asked for: `--locale es,ru`."""

from collections.abc import Iterable

from compiler.base.failure import UsageError
from compiler.base.suggest import did_you_mean


def chosen_locales(given: str, known: Iterable[str]) -> frozenset[str]:
    """Return the locales of a list. Raises UsageError where one is not among the known ones."""
    chosen = frozenset(tag.strip() for tag in given.split(","))
    for tag in sorted(chosen.difference(known)):
        raise UsageError(f"`{tag}` is no active language; {did_you_mean(tag, sorted(known))}")
    return chosen


def listed_locales(given: str | None) -> tuple[str, ...]:
    """Return the locales of a list, none where it is not given."""
    return tuple(tag.strip() for tag in given.split(",") if tag.strip()) if given else ()
