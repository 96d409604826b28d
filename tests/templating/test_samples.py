"""Samples that are made from a schema: valid, and as odd as the schema lets them be."""

import time
from collections.abc import Mapping
from typing import Any

import pytest

from compiler.rules.json_schema import violations
from compiler.templating.samples import MADE, made_samples

SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        "name": {"type": "string", "minLength": 1},
        "short": {"type": "string", "maxLength": 5},
        "nick": {"type": "string"},
        "code": {"type": "string", "pattern": "^[0-9]{6}$"},
        "currency": {"type": "string", "pattern": "^[A-Z]{3}$"},
        "label": {"type": "string", "pattern": "^x-[a-z]+-x$"},
        "day": {"type": "string", "format": "date"},
        "plan": {"enum": ["gold", "silver"]},
        "share": {"type": "number", "minimum": 0, "maximum": 1},
        "count": {"type": "integer", "multipleOf": 5, "minimum": 3},
        "tags": {"type": "array", "items": {"type": "string"}, "maxItems": 7},
        "orders": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/order"}},
    },
    "required": ["name", "short", "code", "currency", "label", "day", "plan", "share", "count"],
    "$defs": {"order": {"type": "object", "properties": {"title": {"type": "string"}}}},
    "additionalProperties": False,
}
AUTHORED: list[Mapping[str, Any]] = [{"label": "x-author-x", "code": "402913"}]


def fits(schema: Mapping[str, Any], value: Any) -> bool:
    return not violations(schema, value)


def made(schema: dict[str, Any], authored: list[Mapping[str, Any]] | None = None) -> Any:
    return made_samples(schema, authored or [], fits)


def test_every_kind_of_sample_fits() -> None:
    samples = made(SCHEMA, AUTHORED)
    assert samples.keys() == MADE
    for sample in samples.values():
        assert violations(SCHEMA, sample) == ()
        assert sample["label"] == "x-author-x"


def test_each_is_as_odd_as_its_name_says() -> None:
    samples = made(SCHEMA, AUTHORED)
    assert "nick" not in samples["minimal"]
    assert "nick" not in samples["no optional values"]
    assert samples["empty texts"]["nick"] == ""
    assert len(samples["empty texts"]["name"]) >= 1
    assert "<script>" in samples["markup"]["name"]
    assert samples["markup"]["short"] == "<scri"
    assert len(samples["10,000 characters"]["name"]) == 10_000
    assert (len(samples["many items"]["tags"]), len(samples["many items"]["orders"])) == (7, 50)
    assert (samples["no items"]["tags"], len(samples["no items"]["orders"])) == ([], 1)
    assert {'"', "'"} <= set(samples["quotes"]["name"])
    assert "ש" in samples["right to left"]["name"]
    assert "👍" in samples["emoji"]["nick"]


def test_a_pattern_that_nobody_fits_makes_none() -> None:
    assert made(SCHEMA) == {}


@pytest.mark.parametrize(
    "schema",
    [
        {"properties": {name: {"$ref": "#"} for name in "abcdefgh"}},
        {"properties": {"a": {"type": "array", "items": {"$ref": "#/properties/a"}}}},
        {"properties": {"a": {"type": "array", "minItems": 10**9}}},
        {"properties": {"a": {"type": "string", "minLength": 10**12}}},
        {"properties": {"a": {"anyOf": [{"$ref": "#"}, {"type": "string"}]}}},
        {"properties": {f"a{number}": {"type": "string"} for number in range(5000)}},
    ],
)
def test_no_schema_makes_one_without_end(schema: dict[str, Any]) -> None:
    begun = time.monotonic()
    made({"type": "object", **schema})
    assert time.monotonic() - begun < 30
