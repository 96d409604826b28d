"""What an area says in its own words in the source language, and has not translated yet.

Its visitors are shown the translation of what all areas share, which is that of another text.
"""

from collections.abc import Iterator
from typing import Any

from compiler.model.entity import Entity
from compiler.model.overlay import ENTITY_KINDS
from compiler.model.reference import Kind
from compiler.rules.assessment import Assessment, is_counted, parts
from compiler.rules.check import Scope


def overridden_strings(
    scope: Scope, area: str | None, namespace: str, locale: str
) -> frozenset[str]:
    """Return the labels of the strings of a namespace for which this holds in a language."""
    source = scope.content.languages.source
    base = scope.content.shared.catalogues.get((namespace, source))
    catalogues = scope.layers[area].catalogues
    own = catalogues.get((namespace, source))
    ways = _own_ways(scope, locale)
    if area is None or base is None or own is None or not ways:
        return frozenset()
    said = [found.messages for tag in ways if (found := catalogues.get((namespace, tag)))]
    return frozenset(
        label
        for label, message in own.messages.items()
        if label in base.messages
        and base.messages[label].source_texts != message.source_texts
        and not any(label in one and one[label].translated for one in said)
    )


def overridden_entities(scope: Scope, area: str | None) -> Iterator[Assessment]:
    """Yield the entities of an area for which this holds, as lacking everything in a language."""
    if area is None:
        return
    for kind in ENTITY_KINDS:
        for entity in getattr(scope.layers[area], kind).values():
            if kind != Kind.BANNERS:  # these have the languages that there are images of
                yield from _assessed(scope, area, entity)


def _assessed(scope: Scope, area: str, entity: Entity[Any]) -> Iterator[Assessment]:
    languages = scope.content.languages
    base = getattr(scope.content.shared, entity.kind).get(entity.label)
    said = entity.locales.get(languages.source)
    theirs = None if base is None else base.locales.get(languages.source)
    if base is None or said is None or (theirs is not None and theirs.own() == said.own()):
        return
    effective = getattr(scope.effective[area], entity.kind)[entity.label]
    counted = is_counted(effective)
    if counted and not is_counted(base):  # the area begins it, and is assessed as a whole
        return
    for locale in scope.locales(area):
        ways = _own_ways(scope, locale)
        if ways and not any(tag in entity.locales for tag in ways):
            yield Assessment(entity, locale, counted, None, lambda: tuple(parts(said)))


def _own_ways(scope: Scope, locale: str) -> tuple[str, ...]:
    """Return a language and its parents; nothing where it is, or inherits from, the source."""
    languages = scope.content.languages
    ways = (locale, *languages.chain(locale).parents)
    return () if languages.source in ways else ways
