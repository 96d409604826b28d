"""gettext plural forms of several files under one header: a catalogue has only one."""

from collections import Counter
from collections.abc import Iterable, Sequence

from compiler.messages.gettext_plurals import (
    PluralForms,
    PluralFormsError,
    parse_plural_forms,
    plural_forms_header,
)

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
    theirs, ours = _understood(own), _understood(common)
    count = ours.count if ours is not None else len(texts)
    if not any(texts):
        return ("",) * count
    if theirs is None or ours is None:
        return (*texts, *[""] * (count - len(texts)))
    if theirs.expression == ours.expression or _same(theirs, ours):
        return texts
    return tuple(_text(texts, theirs, ours, index) for index in range(ours.count))


def _understood(header: str | None) -> PluralForms | None:
    if header is None:
        return None
    try:
        return parse_plural_forms(header)
    except PluralFormsError:
        return None


def _same(one: PluralForms, other: PluralForms) -> bool:
    return all(one.form(number) == other.form(number) for number in _SAMPLES)


def _text(texts: Sequence[str], theirs: PluralForms, ours: PluralForms, index: int) -> str:
    found = Counter(theirs.form(number) for number in _SAMPLES if ours.form(number) == index)
    wanted = found.most_common(1)[0][0] if found else theirs.count - 1
    return texts[wanted] if wanted < len(texts) else ""
