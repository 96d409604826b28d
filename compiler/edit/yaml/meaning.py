"""What an edit means: the same done to data, to compare with what the changed text reads as."""

from collections.abc import Callable, Sequence

from compiler.base.spots import Route
from compiler.edit.refusal import AbsentError
from compiler.edit.yaml.edits import (
    Insert,
    InsertItem,
    Remove,
    Rename,
    Reorder,
    Set,
    Step,
    Value,
)


def applied(data: Value, step: Step) -> Value:
    """Return data with a step done; what is given stays as it is.

    Raises AbsentError where the data has no such place, or has already what is to be added.
    """
    match step:
        case Set():
            return changed_at(data, step.route, lambda _: step.value)
        case Insert():
            return changed_at(data, step.route, lambda pairs: _inserted(pairs, step))
        case InsertItem():
            return changed_at(data, step.route, lambda items: _with_item(items, step))
        case Remove():
            key = _last(step.route)
            return changed_at(data, step.route[:-1], lambda found: _without(found, key))
        case Rename():
            old = _last(step.route)
            return changed_at(data, step.route[:-1], lambda pairs: _renamed(pairs, old, step.key))
        case Reorder():
            return changed_at(data, step.route, lambda found: _reordered(found, step.order))


def changed_at(data: Value, route: Route, change: Callable[[Value], Value]) -> Value:
    """Return data in which the value at a route is what ``change`` makes of it."""
    if not route:
        return change(data)
    key = route[0]
    inner = changed_at(_child(data, key), route[1:], change)
    if isinstance(data, dict):
        return {name: inner if name == key else value for name, value in data.items()}
    return [inner if index == key else value for index, value in enumerate(data)]


def value_at(data: Value, route: Route) -> Value:
    """Return the value at a route. Raises AbsentError."""
    for key in route:
        data = _child(data, key)
    return data


def same(one: Value, other: Value) -> bool:
    """Tell whether two trees are one to a reader: types and the order of keys count, too."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return list(one) == list(other) and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list):
        return len(one) == len(other) and all(map(same, one, other))
    return bool(one == other)


def position_in(keys: Sequence[str], key: str, order: Sequence[str]) -> int:
    """Return the index at which a key comes among ``keys``; see `Insert`."""
    at = order.index(key) if key in order else len(order)
    before = next((one for one in reversed(order[:at]) if one in keys), None)
    if before is not None:
        return keys.index(before) + 1
    after = next((one for one in order[at + 1 :] if one in keys), None)
    return len(keys) if after is None else keys.index(after)


def _child(data: Value, key: str | int) -> Value:
    if isinstance(data, dict) and key in data:
        return data[key]
    if isinstance(data, list) and isinstance(key, int) and 0 <= key < len(data):
        return data[key]
    raise AbsentError(f"there is no `{key}`")


def _last(route: Route) -> str | int:
    if not route:
        raise AbsentError("the whole of a file has no key")
    return route[-1]


def _inserted(pairs: Value, step: Insert) -> Value:
    if pairs is None:
        pairs = {}
    if not isinstance(pairs, dict):
        raise AbsentError(f"there is no mapping to take the key `{step.key}`")
    if step.key in pairs:
        raise AbsentError(f"there is a `{step.key}` already")
    items = list(pairs.items())
    items.insert(position_in(list(pairs), step.key, step.order), (step.key, step.value))
    return dict(items)


def _with_item(items: Value, step: InsertItem) -> Value:
    if items is None:
        items = []
    if not isinstance(items, list):
        raise AbsentError("there is no list to take an item")
    index = len(items) if step.index is None else step.index
    if not 0 <= index <= len(items):
        raise AbsentError(f"there is no item {index} in a list of {len(items)}")
    return [*items[:index], step.value, *items[index:]]


def _without(found: Value, key: str | int) -> Value:
    _child(found, key)
    if isinstance(found, dict):
        return {name: value for name, value in found.items() if name != key}
    return [value for index, value in enumerate(found) if index != key]


def _renamed(pairs: Value, old: str | int, new: str) -> Value:
    _child(pairs, old)
    if not isinstance(pairs, dict):
        raise AbsentError(f"the item {old} of a list has no name")
    if new != old and new in pairs:
        raise AbsentError(f"there is a `{new}` already")
    return {new if name == old else name: value for name, value in pairs.items()}


def _reordered(found: Value, order: Sequence[str | int]) -> Value:
    names = list(found) if isinstance(found, dict) else list(range(len(found or ())))
    if sorted(map(str, names)) != sorted(map(str, order)):
        raise AbsentError("the order wanted does not have just what is there")
    if isinstance(found, dict):
        return {name: found[name] for name in order}
    return [found[index] for index in order]
