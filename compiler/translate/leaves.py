"""The values of a language of an entity, by route."""

from collections.abc import Iterator, Mapping
from typing import Any

from compiler.base.spots import Route
from compiler.model.localised import Localisation


def leaves(localisation: Localisation) -> dict[Route, Any]:
    """Return every value of a language by route, those within lists and mappings, too."""
    own = {**localisation.own(), "descriptions": dict(localisation.descriptions)}
    return {
        route: value
        for name, part in own.items()
        for route, value in _leaves((name,), part)
        if not (isinstance(value, str) and not value.strip())
    }


def _leaves(route: Route, value: Any) -> Iterator[tuple[Route, Any]]:  # noqa: ANN401
    if isinstance(value, Mapping):
        for key, item in value.items():
            yield from _leaves((*route, key), item)
    elif isinstance(value, list | tuple) and value:
        for index, item in enumerate(value):
            yield from _leaves((*route, index), item)
    elif value is not None and value not in ({}, []):
        yield route, value
