"""A content with pseudo-locales in it: made of all that the source language says, never reviewed.

It is for applications under test; nothing of it is written to a file of its author.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from compiler.base.spots import Route
from compiler.base.values import with_value
from compiler.messages.gettext_plurals import form_mapping, plural_forms_header
from compiler.messages.plural_numbers import single_number
from compiler.messages.pseudo import PSEUDO
from compiler.model.catalogue import Catalogue, CatalogueEntries, Message
from compiler.model.content import CatalogueKey, Content, Layer
from compiler.model.entity import Entity
from compiler.model.languages import Chain, Languages
from compiler.model.localised import Localisation
from compiler.model.overlay import ENTITY_KINDS, effective_layer
from compiler.translate.codes import is_words, schema_at
from compiler.translate.leaves import leaves
from compiler.translate.pseudo.messages import pseudo_message
from compiler.translate.pseudo.prose import pseudo_line, pseudo_prose
from compiler.translate.strings import length_limit

PSEUDO_LOCALES = tuple(PSEUDO)

_ONE = "one"


def with_pseudo_locales(content: Content) -> Content:
    """Return a content that has the pseudo-locales beside its languages, shown in every area."""
    areas = {
        name: replace(area, overlay=_Layered(content, name).layer(area.overlay))
        for name, area in content.areas.items()
    }
    return replace(
        content,
        languages=_languages(content.languages),
        shared=_Layered(content, None).layer(content.shared),
        areas=areas,
    )


def _languages(languages: Languages) -> Languages:
    after = Chain(others=(languages.source,))
    return replace(
        languages,
        active=(*languages.active, *PSEUDO_LOCALES),
        enabled=(*languages.enabled, *PSEUDO_LOCALES),
        chains={**languages.chains, **dict.fromkeys(PSEUDO_LOCALES, after)},
        pseudo=PSEUDO_LOCALES,
    )


@dataclass(slots=True)
class _Layered:
    """What all areas share, or what one of them has different: each layer has its own sources."""

    content: Content
    area: str | None

    def layer(self, layer: Layer) -> Layer:
        effective = effective_layer(self.content, self.area)
        kinds: dict[str, Any] = {
            kind: {
                label: self._entity(entity, getattr(effective, kind)[label])
                for label, entity in getattr(layer, kind).items()
            }
            for kind in ENTITY_KINDS
        }
        return replace(layer, catalogues=self._catalogues(layer.catalogues), **kinds)

    def _catalogues(
        self, catalogues: Mapping[CatalogueKey, Catalogue]
    ) -> Mapping[CatalogueKey, Catalogue]:
        source = self.content.languages.source
        made = {
            (namespace, locale): _catalogue(catalogue, locale)
            for (namespace, tag), catalogue in catalogues.items()
            if tag == source
            for locale in PSEUDO_LOCALES
        }
        return {**catalogues, **made}

    def _entity(self, entity: Entity[Any], effective: Entity[Any]) -> Entity[Any]:
        said = entity.locales.get(self.content.languages.source)
        if said is None:
            return entity
        made = {locale: self._localisation(effective, said, locale) for locale in PSEUDO_LOCALES}
        return replace(entity, locales={**entity.locales, **made})

    def _localisation(self, entity: Entity[Any], source: Localisation, locale: str) -> Localisation:
        """Return a language of an entity; images and what is no words are those of the source."""
        data = {**source.own(), "descriptions": dict(source.descriptions)}
        for route, value in leaves(source).items():
            if is_words(self.content, entity, locale, route, value):
                data = with_value(data, route, self._said(entity, route, value, locale))
        return replace(
            source,
            title=data.get("title"),
            description=data.get("description"),
            properties=data.get("properties"),
            fields=data.get("fields"),
            descriptions=data["descriptions"],
            stamp=None,
            review_needed=True,
        )

    def _said(self, entity: Entity[Any], route: Route, value: str, locale: str) -> str:
        if route == ("description",) or "\n" in value:
            return pseudo_prose(value, locale)
        limit = schema_at(self.content, entity, route).get("maxLength")
        return pseudo_line(value, locale, limit if isinstance(limit, int) else None)


def _catalogue(source: Catalogue, locale: str) -> Catalogue:
    header = plural_forms_header(locale)

    def read() -> CatalogueEntries:
        messages = {
            label: _message(message, locale, header) for label, message in source.messages.items()
        }
        return CatalogueEntries(messages, header)

    return Catalogue(source.namespace, locale, source.path, read)


def _message(source: Message, locale: str, header: str) -> Message:
    limit = length_limit(source.flags)
    texts: Sequence[str] = source.source_texts[:1]
    if source.source_plural is not None:
        texts = _forms(source.source, source.source_plural, locale, header)
    return Message(
        source.label,
        source.source,
        tuple(pseudo_message(text, locale, limit) for text in texts),
        source.locator,
        source.source_plural,
        source.flags,
    )


def _forms(singular: str, plural: str, locale: str, header: str) -> list[str]:
    """Return the source text of each form: the singular where that is for one number alone."""
    categories = form_mapping(locale, header).categories
    texts = [plural] * (max(categories.values()) + 1)
    if single_number(locale, _ONE) is not None:
        texts[categories[_ONE]] = singular
    return texts
