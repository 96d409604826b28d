"""gettext plural forms of several files under one header: a catalogue has only one."""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from compiler.messages.gettext_plurals import (
    PluralForms,
    PluralFormsError,
    parse_plural_forms,
    plural_forms_header,
)

_SAME: tuple[int, ...] = ()
_SAMPLES = (*range(200), 1000, 1_000_000)


def usable_header(locale: str, headers: Iterable[str | None]) -> str:
    """Return the first header that can be used, else the usual one of the locale."""
    for header in headers:
        if _understood(header) is not None and header is not None:
            return header
    return plural_forms_header(locale)


def forms_under(texts: tuple[str, ...], own: str | None, common: str) -> tuple[str, ...]:
    """Return forms written under a header of their own in the order of another header.

    Each form of the other header takes the text that most of its numbers have. Forms whose own
    header cannot be understood stay in their order.
    """
    count, order = _order(own, common)
    if not any(texts):
        return ("",) * (count or len(texts))
    if order == _SAME:
        return texts
    if order is None:
        return (*texts, *[""] * ((count or 0) - len(texts)))
    return tuple(texts[index] if index < len(texts) else "" for index in order)


@lru_cache(maxsize=500)  # the same for all entries of a file
def _order(own: str | None, common: str) -> tuple[int | None, tuple[int, ...] | None]:
    """Return how many forms there are to be, and which of theirs each is, or None where unknown."""
    theirs, ours = _understood(own), _understood(common)
    if theirs is None or ours is None:
        return (None if ours is None else ours.count), None
    if theirs.expression == ours.expression or _same(theirs, ours):
        return ours.count, _SAME
    return ours.count, tuple(_nearest(theirs, ours, index) for index in range(ours.count))


def _understood(header: str | None) -> PluralForms | None:
    if header is None:
        return None
    try:
        return parse_plural_forms(header)
    except PluralFormsError:
        return None


def _same(one: PluralForms, other: PluralForms) -> bool:
    return all(one.form(number) == other.form(number) for number in _SAMPLES)


def _nearest(theirs: PluralForms, ours: PluralForms, index: int) -> int:
    found = Counter(theirs.form(number) for number in _SAMPLES if ours.form(number) == index)
    return found.most_common(1)[0][0] if found else theirs.count - 1
