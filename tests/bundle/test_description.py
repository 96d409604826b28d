"""Descriptions of the sides: sound OpenAPI, closed schemas, examples and bundles that follow them."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from compiler.bundle.artifacts import Side
from compiler.bundle.compiling import compile_content
from compiler.bundle.description import description_of
from compiler.bundle.eyes import Eyes
from compiler.bundle.shapes.table import BUNDLES
from compiler.load.loading import load
from compiler.load.project import load_settings
from compiler.wiring import work_tree
from tests.bundle.compiled import compiled
from tests.described import described
from tests.journeys.canaries import FILES
from tools.showcase_examples import Sketches, sketched_facts

OPENAPI = Path(__file__).parents[1] / "schemas" / "openapi-3.1.json"
OPENAPI_WORDS = {"url", "content", "generation", "sha256"}
"""Fields that are called as something in every description is."""
OPEN = {"Description", "properties", "variables", "samples"}
"""What holds any JSON: a description, and what authors give beside words."""


def description(side: Side) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(description_of(side).read())
    return found


@pytest.mark.parametrize("side", Side)
def test_a_description_is_openapi(side: Side) -> None:
    found = description(side)
    validator = Draft202012Validator(json.loads(OPENAPI.read_bytes()))
    assert [one.message for one in validator.iter_errors(found)] == []
    for schema in found["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)
    text = json.dumps(found)
    for name in found["components"]["schemas"]:
        assert f'"#/components/schemas/{name}"' in text, f"nothing refers to {name}"


@pytest.mark.parametrize("side", Side)
def test_all_schemas_are_closed_but_those_of_any_json(side: Side) -> None:
    schemas = description(side)["components"]["schemas"]
    is_open = {where for name, schema in schemas.items() for where in _open(schema, name)}
    assert is_open <= OPEN, is_open


def _open(schema: Any, name: str) -> list[str]:
    """Return the names of objects that take any key with any value."""
    found = []
    if schema.get("type") == "object" and schema.get("additionalProperties", True) is True:
        found.append(name)
    for key, part in schema.get("properties", {}).items():
        found += _open(part, key)
    for part in (*schema.get("anyOf", ()), schema.get("additionalProperties")):
        found += _open(part, name) if isinstance(part, dict) else []
    return found


@pytest.mark.parametrize("side", Side)
def test_every_bundle_has_an_example_that_follows_its_schema(side: Side) -> None:
    shown = dict(described(side).examples())
    assert len(shown) == len([form for form in BUNDLES if form.side is side])
    for logical, value in shown.items():
        assert value
        described(side).bundle(logical, value)


def test_the_public_side_names_nothing_of_the_private_one() -> None:
    public = description(Side.PUBLIC)["components"]["schemas"]
    private = description(Side.PRIVATE)["components"]["schemas"]
    alone = {name: schema for name, schema in private.items() if name not in public}
    assert {"Credentials", "Templates", "Owners", "Routing", "RecordObject"} <= alone.keys()
    fields = {key for one in alone.values() for key in one.get("properties", ())}
    fields -= {key for one in public.values() for key in one.get("properties", ())}
    fields -= OPENAPI_WORDS
    assert {"verifier", "samples", "contact", "desk", "acs_url", "nonce", "reason"} <= fields
    found = description(Side.PUBLIC)
    objects = found["paths"]["/objects/{generation}/{sha256}.json"]["get"]["responses"]["200"]
    del objects["content"]["application/json"]["examples"]  # public bundles of the showcase
    text = json.dumps(found)
    assert [one for one in (*alone, *fields) if f'"{one}"' in text] == []
    for one in ("private", "back office", "credential", "manifest", "releases/", "owner"):
        assert one not in text, one


@pytest.fixture(scope="module")
def showcase(project_root: Path) -> Any:
    tree = work_tree(project_root)
    settings, _ = load_settings(tree)
    assert settings is not None
    return compile_content(load(tree).content, settings, eyes=Eyes(sketched_facts, Sketches()))


def test_every_bundle_of_the_showcase_follows_its_schema(showcase: Any) -> None:
    assert _followed(showcase) > 80


def test_every_bundle_with_every_field_follows_its_schema() -> None:
    files = {name.removeprefix("content/"): data for name, data in FILES.items()}
    content = {name: data for name, data in files.items() if not name.startswith("waivers")}
    assert _followed(compiled(content, gate="draft")) > 20


def _followed(artifacts: Any) -> int:
    number = 0
    for area in artifacts.areas.values():
        for side in Side:
            for logical, bundle in area.side(side).items():
                described(side).bundle(logical, json.loads(bundle.read()))
                number += 1
    return number


@pytest.mark.parametrize("logical", ["config.json", "texts/en/a.json", "banners/en.json"])
def test_a_field_without_a_schema_is_found(logical: str) -> None:
    folder = logical.partition("/")[0]
    value = next(v for name, v in described(Side.PUBLIC).examples() if name.startswith(folder))
    described(Side.PUBLIC).bundle(logical, value)
    whole = {**value, "new": 1} if logical == "config.json" else value
    inside = {key: {**one, "new": 1} if "/" in logical else one for key, one in whole.items()}
    with pytest.raises(AssertionError, match="Additional properties are not allowed"):
        described(Side.PUBLIC).bundle(logical, inside)


def test_a_bundle_that_nobody_describes_is_found() -> None:
    with pytest.raises(AssertionError, match="is described 0 times"):
        described(Side.PUBLIC).bundle("templates/en/account.json", {})
