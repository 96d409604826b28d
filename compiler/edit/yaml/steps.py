"""An edit as steps, each of one place: of a list or mapping only what differs is touched."""

from collections.abc import Iterator

from compiler.base.spots import Route
from compiler.edit.yaml.edits import (
    Edit,
    Insert,
    InsertItem,
    Put,
    Remove,
    Reorder,
    Set,
    Step,
    Value,
)
from compiler.edit.yaml.meaning import same, value_at


def steps_of(data: Value, edit: Edit) -> Iterator[Step]:
    """Yield the steps of an edit of this data, to be made one after the other.

    Raises AbsentError where the data has no such place.
    """
    if isinstance(edit, Put):
        edit = _settled(data, edit)
    if isinstance(edit, Set):
        yield from _differences(edit.route, value_at(data, edit.route), edit.value)
    else:
        yield edit


def _settled(data: Value, put: Put) -> Set | Insert:
    """Return what a `Put` comes to."""
    for depth, key in enumerate(put.route):
        if data is None or (isinstance(data, dict) and key not in data):
            value = put.value
            for inner in reversed(put.route[depth + 1 :]):
                value = {inner: value}
            order = put.order if depth == len(put.route) - 1 else ()
            return Insert(put.route[:depth], str(key), value, order)
        data = value_at(data, (key,))
    return Set(put.route, put.value)


def _differences(route: Route, old: Value, new: Value) -> Iterator[Step]:
    if same(old, new):
        return
    if isinstance(old, dict) and isinstance(new, dict) and old.keys() & new.keys():
        yield from _of_mappings(route, old, new)
    elif isinstance(old, list) and isinstance(new, list) and old and new:
        yield from _of_lists(route, old, new)
    else:
        yield Set(route, new)


def _of_mappings(route: Route, old: dict[str, Value], new: dict[str, Value]) -> Iterator[Step]:
    kept = [key for key in old if key in new]
    for key in old:
        if key not in new:
            yield Remove((*route, key))
    order = list(new)
    in_order = [key for key in new if key in old]
    if kept != in_order:
        yield Reorder(route, in_order)
    for key, value in new.items():
        if key in old:
            yield from _differences((*route, key), old[key], value)
        else:
            yield Insert(route, key, value, order)


def _of_lists(route: Route, old: list[Value], new: list[Value]) -> Iterator[Step]:
    """Yield steps for what is between the items that are the same at both ends."""
    head = 0
    while head < min(len(old), len(new)) and same(old[head], new[head]):
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and same(old[-1 - tail], new[-1 - tail]):
        tail += 1
    middle, wanted = old[head : len(old) - tail], new[head : len(new) - tail]
    for index in range(len(middle) - 1, len(wanted) - 1, -1):
        yield Remove((*route, head + index))
    for index, value in enumerate(wanted):
        if index < len(middle):
            yield from _differences((*route, head + index), middle[index], value)
        else:
            yield InsertItem(route, value, head + index)
