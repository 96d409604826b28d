"""Routes into data, and data changed apart from the code that is tested."""

from collections.abc import Iterator
from typing import Any

from compiler.base.spots import Route


def routes(data: Any, route: Route = ()) -> Iterator[Route]:
    """Yield the routes of all values, outermost first."""
    yield route
    pairs = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()  # fmt: skip
    for key, value in pairs:
        yield from routes(value, (*route, key))


def at(data: Any, route: Route) -> Any:
    """Return the value at a route."""
    for key in route:
        data = data[key]
    return data


def with_value(data: Any, route: Route, value: Any) -> Any:
    """Return data with another value at a route."""
    if not route:
        return value
    if isinstance(data, dict):
        return {k: with_value(v, route[1:], value) if k == route[0] else v for k, v in data.items()}
    return [with_value(v, route[1:], value) if i == route[0] else v for i, v in enumerate(data)]


def scalars(data: Any) -> list[Route]:
    """Return the routes of all scalars."""
    return [route for route in routes(data) if not isinstance(at(data, route), dict | list)]


def shown(data: Any) -> str:
    """Return data as a text that tells types and the order of keys."""
    return repr(data)
