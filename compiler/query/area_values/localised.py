"""Levels and statuses as an area gets them, each language with what it falls back to."""

from collections.abc import Iterator, Mapping
from typing import Any

from compiler.base.place import Place
from compiler.bundle.view import AreaView, first
from compiler.load.localising import LOCALES
from compiler.model.entity import Entity
from compiler.query.area_values.configurations import dumped
from compiler.query.area_values.value import AreaValue, Origin, Written, layered

_TEXTS = ("title", "description")


def localised_values(view: AreaView) -> Iterator[AreaValue]:
    """Yield the levels, then the statuses."""
    kinds: tuple[tuple[str, Mapping[str, Entity[Any]]], ...] = (
        ("levels", view.layer.levels),
        ("statuses", view.layer.statuses),
    )
    for kind, entities in kinds:
        for label, entity in entities.items():
            yield from _own(view, entity, (kind, label))
            for locale in view.locales:
                yield from _language(view, entity, locale, (kind, label, LOCALES, locale))


def _own(view: AreaView, entity: Entity[Any], key: tuple[str, ...]) -> Iterator[AreaValue]:
    data = {
        name: value
        for name, value in dumped(entity.record).items()
        if name != LOCALES and value not in (None, {})
    }
    if data:
        origin = _origin(view, entity.places.value())
        yield from layered(data, [Written(origin, data, entity.places)], key)


def _language(
    view: AreaView, entity: Entity[Any], locale: str, key: tuple[str, ...]
) -> Iterator[AreaValue]:
    chain = view.chain(locale)
    for part in _TEXTS:
        text, whose = first(entity.locales, chain, part)
        if text is not None and whose is not None:
            place = entity.locales[whose].places.value(part)
            yield AreaValue((*key, part), text, _origin(view, place), place, _from(locale, whose))
    for field in getattr(entity.record, "fields", None) or ():
        for whose in chain:
            localisation = entity.locales.get(whose)
            named = localisation.fields.get(field) if localisation and localisation.fields else None
            if localisation is not None and named:
                place = localisation.places.value("fields", field)
                note = _from(locale, whose)
                yield AreaValue((*key, "fields", field), named, _origin(view, place), place, note)
                break
    localised = entity.locales.get(locale)
    if localised is not None and localised.properties:
        places = localised.places.under("properties")
        origin = _origin(view, places.value())
        written = [Written(origin, localised.properties, places)]
        yield from layered(localised.properties, written, (*key, "properties"))


def _from(locale: str, whose: str) -> str | None:
    return None if whose == locale else f"from {whose}"


def _origin(view: AreaView, place: Place) -> Origin:
    inside = place.path.startswith(f"content/areas/{view.name}/")
    return Origin.AREA if inside else Origin.SHARED
