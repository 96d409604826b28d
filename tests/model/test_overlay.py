"""Laws of overlays: RFC 7396 for configurations, by language for entities, by label for strings."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compiler.base.place import Place, Places
from compiler.model.catalogue import Catalogue, CatalogueEntries, Message
from compiler.model.entity import Entity
from compiler.model.localised import Localisation
from compiler.model.overlay import (
    merge_patch,
    overlaid_catalogues,
    overlaid_entities,
)
from compiler.model.overlay_record import EntityOverlay
from compiler.model.reference import Kind
from compiler.model.template import Template
from tests.fakes.locator import StillLocator

keys = st.sampled_from(["a", "b", "c"])
scalars = st.booleans() | st.integers(0, 9) | st.text("xy", max_size=2)
json_values: st.SearchStrategy[Any] = st.recursive(
    scalars | st.none(),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(keys, inner, max_size=3),
    max_leaves=8,
)
whole_values: st.SearchStrategy[Any] = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(keys, inner, max_size=3),
    max_leaves=8,
)


@pytest.mark.parametrize(
    ("target", "patch", "expected"),
    [  # the examples of RFC 7396, appendix A
        ({"a": "b"}, {"a": "c"}, {"a": "c"}),
        ({"a": "b"}, {"b": "c"}, {"a": "b", "b": "c"}),
        ({"a": "b"}, {"a": None}, {}),
        ({"a": "b", "b": "c"}, {"a": None}, {"b": "c"}),
        ({"a": ["b"]}, {"a": "c"}, {"a": "c"}),
        ({"a": "c"}, {"a": ["b"]}, {"a": ["b"]}),
        ({"a": {"b": "c"}}, {"a": {"b": "d", "c": None}}, {"a": {"b": "d"}}),
        ({"a": [{"b": "c"}]}, {"a": [1]}, {"a": [1]}),
        (["a", "b"], ["c", "d"], ["c", "d"]),
        ({"a": "b"}, ["c"], ["c"]),
        ({"a": "foo"}, None, None),
        ({"a": "foo"}, "bar", "bar"),
        ({"e": None}, {"a": 1}, {"e": None, "a": 1}),
        ([1, 2], {"a": "b", "c": None}, {"a": "b"}),
        ({}, {"a": {"bb": {"ccc": None}}}, {"a": {"bb": {}}}),
    ],
)
def test_merge_patch(target: Any, patch: Any, expected: Any) -> None:
    assert merge_patch(target, patch) == expected


@given(json_values, json_values)
def test_a_patch_applied_twice_is_one_applied_once(target: Any, patch: Any) -> None:
    once = merge_patch(target, patch)
    assert merge_patch(once, patch) == once


@given(json_values)
def test_an_empty_patch_changes_no_mapping(target: Any) -> None:
    mapping = target if isinstance(target, dict) else {"a": target}
    assert merge_patch(mapping, {}) == mapping


@given(whole_values, whole_values)
def test_every_value_without_null_can_be_reached(target: Any, wanted: Any) -> None:
    assert merge_patch(target, _difference(target, wanted)) == wanted


def _difference(target: Any, wanted: Any) -> Any:
    if not isinstance(target, dict) or not isinstance(wanted, dict):
        return wanted
    removed = dict.fromkeys(key for key in target if key not in wanted)
    return removed | {key: _difference(target.get(key), value) for key, value in wanted.items()}


locales = st.dictionaries(st.sampled_from(["en", "es", "es-MX"]), st.text("xy"), max_size=3)


def template(titles: dict[str, str], *, active: bool = True) -> Entity[Template]:
    record = Template(channel="push", active=active)
    return Entity(Kind.TEMPLATES, "a", record, Places("a"), _localised(titles))


def difference(titles: dict[str, str], *, active: bool | None = None) -> Entity[EntityOverlay]:
    record = EntityOverlay(active=active)
    return Entity(Kind.TEMPLATES, "a", record, Places("b"), _localised(titles), "shop")


def _localised(titles: dict[str, str]) -> dict[str, Localisation]:
    return {locale: Localisation(Places("a"), title=title) for locale, title in titles.items()}


@given(locales, locales, st.none() | st.booleans())
def test_an_entity_has_every_language_of_either_and_the_areas_own_first(
    shared: dict[str, str], own: dict[str, str], active: bool | None
) -> None:
    merged = overlaid_entities({"a": template(shared)}, {"a": difference(own, active=active)})["a"]
    assert {locale: one.title for locale, one in merged.locales.items()} == {**shared, **own}
    assert merged.record.active is (True if active is None else active)
    assert isinstance(merged.record, Template)


@given(locales)
def test_an_area_without_differences_has_what_is_shared(shared: dict[str, str]) -> None:
    entities = {"a": template(shared)}
    assert overlaid_entities(entities, {}) == entities
    assert overlaid_entities({}, entities) == entities


messages = st.dictionaries(st.sampled_from(["pay", "buy", "sell"]), st.text("xy"), max_size=3)


def catalogue(texts: dict[str, str]) -> Catalogue:
    places = StillLocator(Place("x.po"))
    messages = {label: Message(label, label, (text,), places) for label, text in texts.items()}
    return Catalogue(
        "portal",
        "es",
        "x.po",
        lambda: CatalogueEntries(messages),
    )


@given(messages, messages)
def test_a_catalogue_has_every_label_of_either_and_the_areas_own_first(
    shared: dict[str, str], own: dict[str, str]
) -> None:
    key = ("portal", "es")
    merged = overlaid_catalogues({key: catalogue(shared)}, {key: catalogue(own)})[key]
    texts = {label: message.texts[0] for label, message in merged.messages.items()}
    assert texts == {**shared, **own}
    assert overlaid_catalogues({}, {key: catalogue(own)})[key].messages.keys() == own.keys()
