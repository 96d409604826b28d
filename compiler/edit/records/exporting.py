"""All content as rows, in the form in which an import takes them: one object a line."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from posixpath import splitext
from typing import Any

from compiler.edit.records.kinds import CONFIGURATION_KINDS, GLOSSARY, KINDS, LANGUAGES, RecordKind
from compiler.edit.records.project_files import ProjectFiles
from compiler.edit.records.row import Row
from compiler.edit.records.strings_out import StringLayer, string_rows
from compiler.load.files import is_litter
from compiler.load.localising import LOCALES
from compiler.load.sources import MARKDOWN, YAML
from compiler.model.content import Content, Layer
from compiler.model.entity import Entity
from compiler.model.languages import Languages
from compiler.model.localised import Localisation

FILE = "records.json"
_SPOKEN_OF = (YAML, MARKDOWN, ".po")
_LAYOUTS = {
    ".html": ("layout", "html"),
    ".mjml": ("mjml_layout", "mjml"),
    ".typ": ("typst_layout", "typst"),
}
_FOLDERS = ("templates/_layouts/", "texts/_schemas/")
Ranks = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class RowsExport:
    """Files by name, rows by kind, and files of content that no row can speak of."""

    files: Mapping[str, bytes]
    counts: Mapping[str, int]
    aside: tuple[str, ...] = ()


def content_rows(content: Content, project: ProjectFiles) -> list[Row]:
    """Return everything as rows: languages and configurations first, areas' differences last."""
    ranks = {
        tag: rank for rank, tag in enumerate((content.languages.source, *content.languages.active))
    }
    return list(_rows(content, project, ranks))


def plan_rows_export(rows: list[Row], project: ProjectFiles) -> RowsExport:
    """Return the file of rows."""
    lines = ",\n".join(_written(row) for row in rows)
    text = f"[\n{lines}\n]\n" if rows else "[]\n"
    aside = [path for path in sorted(project.paths) if not _spoken_of(path)]
    counts = Counter(row.kind for row in rows)
    return RowsExport({FILE: text.encode()}, dict(counts), tuple(aside))


def _spoken_of(path: str) -> bool:
    below = path.removeprefix("content/")
    return below.endswith(_SPOKEN_OF) or below.startswith(_FOLDERS) or is_litter(below)


def _written(row: Row) -> str:
    named = {"kind": row.kind, "label": row.label, "locale": row.locale, "area": row.area}
    said: dict[str, Any] = {key: text for key, text in named.items() if text is not None}
    return json.dumps(said | {"fields": row.fields}, ensure_ascii=False)


def _rows(content: Content, project: ProjectFiles, ranks: Ranks) -> Iterator[Row]:
    if content.languages.readable:
        yield Row(FILE, 0, "configuration", LANGUAGES, fields=_languages(content.languages))
    yield from _layer(content.shared, None, ranks)
    for owner in content.owners.values():
        yield from _entity(KINDS["owner"], owner, None, ranks)
    for area in content.areas.values():
        yield from _entity(KINDS["area"], area.record, None, ranks)
    if content.glossary.terms:
        yield Row(FILE, 0, GLOSSARY, GLOSSARY, fields=_dumped(content.glossary))
    for layout in content.layouts.values():
        kind, key = _LAYOUTS[splitext(layout.path.removesuffix(".j2"))[1]]
        yield Row(FILE, 0, kind, layout.name, fields={key: layout.text})
    for schema in content.properties_schemas.values():
        yield Row(FILE, 0, "schema", schema.prefix, fields=schema.schema)
    source = content.languages.source
    shared = list(content.shared.catalogues.values())
    yield from string_rows(StringLayer(shared, None, source, ranks), project, FILE)
    for name, area in content.areas.items():
        yield from _layer(area.overlay, name, ranks)
        own = list(area.overlay.catalogues.values())
        yield from string_rows(StringLayer(own, name, source, ranks), project, FILE, shared)


def _layer(layer: Layer, area: str | None, ranks: Ranks) -> Iterator[Row]:
    for name in CONFIGURATION_KINDS:
        file = layer.configurations.get(name)
        if file is not None:
            yield Row(FILE, 0, "configuration", name, area=area, fields=file.data)
    for kind, entities in (
        ("level", layer.levels),
        ("status", layer.statuses),
        ("text", layer.texts),
        ("template", layer.templates),
        ("banner", layer.banners),
        ("document", layer.documents),
    ):
        for entity in entities.values():
            yield from _entity(KINDS[kind], entity, area, ranks)


def _entity(kind: RecordKind, entity: Entity[Any], area: str | None, ranks: Ranks) -> Iterator[Row]:
    """Yield a row for what holds in every language, and one for each language."""
    data = _dumped(entity.record)
    locales: dict[str, Any] = dict(data.pop(LOCALES, {}))
    for tag, localisation in entity.locales.items():
        if tag not in locales and localisation.places.path.endswith(MARKDOWN):
            locales[tag] = _beside(localisation)
    yield Row(FILE, 0, kind.name, entity.label, area=area, fields=data)
    for tag in sorted(locales, key=lambda one: (ranks.get(one, len(ranks)), one)):
        yield Row(FILE, 0, kind.name, entity.label, tag, area, _in_order(kind, locales[tag]))


def _beside(localisation: Localisation) -> dict[str, Any]:
    said = {
        "title": localisation.title,
        "description": localisation.description,
        "properties": localisation.properties,
        "from": localisation.stamp,
        "review": "needed" if localisation.review_needed else None,
    }
    return {key: value for key, value in said.items() if value is not None}


def _in_order(kind: RecordKind, fields: Mapping[str, Any]) -> dict[str, Any]:
    return {key: fields[key] for key in kind.localised_keys if key in fields}


def _languages(languages: Languages) -> dict[str, Any]:
    said = {
        "source": languages.source,
        "active": list(languages.active),
        "enabled": list(languages.enabled),
        "fallbacks": dict(languages.fallbacks),
    }
    return {key: value for key, value in said.items() if value}


def _dumped(record: Any) -> dict[str, Any]:  # noqa: ANN401 - a record of the model
    """Return a record as its author wrote it, without keys that say nothing."""
    data: dict[str, Any] = record.model_dump(mode="json", by_alias=True, exclude_unset=True)
    return {key: value for key, value in data.items() if value is not None}
