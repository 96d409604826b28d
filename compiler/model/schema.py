"""JSON Schemas (draft 2020-12) of every kind of file, made from the models.

Editors complete and underline by them. They say what the models say, as far as JSON Schema can:
not that a day exists (``2027-02-30``), and not that ``5.0`` is no whole number.
"""

from collections.abc import Callable, Mapping
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from compiler.model.area import Area
from compiler.model.banner import Banner
from compiler.model.configuration import Account, General, SupportDesk, VerificationDocuments
from compiler.model.document import Document
from compiler.model.glossary import Glossary
from compiler.model.languages import LanguagesRecord
from compiler.model.level import Level
from compiler.model.overlay_record import (
    BannerOverlay,
    EntityOverlay,
    LevelOverlay,
    LocalesOverlay,
)
from compiler.model.owner import Owner
from compiler.model.record import Record
from compiler.model.status import Status
from compiler.model.template import Template
from compiler.model.text import Text
from compiler.model.waiver import WaiverFile

DIALECT = "https://json-schema.org/draft/2020-12/schema"

RECORDS: dict[str, type[Record]] = {
    "waivers": WaiverFile,
    "general": General,
    "documents-configuration": VerificationDocuments,
    "languages": LanguagesRecord,
    "support": SupportDesk,
    "account": Account,
    "level": Level,
    "status": Status,
    "area": Area,
    "owner": Owner,
    "text": Text,
    "template": Template,
    "banner": Banner,
    "document": Document,
    "glossary": Glossary,
    "level-overlay": LevelOverlay,
    "status-overlay": LocalesOverlay,
    "text-overlay": LocalesOverlay,
    "template-overlay": EntityOverlay,
    "banner-overlay": BannerOverlay,
    "document-overlay": EntityOverlay,
}
"""Each schema's name and its record."""

PATCHES = ("general", "documents-configuration", "support", "account")
"""Configurations; an area's file is a merge patch: any key may be absent, or null to remove it."""


def schemas() -> dict[str, dict[str, Any]]:
    """Return the schema of every kind of content file by file name."""
    records = {f"{name}.json": json_schema(model, name) for name, model in RECORDS.items()}
    patches = {
        f"{name}-overlay.json": _patch(json_schema(RECORDS[name], f"{name}-overlay"))
        for name in PATCHES
    }
    return {**records, **patches}


def json_schema(model: type[Record], title: str) -> dict[str, Any]:
    """Return the schema of one record, its descriptions those of the models."""
    made = model.model_json_schema(by_alias=True, schema_generator=GenerateJsonSchema)
    schema: dict[str, Any] = _mapped(made, _plain)
    return {"$schema": DIALECT, **schema, "title": title}


def _mapped(node: Any, change: Callable[[dict[str, Any]], dict[str, Any]]) -> Any:  # noqa: ANN401
    """Return a schema in which ``change`` was applied to every schema inside, innermost first."""
    if isinstance(node, list):
        return [_mapped(item, change) for item in node]
    if not isinstance(node, dict):
        return node
    inner = {
        key: {name: _mapped(item, change) for name, item in value.items()}
        if key in _NAMED
        else _mapped(value, change)
        for key, value in node.items()
    }
    return change(inner)


_NAMED = {"properties", "patternProperties", "$defs"}
"""Keywords whose keys are names of the author's, not keywords."""


def _plain(schema: dict[str, Any]) -> dict[str, Any]:
    """Take out what pydantic adds for machines, and close every mapping."""
    plain = {
        key: value
        for key, value in schema.items()
        if key != "title" and not (key == "default" and value is None)
    }
    if "description" in plain and isinstance(plain["description"], str):
        plain["description"] = plain["description"].replace("``", "`").replace("\n", " ")
    if "patternProperties" in plain:
        plain.setdefault("additionalProperties", False)
        plain.pop("propertyNames", None)
    return _with_null(plain)


def _with_null(schema: dict[str, Any]) -> dict[str, Any]:
    """Write "this or null" as one schema, which editors explain better than a choice of two."""
    match schema.get("anyOf"):
        case [{"type": str(kind)} as one, {"type": "null"}] if "const" not in one:
            return {**_without(schema, "anyOf"), **one, "type": [kind, "null"]}
        case [{"const": value}, {"type": "null"}]:
            return {**_without(schema, "anyOf"), "enum": [value, None]}
        case _:
            return schema


def _without(schema: Mapping[str, Any], key: str) -> dict[str, Any]:
    return {name: value for name, value in schema.items() if name != key}


def _patch(schema: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a merge patch of what ``schema`` accepts."""

    def loosened(one: dict[str, Any]) -> dict[str, Any]:
        loose = _without(_without(one, "required"), "default")
        for keyword in ("properties", "patternProperties"):
            if keyword in loose:
                loose[keyword] = {name: _or_null(item) for name, item in loose[keyword].items()}
        return loose

    patched: dict[str, Any] = _mapped(schema, loosened)
    return patched


def _or_null(schema: dict[str, Any]) -> dict[str, Any]:
    kind = schema.get("type")
    if isinstance(kind, list):
        return schema
    if isinstance(kind, str) and "enum" not in schema and "const" not in schema:
        return {**schema, "type": [kind, "null"]}
    return {"anyOf": [schema, {"type": "null"}]}
