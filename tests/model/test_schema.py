"""The schemas say what the models say: each kind with good records and bad ones, judged by both."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from compiler.load.schemas import schema_files
from compiler.model.overlay import merge_patch
from compiler.model.record import Record
from compiler.model.schema import DIALECT, PATCHES, RECORDS
from compiler.read.yaml import read_yaml
from compiler.settings import Settings

ROOT = Path(__file__).parents[2]
SCHEMAS = {name.removesuffix(".json"): json.loads(data) for name, data in schema_files().items()}
MODELS: dict[str, type[Record]] = {**RECORDS, "clientarea": Settings}

VERIFIER = f"sha256:{'a' * 64}"
AREA = {"name": "Shop", "type": "web_shop", "hosting": "custom", "url": "https://acme.example"}

GOOD: dict[str, list[dict[str, Any]]] = {
    "clientarea": [
        {"version": 1},
        {
            "version": 1,
            "gate": "draft",
            "labels": "any",
            "outputs": ["icu"],
            "budgets": {"banner": "150 KB", "bundle": 5, "document": "0.5 MB"},
            "rules": {"repeated-word": "off"},
            "code": [{"files": ["a/**"], "functions": ["t"], "namespace": "portal"}],
            "integrations": {"x": {"model": "m", "api_key": "env:CLIENTAREA_KEY"}},
            "targets": {"p": {"public": "s3://a/b", "private": "s3://c/d", "gate": "reviewed"}},
        },
    ],
    "waivers": [
        {},
        {"waivers": [{"rule": "a", "entity": "b", "reason": "c", "expires": "2027-01-31"}]},
    ],
    "general": [{}, {"clients": {"accounts_max": 5}, "security": {"session_minutes": 1}}],
    "documents-configuration": [
        {"documents": {"passport": {"required": True, "purposes": ["login"]}}}
    ],
    "languages": [{"source": "en", "active": ["en", "zh-Hant"], "fallbacks": {"es-MX": "es"}}],
    "support": [{"desk": "web", "tags": ["vip"]}],
    "account": [{"open_on_sign_up": True, "required_level": "basic"}],
    "level": [
        {
            "type": "personal",
            "fields": {"phone": {"required": True}},
            "locales": {"en": {"title": "Basic", "fields": {"phone": "Phone"}}},
        }
    ],
    "status": [{}, {"locales": {"en": {"title": "New", "from": "en@0123abcd"}}}],
    "area": [
        AREA,
        {
            **AREA,
            "credentials": {"crm": "aws-sm:a/b"},
            "sso": [{"name": "web", "protocol": "saml", "certificate_sha256": None}],
            "oauth_clients": [
                {"id": "x", "secret": {"verifier": VERIFIER, "expires": "2027-01-01"}}
            ],
            "tokens": [
                {
                    "name": "t",
                    "scopes": ["texts.read"],
                    "verifier": VERIFIER,
                    "expires": "2027-01-01",
                }
            ],
            "branding": {"colors": {"primary": "#0a5"}, "logo": "logo.png"},
            "content": {"languages": ["en"], "texts": ["a.*"]},
        },
    ],
    "owner": [{"name": "Acme", "contact": "ops@acme.example"}],
    "text": [{}, {"locked": False, "properties": {"any": [1]}, "locales": {"es": {"title": ""}}}],
    "template": [{"channel": "email", "variables": {"type": "object"}, "samples": {"a": {"x": 1}}}],
    "banner": [{"locales": {"en": {"active": True, "descriptions": {"mobile": "Summer"}}}}],
    "document": [{"name": "A", "file": "a.pdf", "review_by": "2027-01-31"}],
    "glossary": [{"terms": [{"term": "a", "translations": {"es": "b"}}]}],
    "level-overlay": [{"locales": {"en": {"fields": {"a": "b"}}}}],
    "status-overlay": [{"locales": {"en": {"title": "b"}}}],
    "text-overlay": [{"locales": {"en": {"title": "b"}}}],
    "template-overlay": [{"active": False}],
    "banner-overlay": [{"locales": {"en": {"active": False}}}],
    "document-overlay": [{"active": True, "locales": {"en": {"title": "b"}}}],
}
BAD: dict[str, list[Any]] = {
    "clientarea": [
        {},
        {"version": 2},
        {"version": 1, "gate": "done"},
        {"version": 1, "budgets": {"banner": "big"}},
        {"version": 1, "budgets": {"banner": "0 KB"}},
        {"version": 1, "integrations": {"x": {"model": "m", "api_key": "sk-123"}}},
        {"version": 1, "targets": {"a b": {"public": "a", "private": "b"}}},
    ],
    "waivers": [
        {"waivers": [{"rule": "a"}]},
        {"waivers": {}},
        {"waivers": [{"rule": "a", "entity": "b", "reason": "c", "expires": "soon"}]},
    ],
    "general": [
        {"clients": {"accounts_max": 0}},
        {"security": {"session_minutes": "60"}},
        {"clients": {"demo_account": "yes"}},
        {"clint": {}},
    ],
    "documents-configuration": [
        {"documents": {"pass port": {}}},
        {"documents": {"a": {"purposes": ["fun"]}}},
        {"documents": []},
    ],
    "languages": [{}, {"source": "EN"}, {"source": "en", "active": ["es_MX"]}, {"source": None}],
    "support": [{}, {"desk": "a b"}, {"desk": "a", "tags": "vip"}],
    "account": [{"required_status": None}, {"required_level": ""}, {"open": True}],
    "level": [
        {},
        {"type": "persnal"},
        {"type": "personal", "fields": {"a": {"requird": True}}},
        {"type": "personal", "locales": {"en": {"fields": {"a": 1}}}},
    ],
    "status": [
        {"locales": {"en_US": {}}},
        {"locales": {"en": {"title": "a\nb"}}},
        {"locales": {"en": {"from": "en"}}},
        {"locales": {"en": {"review": "done"}}},
        {"locales": {"en": None}},
    ],
    "area": [
        {},
        {**AREA, "url": "ftp://acme.example"},
        {**AREA, "credentials": {"crm": "hunter2"}},
        {**AREA, "branding": {"colors": {"a": "red"}}},
        {**AREA, "tokens": [{"name": "t", "scopes": [], "verifier": "x", "expires": "2027-01-01"}]},
        {**AREA, "sso": [{"name": "a", "protocol": "saml", "certificate_sha256": "AB"}]},
        {**AREA, "branding": {"logo": "../logo.png"}},
    ],
    "owner": [{}, {"name": ""}, {"name": "a", "mail": "b"}],
    "text": [{"locked": "no"}, {"lockd": True}, {"properties": []}, {"locales": {"en": {"a": 1}}}],
    "template": [{}, {"channel": "fax"}, {"channel": "sms", "samples": {"a": 1}}],
    "banner": [
        {"locales": {"en": {"descriptions": {"mobil": "a"}}}},
        {"locales": {"en": {"active": 1}}},
        {"slots": {}},
    ],
    "document": [{}, {"name": "A", "file": "a/b.pdf"}, {"name": "A", "link": "acme.example"}],
    "glossary": [
        {"terms": [{}]},
        {"terms": {}},
        {"terms": [{"term": "a", "translations": {"x": 1}}]},
    ],
    "level-overlay": [{"type": "personal"}, {"fields": {}}, {"active": True}],
    "status-overlay": [{"active": True}, {"properties": {}}, {"locales": []}],
    "text-overlay": [{"locked": False}, {"active": True}, {"locales": {"en": {"fields": {}}}}],
    "template-overlay": [{"channel": "sms"}, {"variables": {}}, {"active": "no"}],
    "banner-overlay": [{"properties": {}}, {"active": True}, {"locales": {"EN": {}}}],
    "document-overlay": [{"name": "a"}, {"file": "a.pdf"}, {"active": 0}],
}


def accepted_by_model(name: str, record: Any) -> bool:
    try:
        MODELS[name].model_validate(record)
    except ValidationError:
        return False
    return True


def accepted_by_schema(name: str, record: Any) -> bool:
    return bool(Draft202012Validator(SCHEMAS[name]).is_valid(record))


def cases(table: dict[str, list[Any]]) -> list[Any]:
    return [
        pytest.param(name, record, id=f"{name}-{index}")
        for name, records in table.items()
        for index, record in enumerate(records)
    ]


def test_every_kind_has_its_cases() -> None:
    assert set(GOOD) == set(BAD) == set(MODELS)
    assert all(len(records) >= 3 for records in BAD.values())


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_one(name: str) -> None:
    schema = SCHEMAS[name]
    Draft202012Validator.check_schema(schema)
    assert (schema["$schema"], schema["title"]) == (
        DIALECT,
        name if name != "clientarea" else "clientarea.yaml",
    )
    assert schema["description"]


@pytest.mark.parametrize("name", SCHEMAS)
def test_no_mapping_lets_unknown_keys_through(name: str) -> None:
    schema = SCHEMAS[name]
    for one in (schema, *schema.get("$defs", {}).values()):
        if "properties" in one or "patternProperties" in one:
            assert one["additionalProperties"] is False


@pytest.mark.parametrize(("name", "record"), cases(GOOD))
def test_good_records(name: str, record: Any) -> None:
    assert (accepted_by_model(name, record), accepted_by_schema(name, record)) == (True, True)


@pytest.mark.parametrize(("name", "record"), cases(BAD))
def test_bad_records(name: str, record: Any) -> None:
    assert (accepted_by_model(name, record), accepted_by_schema(name, record)) == (False, False)


@pytest.mark.parametrize(
    ("name", "record"),
    [
        ("document", {"name": "A", "review_by": "2027-02-30"}),  # a day that does not exist
        ("general", {"security": {"session_minutes": 60.0}}),  # to JSON Schema a whole number
        ("languages", {"source": "en\n"}),  # `$` of Python's patterns, not of ECMAScript's
    ],
)
def test_what_a_schema_cannot_say(name: str, record: Any) -> None:
    assert (accepted_by_model(name, record), accepted_by_schema(name, record)) == (False, True)


@pytest.mark.parametrize(
    ("name", "patch", "good"),
    [
        ("general", {"clients": {"accounts_max": None, "demo_account": None}}, True),
        ("general", {"clients": None}, True),
        ("general", {"clients": {"accounts_max": 0}}, False),
        ("documents-configuration", {"documents": {"passport": None}}, True),
        ("documents-configuration", {"documents": {"pass port": None}}, False),
        ("support", {"tags": ["vip"]}, True),
        ("support", {"dsk": "x"}, False),
        ("account", {"required_status": None}, True),
    ],
)
def test_the_patches_of_areas(name: str, patch: Any, good: bool) -> None:
    base = {"desk": "web"} if name == "support" else {}
    merged = merge_patch(base, patch)
    assert name in PATCHES
    assert accepted_by_schema(f"{name}-overlay", patch) is good
    assert accepted_by_model(name, merged) is good or patch == {"documents": {"pass port": None}}


def test_the_schemas_of_this_repository_are_current() -> None:
    folder = ROOT / "schemas"
    present = {path.name: path.read_bytes() for path in folder.glob("*.json")}
    assert present == schema_files()


FILES = sorted(
    [ROOT / "clientarea.yaml", *(ROOT / "content").rglob("*.yaml")],
    key=lambda path: path.as_posix(),
)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_content_names_the_schema_that_accepts_it(path: Path) -> None:
    data = path.read_bytes()
    named = re.match(rb"# yaml-language-server: \$schema=(\S+)\n", data)
    assert named is not None
    schema = (path.parent / named[1].decode()).resolve()
    assert schema.parent == ROOT / "schemas"
    record = read_yaml(path.name, data).data
    errors = Draft202012Validator(SCHEMAS[schema.stem]).iter_errors(
        {} if record is None else record
    )
    assert [f"{error.json_path}: {error.message}" for error in errors] == []
