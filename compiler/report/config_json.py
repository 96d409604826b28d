"""What an area gets, for programs."""

from collections.abc import Iterable
from typing import Any

from compiler.base.place import Place
from compiler.query.area_values.value import AreaValue


def config_data(area: str, values: Iterable[AreaValue]) -> dict[str, Any]:
    """Return the values of an area, each with the place it comes from; null where there is none."""
    return {"area": area, "values": [_value(one) for one in values]}


def _value(value: AreaValue) -> dict[str, Any]:
    beneath = value.beneath
    return {
        "key": value.name,
        "value": value.value,
        "origin": value.origin.value,
        "place": None if value.place is None else _place(value.place),
        "note": value.note,
        "instead_of": None
        if beneath is None
        else {"value": beneath.value, "place": _place(beneath.place)},
    }


def _place(place: Place) -> dict[str, Any]:
    return {"path": place.path, "line": place.line, "column": place.column}
