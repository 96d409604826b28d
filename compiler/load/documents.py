"""Documents: documents/<document>.yaml, with its PDF beside it."""

from dataclasses import replace
from typing import Any

from compiler.base.place import Places
from compiler.base.spots import SpotTable
from compiler.load.entity_kind import EntityKind, Loading
from compiler.load.files import Folder
from compiler.load.labels import asset_name_finding
from compiler.load.localising import LOCALES, written
from compiler.load.rules_records import DUPLICATE_LOCALISATION
from compiler.load.sources import KnownLocale, Source, Sources, flat_sources
from compiler.model.document import Document
from compiler.model.entity import Entity
from compiler.model.localised import Localisation
from compiler.model.overlay_record import EntityOverlay
from compiler.model.reference import Kind

_DESCRIPTION = "description"


def _sources(folder: Folder, is_known: KnownLocale) -> Sources:  # noqa: ARG001 - all inline
    return flat_sources(folder, Kind.DOCUMENTS)


def _finish(entity: Entity[Any], source: Source, loading: Loading) -> Entity[Any]:
    if not isinstance(entity.record, Document):
        return entity
    return _described(_with_file(entity, source, loading), loading)


def _with_file(entity: Entity[Any], source: Source, loading: Loading) -> Entity[Any]:
    """Answer for the PDF; where it is not there, a rule says so."""
    name = entity.record.file
    if name is None:
        return entity
    place = entity.places.value("file")
    finding = asset_name_finding(name, place, "file", str(entity.reference))
    loading.intake.report([finding] if finding else [])
    path = source.beside(name)
    loading.intake.claim(path)
    return replace(entity, files=(*entity.files, path))


def _named(data: Any, source: Source) -> list[str]:  # noqa: ANN401 - of a YAML file
    name = data.get("file") if isinstance(data, dict) else None
    return [source.beside(name)] if isinstance(name, str) else []


def _described(entity: Entity[Any], loading: Loading) -> Entity[Any]:
    """Make the top-level description the source language's."""
    description = written(entity.record.description)
    if description is None:
        return entity
    locale = loading.source_locale
    own = entity.locales.get(locale)
    if own is not None and own.description is not None:
        loading.intake.report(
            [
                DUPLICATE_LOCALISATION.at(
                    entity.places.key(LOCALES, locale, _DESCRIPTION),
                    f"the description in `{locale}` is written here and at the top of the file",
                    hint="keep one of the two",
                    entity=str(entity.reference),
                    locale=locale,
                )
            ]
        )
        return entity
    top = _only_description(entity.places)
    if own is None:
        described = Localisation(places=top, description=description)
    else:
        described = replace(own, places=_joined(own.places, top), description=description)
    return replace(entity, locales={locale: described, **_without(entity.locales, locale)})


def _only_description(places: Places) -> Places:
    route = (_DESCRIPTION,)
    return Places(
        places.path,
        SpotTable({route: places.spots.values[route]}, {route: places.spots.keys[route]}),
    )


def _joined(own: Places, top: Places) -> Places:
    """Address a language whose description stands elsewhere in the file."""
    depth = len(own.prefix)
    values = {r[depth:]: s for r, s in own.spots.values.items() if r[:depth] == own.prefix}
    keys = {r[depth:]: s for r, s in own.spots.keys.items() if r[:depth] == own.prefix}
    return Places(own.path, SpotTable({**values, **top.spots.values}, {**keys, **top.spots.keys}))


def _without(locales: Any, locale: str) -> dict[str, Localisation]:  # noqa: ANN401
    return {tag: one for tag, one in locales.items() if tag != locale}


def _hint(name: str) -> str:
    if name.endswith(".pdf"):
        return f"no document beside it names it; write `file: {name.rpartition('/')[2]}` in one"
    return "a document is `documents/<document>.yaml`, with its PDF beside it"


DOCUMENTS = EntityKind(
    kind=Kind.DOCUMENTS,
    noun="a document",
    model=Document,
    overlay=EntityOverlay,
    sources=_sources,
    hint=_hint,
    finish=_finish,
    named=_named,
)
