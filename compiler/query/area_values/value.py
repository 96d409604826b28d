"""One value that an area gets: what it is called, what it is, where it stands. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from compiler.base.place import Place, Places
from compiler.base.spots import Route


class Origin(StrEnum):
    """Whose word a value is."""

    AREA = "area"
    """The area's own: its record, or what it has different."""
    OWNER = "owner"
    SHARED = "shared"
    DEFAULT = "default"
    """Nobody's: nothing is written."""
    CLDR = "cldr"


@dataclass(frozen=True, slots=True)
class Beneath:
    """What would hold if the area said nothing."""

    value: Any
    place: Place


@dataclass(frozen=True, slots=True)
class AreaValue:
    """A value by its key (``clients``, ``accounts_max``); ``value`` is JSON.

    ``place`` is None where nothing is written; ``note`` then says what that means. Where the area
    takes a shared value away, the origin is the default and the place that of the null.
    """

    key: tuple[str, ...]
    value: Any
    origin: Origin
    place: Place | None = None
    note: str | None = None
    beneath: Beneath | None = None

    @property
    def name(self) -> str:
        """The key as it is written: ``clients.accounts_max``."""
        return ".".join(self.key)


@dataclass(frozen=True, slots=True)
class Written:
    """Something that is written: whose word it is, its data by route, and their places."""

    origin: Origin
    data: Any
    places: Places


@dataclass(frozen=True, slots=True)
class Leaf:
    """A value that has no parts: its route in the file, and the key it is known by."""

    route: Route
    key: tuple[str, ...]
    value: Any


TAKEN_AWAY = "taken away"
_TWO = 2
_NAMED_BY = ("name", "id")
"""The keys that items of a list are known by."""


def leaves(data: Any, route: Route = (), key: tuple[str, ...] = ()) -> Iterator[Leaf]:  # noqa: ANN401
    """Yield the values that have no parts; lists are values, but for lists of named mappings."""
    if isinstance(data, Mapping) and data:
        for name, inner in data.items():
            yield from leaves(inner, (*route, name), (*key, str(name)))
    elif isinstance(data, list) and data and all(item_name(item) for item in data):
        for index, item in enumerate(data):
            yield from leaves(item, (*route, index), (*key, item_name(item) or ""))
    else:
        yield Leaf(route, key, data)


def item_name(item: Any) -> str | None:  # noqa: ANN401 - any JSON value
    """Return the name that a mapping in a list is known by, None where it has none."""
    if not isinstance(item, Mapping):
        return None
    return next((str(item[name]) for name in _NAMED_BY if item.get(name)), None)


def layered(
    effective: Mapping[str, Any],
    layers: Sequence[Written],
    prefix: tuple[str, ...] = (),
    notes: Mapping[tuple[str, ...], str] | None = None,
) -> Iterator[AreaValue]:
    """Yield the parts of a value that was laid together from layers, the uppermost first.

    ``notes`` say by key what it means that nothing is written.
    """
    for leaf in leaves(effective):
        yield _traced(leaf, layers, prefix, notes or {})
    yield from _taken_away(effective, layers, prefix)


def _traced(
    leaf: Leaf,
    layers: Sequence[Written],
    prefix: tuple[str, ...],
    notes: Mapping[tuple[str, ...], str],
) -> AreaValue:
    key = (*prefix, *leaf.key)
    note = notes.get(key)
    for index, layer in enumerate(layers):
        if layer.places.has(*leaf.route):
            place = layer.places.value(*leaf.route)
            if leaf.value is None or _is_null(layer.data, leaf.route):
                return AreaValue(key, leaf.value, Origin.DEFAULT, place, note)
            beneath = _beneath(layers[index + 1 :], leaf.route)
            return AreaValue(key, leaf.value, layer.origin, place, beneath=beneath)
        null = _null_above(layer.data, leaf.route)
        if null is not None:
            place = layer.places.value(*null)
            return AreaValue(key, leaf.value, Origin.DEFAULT, place, note)
    return AreaValue(key, leaf.value, Origin.DEFAULT, note=note)


def _beneath(layers: Sequence[Written], route: Route) -> Beneath | None:
    for layer in layers:
        if layer.places.has(*route):
            return Beneath(value_at(layer.data, route), layer.places.value(*route))
    return None


def _taken_away(
    effective: Any,  # noqa: ANN401 - any JSON value
    layers: Sequence[Written],
    prefix: tuple[str, ...],
) -> Iterator[AreaValue]:
    """Yield what the upper of two layers says null of, and so nobody gets."""
    if len(layers) < _TWO:
        return
    top, lower = layers[0], layers[1]
    for leaf in leaves(top.data):
        if leaf.value is not None or not lower.places.has(*leaf.route):
            continue
        if not has_value(effective, leaf.route):
            beneath = Beneath(value_at(lower.data, leaf.route), lower.places.value(*leaf.route))
            place = top.places.value(*leaf.route)
            key = (*prefix, *leaf.key)
            yield AreaValue(key, None, Origin.DEFAULT, place, TAKEN_AWAY, beneath)


def _is_null(data: Any, route: Route) -> bool:  # noqa: ANN401
    return has_value(data, route) and value_at(data, route) is None


def _null_above(data: Any, route: Route) -> Route | None:  # noqa: ANN401
    for depth in range(1, len(route)):
        if _is_null(data, route[:depth]):
            return route[:depth]
    return None


def has_value(data: Any, route: Route) -> bool:  # noqa: ANN401 - any JSON value
    """Tell whether there is a value at a route."""
    for step in route:
        if isinstance(data, Mapping):
            if step not in data:
                return False
            data = data[step]
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            return False
    return True


def value_at(data: Any, route: Route) -> Any:  # noqa: ANN401 - any JSON value
    """Return the value at a route, None where there is none."""
    if not has_value(data, route):
        return None
    for step in route:
        data = data[step]
    return data
