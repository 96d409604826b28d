"""What an area really gets, and where each value comes from. Pure."""

from collections.abc import Sequence
from typing import Any

from compiler.base.place import Place
from compiler.query.area_values.value import AreaValue

_UNSHOWN = frozenset({"credentials", "sso", "oauth_clients", "tokens"})
"""How an area proves who it is: a page that is handed round does not need it."""


def shown_values(values: Sequence[AreaValue]) -> list[AreaValue]:
    """Return the values that a preview shows."""
    return [value for value in values if value.key[0] not in _UNSHOWN]


def area_values_data(values: Sequence[AreaValue]) -> list[dict[str, Any]]:
    """Return values for the page; ``instead_of`` is what all areas share."""
    return [_value(value) for value in shown_values(values)]


def changed_values(before: Sequence[AreaValue], now: Sequence[AreaValue]) -> list[list[Any]]:
    """Return the keys whose values differ, with the one before and the one now."""
    old, new = ({one.name: one.value for one in shown_values(some)} for some in (before, now))
    return [
        [key, old.get(key), new.get(key)]
        for key in dict.fromkeys((*old, *new))
        if old.get(key) != new.get(key)
    ]


def _value(value: AreaValue) -> dict[str, Any]:
    beneath = value.beneath
    return {
        "key": list(value.key),
        "value": value.value,
        "origin": value.origin.value,
        "place": None if value.place is None else _place(value.place),
        "note": value.note,
        "instead_of": None
        if beneath is None
        else {"value": beneath.value, "place": _place(beneath.place)},
    }


def _place(place: Place) -> list[Any]:
    return [place.path, place.line]
