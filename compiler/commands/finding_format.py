"""A finding as JSON can hold it, and back."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from compiler.base.finding import Finding, Note, Severity
from compiler.base.place import Place

if TYPE_CHECKING:  # only findings with fixes have to pay for the import
    from compiler.base.fix import Fix


def place_out(place: Place) -> list[str | int]:
    """Return a place as a list: `Place(*place_out(place))` is the same place."""
    return [place.path, place.line, place.column, place.length]


def finding_out(one: Finding) -> list[Any]:
    """Return a finding as a list of JSON values."""
    notes = [[note.message, place_out(note.place)] for note in one.notes]
    own = [one.rule, one.severity.value, one.message, place_out(one.place), one.entity, one.locale]
    return [*own, one.hint, _fixes_out(one.fixes), notes, one.hidden]


def finding_in(values: list[Any]) -> Finding:
    """Return the finding that `finding_out` has made a list of."""
    rule, severity, message, place, entity, locale, hint, fixes, notes, hidden = values
    return Finding(
        rule,
        Severity(severity),
        message,
        Place(*place),
        entity,
        locale,
        hint,
        _fixes_in(fixes),
        tuple(Note(text, Place(*at)) for text, at in notes),
        hidden,
    )


def _fixes_out(fixes: "Sequence[Fix]") -> list[Any]:
    if not fixes:
        return []
    from compiler.base.fix import fix_data

    return list(map(fix_data, fixes))


def _fixes_in(fixes: Sequence[Any]) -> "tuple[Fix, ...]":
    if not fixes:
        return ()
    from compiler.base.fix import fix_of

    return tuple(map(fix_of, fixes))
