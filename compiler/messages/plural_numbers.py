"""Which whole numbers a plural category of a language stands for."""

from functools import cache
from typing import Final

from compiler.messages import cldr

_SAMPLES: Final = (*range(130), *(1000 + tail for tail in range(30)), 10_000, 100_000)
_SHOWN: Final = 4


@cache
def single_number(
    locale: str, category: str, *, ordinal: bool = False, without: frozenset[int] = frozenset()
) -> int | None:
    """Return the number if a category is one whole number alone, else None.

    ``without`` are numbers that are taken care of otherwise. Fractions do not count.
    """
    found = [n for n in whole_numbers(locale, category, ordinal=ordinal) if n not in without]
    return found[0] if len(found) == 1 else None


@cache
def whole_numbers(locale: str, category: str, *, ordinal: bool = False) -> tuple[int, ...]:
    """Return whole numbers of a category: all below 130, and some larger ones."""
    of = cldr.ordinal_category if ordinal else cldr.plural_category
    return tuple(number for number in _SAMPLES if of(locale, number) == category)


@cache
def is_none_or_one(locale: str, category: str) -> bool:
    """Tell whether a category is 0 and 1 and no other whole number."""
    return whole_numbers(locale, category) == (0, 1)


@cache
def example_numbers(locale: str, category: str) -> tuple[int, ...]:
    """Return the first few numbers of a category."""
    return whole_numbers(locale, category)[:_SHOWN]
