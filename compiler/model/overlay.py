"""What an area really gets: the shared content with the area's differences laid over it. Pure."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from compiler.model.catalogue import Catalogue, CatalogueEntries
from compiler.model.content import CatalogueKey, Content, Layer
from compiler.model.entity import Entity

ENTITY_KINDS = ("levels", "statuses", "texts", "templates", "banners", "documents")
"""The attributes of a Layer that hold entities by label."""


def merge_patch(target: Any, patch: Any) -> Any:  # noqa: ANN401 - any JSON value
    """Apply a JSON Merge Patch (RFC 7396): null removes, arrays are replaced whole."""
    if not isinstance(patch, Mapping):
        return patch
    merged = dict(target) if isinstance(target, Mapping) else {}
    for key, value in patch.items():
        if value is None:
            merged.pop(key, None)
        else:
            merged[key] = merge_patch(merged.get(key), value)
    return merged


def effective_layer(content: Content, area: str | None) -> Layer:
    """Return an area's content with its overlay applied; what all share where it is None."""
    if area is None:
        return content.shared
    shared, overlay = content.shared, content.areas[area].overlay
    return replace(
        shared,
        levels=overlaid_entities(shared.levels, overlay.levels),
        statuses=overlaid_entities(shared.statuses, overlay.statuses),
        texts=overlaid_entities(shared.texts, overlay.texts),
        templates=overlaid_entities(shared.templates, overlay.templates),
        banners=overlaid_entities(shared.banners, overlay.banners),
        documents=overlaid_entities(shared.documents, overlay.documents),
        catalogues=overlaid_catalogues(shared.catalogues, overlay.catalogues),
    )


def overlaid_entities(
    shared: Mapping[str, Entity[Any]], overlay: Mapping[str, Entity[Any]]
) -> Mapping[str, Entity[Any]]:
    """Lay entities over each other by label; a label only the overlay has is added."""
    if not overlay:
        return shared
    merged = dict(shared)
    for label, difference in overlay.items():
        base = shared.get(label)
        merged[label] = difference if base is None else overlaid_entity(base, difference)
    return merged


def overlaid_entity(base: Entity[Any], difference: Entity[Any]) -> Entity[Any]:
    """Take whole languages, and ``active`` where it is said, from the difference."""
    active = getattr(difference.record, "active", None)
    record = base.record
    if active is not None:
        record = record.model_copy(update={"active": active})
    return replace(base, record=record, locales={**base.locales, **difference.locales})


def overlaid_catalogues(
    shared: Mapping[CatalogueKey, Catalogue], overlay: Mapping[CatalogueKey, Catalogue]
) -> Mapping[CatalogueKey, Catalogue]:
    """Lay catalogues over each other by label."""
    if not overlay:
        return shared
    merged = dict(shared)
    for key, difference in overlay.items():
        base = shared.get(key)
        merged[key] = difference if base is None else _overlaid_catalogue(base, difference)
    return merged


def _overlaid_catalogue(base: Catalogue, difference: Catalogue) -> Catalogue:
    def read() -> CatalogueEntries:
        messages = {**base.messages, **difference.messages}
        return replace(base.entries, messages=messages, findings=())

    return Catalogue(base.namespace, base.locale, base.path, read, base.size + difference.size)
