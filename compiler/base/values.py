"""JSON values changed at a route."""

from collections.abc import Mapping
from typing import Any

from compiler.base.spots import Route


def with_value(data: Any, route: Route, value: Any) -> Any:  # noqa: ANN401 - any JSON values
    """Return data with a value at a route; what is missing on the way is made."""
    if not route:
        return value
    step, rest = route[0], route[1:]
    if isinstance(step, int):
        items = list(data) if isinstance(data, list | tuple) else []
        items += [None] * (step + 1 - len(items))
        items[step] = with_value(items[step], rest, value)
        return items
    mapping = dict(data) if isinstance(data, Mapping) else {}
    mapping[step] = with_value(mapping.get(step), rest, value)
    return mapping
