"""The descriptions of both sides of a store in OpenAPI 3.1, made from tables and shapes."""

import json
from collections.abc import Mapping
from typing import Any

from compiler.bundle.artifacts import MEDIA_TYPES, Side
from compiler.bundle.shapes.table import BUNDLES, DESCRIPTION, BundleForm
from compiler.release import layout
from compiler.release.shapes import (
    GonePointer,
    LivePointer,
    ManifestObject,
    NumberObject,
    ObjectName,
    PurgeListObject,
    RecordObject,
)
from tools.shape_schemas import WHERE, schemas_of

JSON = "application/json"
ABOUT = {
    Side.PUBLIC: "What every visitor may read. A client reads the pointer of its area, and by that"
    " the files it needs: two requests for the first of them. Objects and assets never change under"
    " their name, and may be kept for ever.",
    Side.PRIVATE: "What the back office alone may read: pointers and bundles as on the public side,"
    " and the log of releases.",
}
_PARAMETERS = {
    "area": ("An area, or `default` where there are none.", {"type": "string"}),
    "generation": ("The number in the name.", {"type": "integer", "minimum": 0}),
    "sha256": ("Of the bytes.", {"type": "string", "pattern": "^[0-9a-f]{64}$"}),
    "file": ("", {"type": "string", "pattern": "^[A-Za-z0-9._-]{1,100}$"}),
    "number": ("12 digits.", {"type": "string", "pattern": "^[0-9]{12}$"}),
}
_DESCRIPTION_SCHEMA = {
    "title": "Description",
    "description": "This description.",
    "type": "object",
    "required": ["openapi", "info", "paths", "components"],
    "properties": {"openapi": {"type": "string", "pattern": r"^3\.1\."}},
}


def description(side: Side, examples: Mapping[str, Any]) -> bytes:
    """Return the description of a side; ``examples`` are bundles of it by logical name."""
    schemas = _schemas(side)
    whole = {
        "openapi": "3.1.0",
        "info": {
            "title": f"Client Area content, {side.value} side",
            "version": "1",
            "description": ABOUT[side],
        },
        "servers": [{"url": "../../", "description": f"The {side.value} side of the store."}],
        "paths": _paths(side, examples),
        "x-bundles": {form.logical: _ref(form.name) for form in _forms(side)},
        "components": {"schemas": schemas},
    }
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def _forms(side: Side) -> list[BundleForm]:
    own = [form for form in BUNDLES if form.side is side]
    return [*own, BundleForm(side, DESCRIPTION, "Description", None)]


def _schemas(side: Side) -> dict[str, Any]:
    shapes = [(form.name, form.shape) for form in _forms(side) if form.shape is not None]
    shapes += [("LivePointer", LivePointer), ("GonePointer", GonePointer)]
    shapes += [("ObjectName", ObjectName)]
    if side is Side.PRIVATE:
        shapes += [("ManifestObject", ManifestObject), ("NumberObject", NumberObject)]
        shapes += [("PurgeListObject", PurgeListObject), ("RecordObject", RecordObject)]
    schemas = schemas_of(dict(shapes).items())
    schemas["Description"] = _DESCRIPTION_SCHEMA
    schemas["LivePointer"]["properties"]["files"] = _files(_forms(side))
    return dict(sorted(schemas.items()))


def _files(forms: list[BundleForm]) -> dict[str, Any]:
    """Return what a pointer lists: names of the table, and no others."""
    return {
        "type": "object",
        "description": "By logical name; `x-bundles` says what each holds.",
        "patternProperties": {pattern_of(form.logical): _ref("ObjectName") for form in forms},
        "additionalProperties": False,
    }


def pattern_of(logical: str) -> str:
    """Return what matches the logical names that a name with braces stands for."""
    parts = logical.replace(".", r"\.").replace("}", "{").split("{")
    return f"^{''.join('[^/]+' if at % 2 else part for at, part in enumerate(parts))}$"


def _paths(side: Side, examples: Mapping[str, Any]) -> dict[str, Any]:
    public = side is Side.PUBLIC
    attributes = layout.PUBLIC_OBJECT if public else layout.PRIVATE_OBJECT
    names = dict.fromkeys(form.name for form in _forms(side))
    objects = [*names, *([] if public else ["ManifestObject", "PurgeListObject"])]
    pointers = {"oneOf": [_ref("LivePointer"), _ref("GonePointer")]}
    paths = {
        "/live/{area}.json": _get(
            "readPointer", "The pointer of an area.", _json(pointers), layout.POINTER.cache_control
        ),
        "/objects/{generation}/{sha256}.json": _get(
            "readObject",
            "A file that a pointer lists; its logical name says what it holds.",
            _json({"anyOf": [_ref(name) for name in objects]}, examples),
            attributes.cache_control,
        ),
    }
    if public:
        types = sorted({*MEDIA_TYPES.values(), "application/octet-stream"})
        paths["/assets/{sha256}/{file}"] = _get(
            "readAsset",
            "An image, PDF, text or font.",
            {media_type: {} for media_type in types},
            attributes.cache_control,
        )
        return paths
    number = _json(_ref("NumberObject"))
    kept = layout.RECORD.cache_control
    hint = layout.POINTER.cache_control
    return {
        "/live/head.json": _get("readHint", "A number near the log's head.", number, hint),
        **paths,
        "/releases/{number}.json": _get(
            "readRecord", "A record of the log.", _json(_ref("RecordObject")), kept
        ),
        "/releases/{number}.done": _get("readDone", "What it began is finished.", number, kept),
    }


def _get(operation: str, summary: str, content: dict[str, Any], cache: str) -> dict[str, Any]:
    names = _OF_OPERATION[operation]
    headers = {"Cache-Control": {"schema": {"const": cache}}}
    return {
        "get": {
            "operationId": operation,
            "summary": summary,
            "parameters": [_parameter(name) for name in names],
            "responses": {
                "200": {"description": "As it stands.", "headers": headers, "content": content},
                "304": {"description": "Not changed since the ETag that was given."},
                "404": {"description": "There is none."},
            },
        }
    }


_OF_OPERATION = {
    "readPointer": ("area",),
    "readObject": ("generation", "sha256"),
    "readAsset": ("sha256", "file"),
    "readHint": (),
    "readRecord": ("number",),
    "readDone": ("number",),
}


def _parameter(name: str) -> dict[str, Any]:
    about, schema = _PARAMETERS[name]
    said = {"description": about} if about else {}
    return {"name": name, "in": "path", "required": True, **said, "schema": schema}


def _json(schema: dict[str, Any], examples: Mapping[str, Any] | None = None) -> dict[str, Any]:
    shown = {_key(name): {"summary": name, "value": one} for name, one in (examples or {}).items()}
    return {JSON: {"schema": schema, **({"examples": shown} if shown else {})}}


def _key(logical: str) -> str:
    return logical.removesuffix(".json").replace("/", ".")


def _ref(name: str) -> dict[str, str]:
    return {"$ref": WHERE + name}
