"""Values laid together from layers: each with the layer, and the place in it, that it comes from."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from compiler.model.overlay import merge_patch
from compiler.query.area_values.value import Origin, Written, layered, leaves, value_at
from compiler.read.yaml import read_yaml

KEYS = st.sampled_from(["a", "b", "c"])
SCALARS = st.none() | st.integers(0, 9) | st.booleans() | st.lists(st.integers(0, 3), max_size=2)
TREES = st.recursive(SCALARS, lambda inner: st.dictionaries(KEYS, inner, max_size=3), max_leaves=6)
MAPPINGS = st.dictionaries(KEYS, TREES, max_size=3)


def written(origin: Origin, data: Any) -> Written:
    return Written(origin, data, read_yaml(f"{origin}.yaml", json.dumps(data).encode()).places)


@given(MAPPINGS, MAPPINGS)
def test_every_value_is_found_where_it_is_said_to_come_from(shared: Any, patch: Any) -> None:
    layers = [written(Origin.AREA, patch), written(Origin.SHARED, shared)]
    effective = merge_patch(shared, patch)
    routes = {leaf.key: leaf.route for leaf in leaves(effective)}
    values = {value.key: value for value in layered(effective, layers)}
    by_origin = dict(zip((Origin.AREA, Origin.SHARED), layers, strict=True))
    for key, route in routes.items():
        value = values.pop(key)
        assert value.value == value_at(effective, route)
        if value.origin is not Origin.DEFAULT:
            layer = by_origin[value.origin]
            assert value.place == layer.places.value(*route)
            assert value_at(layer.data, route) == value.value or value.value == {}
    for value in values.values():  # what the patch takes away
        assert (value.value, value.note) == (None, "taken away")
        assert value.beneath is not None


def test_a_section_that_is_taken_away_has_its_defaults_from_there() -> None:
    layers = [
        written(Origin.AREA, {"security": None}),
        written(Origin.SHARED, {"security": {"session_minutes": 45}}),
    ]
    (value,) = layered({"security": {"session_minutes": 60}}, layers)
    assert (value.value, value.origin) == (60, Origin.DEFAULT)
    assert value.place == layers[0].places.value("security")


def test_items_of_a_list_are_known_by_their_names() -> None:
    data = {"tokens": [{"name": "reader", "scopes": ["a", "b"]}], "uris": ["x"], "none": []}
    assert [".".join(leaf.key) for leaf in leaves(data)] == [
        "tokens.reader.name",
        "tokens.reader.scopes",
        "uris",
        "none",
    ]
