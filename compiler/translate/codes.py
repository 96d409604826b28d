"""Which values of entities are no texts: colours, names that an application knows, addresses."""

import re
from collections.abc import Mapping
from typing import Any

from compiler.base.spots import Route
from compiler.model.content import Content
from compiler.model.entity import Entity
from compiler.model.reference import Kind
from compiler.translate.leaves import leaves
from compiler.translate.markdown import masked_markdown

_WORD = re.compile(r"[^\W\d_]")
_CODE = re.compile(
    r"[a-z0-9]+([-_./][A-Za-z0-9]+)+|[a-z]+[A-Z]\w*|#[0-9A-Fa-f]{3,8}|[\w-]+\.\w{2,4}"
)
_SET = ("enum", "const", "format", "pattern")


def is_words(
    content: Content, entity: Entity[Any], locale: str, route: Route, value: object
) -> bool:
    """Tell whether a value of an entity is for translators into a language."""
    if not isinstance(value, str) or not _WORD.search(value):
        return False
    return route[0] != "properties" or not _is_code(content, entity, locale, route, value)


def _is_code(content: Content, entity: Entity[Any], locale: str, route: Route, value: str) -> bool:
    if _CODE.fullmatch(value) or not masked_markdown(value).says_something:
        return True
    if any(key in schema_at(content, entity, route) for key in _SET):
        return True
    source = content.languages.source
    others = [
        leaves(one).get(route)
        for tag, one in entity.locales.items()
        if tag not in (source, locale) and not one.review_needed
    ]
    said = [one for one in others if one is not None]
    return bool(said) and all(one == value for one in said)


def schema_at(content: Content, entity: Entity[Any], route: Route) -> Mapping[str, Any]:
    """Return what the properties of a text demand of one of them, nothing where they do not."""
    if entity.kind is not Kind.TEXTS or route[0] != "properties":
        return {}
    schema: Any = _schema(content, entity.label)
    for step in route[1:]:
        if not isinstance(schema, Mapping):
            return {}
        if isinstance(step, int):
            schema = schema.get("items", {})
        else:
            schema = schema.get("properties", {}).get(step, {})
    return schema if isinstance(schema, Mapping) else {}


def _schema(content: Content, label: str) -> Mapping[str, Any]:
    prefix = label
    while prefix:
        prefix = prefix.rpartition(".")[0]
        if prefix in content.properties_schemas:
            return content.properties_schemas[prefix].schema
    return {}
