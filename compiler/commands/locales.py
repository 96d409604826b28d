"""The languages that a command is asked for: `--locale es,ru`."""

from collections.abc import Collection

from compiler.base.failure import UsageError
from compiler.base.suggest import did_you_mean

_WHERE = "they stand in `active` of `content/configurations/languages.yaml`"


def chosen_locales(given: str, known: Collection[str]) -> frozenset[str]:
    """Return the locales of a list. Raises UsageError where one is not among the known ones."""
    return frozenset(listed_locales(given, known))


def listed_locales(given: str | None, known: Collection[str]) -> tuple[str, ...]:
    """Return the locales of a list in its order, each once; none where no list is given.

    Raises UsageError as `chosen_locales`, and for an empty list.
    """
    chosen = [] if given is None else [tag.strip() for tag in given.split(",")]
    for tag in sorted(set(chosen).difference(known)):
        hint = f"{did_you_mean(tag, known)}; {_WHERE}"
        raise UsageError(f"`{tag}` is no active language; {hint}")
    return tuple(dict.fromkeys(chosen))
