"""One area as the outputs see it: content with its overlay, its languages, fallback on request."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from compiler.bundle.once import Once
from compiler.model.area import DEFAULT_AREA, is_selected
from compiler.model.branding import Look
from compiler.model.configuration import Configurations
from compiler.model.content import AreaContent, Content, Layer
from compiler.model.entity import Entity
from compiler.model.languages import Languages
from compiler.model.localised import Localisation
from compiler.model.overlay import effective_layer, merge_patch
from compiler.settings import Settings
from compiler.templating.brand import area_brand

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class AreaView:
    """What is compiled for one area; ``area`` is None for the area `default`.

    ``look`` is the branding of the area, under it that of its owner.
    ``locales`` are the enabled languages that the area shows, in the author's order. All views of a
    side have one ``once``.
    """

    name: str
    content: Content
    settings: Settings
    layer: Layer
    configurations: Configurations
    locales: Sequence[str]
    area: AreaContent | None = None
    look: Look = field(default_factory=Look)
    once: Once = field(default_factory=Once)

    @property
    def languages(self) -> Languages:
        """The languages of the repository."""
        return self.content.languages

    @property
    def brand(self) -> Mapping[str, str]:
        """What layouts put in of the branding, by name (`colors.primary`)."""
        name = None if self.area is None else self.name
        return self.once.of("brand", (self.area,), lambda: area_brand(self.content, name))

    def chain(self, locale: str) -> tuple[str, ...]:
        """Return the locale and all it falls back to, nearest first."""
        return (locale, *self.languages.chain(locale).all)

    @property
    def shown_texts(self) -> tuple[Entity[Any], ...]:
        """The texts that the area has selected."""
        return tuple(text for label, text in self.layer.texts.items() if self.shows_text(label))

    @property
    def referable(self) -> tuple[object, ...]:
        """All that Markdown of the area may refer to: what it compiles to depends on no more."""
        return (self.layer.documents, self.layer.banners, *self.shown_texts)

    def shows_namespace(self, namespace: str) -> bool:
        """Tell whether the area has selected a namespace."""
        selected = self.area.record.record.content.namespaces if self.area else None
        return is_selected(namespace, selected)

    def shows_text(self, label: str) -> bool:
        """Tell whether the area has selected a text."""
        selected = self.area.record.record.content.texts if self.area else None
        return is_selected(label, selected)


def area_views(
    content: Content, settings: Settings, look: Callable[[str], Look] | None = None
) -> list[AreaView]:
    """Return a view of each area; without areas, of `default` alone.

    ``look`` gives the branding of an area, where owners are not in the content.
    """
    if not content.areas:
        return [shared_view(content, settings)]
    once = Once()
    return [
        AreaView(
            name=name,
            content=content,
            settings=settings,
            layer=effective_layer(content, name),
            configurations=area.configurations,
            locales=_selected(content.languages, area.record.record.content.languages),
            area=area,
            look=(look or content.look)(name),
            once=once,
        )
        for name, area in sorted(content.areas.items())
    ]


def shared_view(content: Content, settings: Settings) -> AreaView:
    """Return a view of what all areas share."""
    return AreaView(
        name=DEFAULT_AREA,
        content=content,
        settings=settings,
        layer=content.shared,
        configurations=content.configurations,
        locales=content.languages.enabled,
    )


def _selected(languages: Languages, wanted: Sequence[str] | None) -> Sequence[str]:
    if wanted is None:
        return languages.enabled
    shown = {*wanted, *languages.pseudo}
    return [locale for locale in languages.enabled if locale in shown]


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a visitor of one language sees; ``inherited`` says which part comes from where."""

    title: str | None
    description: str | None
    properties: dict[str, Any]
    inherited: Mapping[str, str]

    @property
    def has_something(self) -> bool:
        """Whether there is anything at all to show."""
        return bool(self.title or self.description or self.properties)


def resolve(
    view: AreaView, entity: Entity[Any], locale: str, *, properties: Mapping[str, Any] | None = None
) -> Resolved:
    """Look for each part in the locale, then along its fallback chain.

    ``properties`` are those of all languages, under what each language says of its own.
    """
    return view.once.of(
        ("resolved", locale),
        (entity, properties),
        lambda: _resolved(view, entity, locale, properties),
    )


def _resolved(
    view: AreaView, entity: Entity[Any], locale: str, properties: Mapping[str, Any] | None
) -> Resolved:
    chain = view.chain(locale)
    title, title_from = first(entity.locales, chain, "title")
    description, description_from = first(entity.locales, chain, "description")
    merged, properties_from = _properties(entity.locales, chain, properties or {})
    origins = {
        "title": title_from,
        "description": description_from,
        "properties": properties_from,
    }
    inherited = {part: origin for part, origin in origins.items() if origin not in {None, locale}}
    return Resolved(title, description, merged, {p: o for p, o in inherited.items() if o})


def first(
    locales: Mapping[str, Localisation], chain: Iterable[str], part: str
) -> tuple[str | None, str | None]:
    """Return the first text of the chain that is not empty, and whose it is."""
    for locale in chain:
        localisation = locales.get(locale)
        text = getattr(localisation, part) if localisation else None
        if text and text.strip():
            return text, locale
    return None, None


def _properties(
    locales: Mapping[str, Localisation], chain: Sequence[str], shared: Mapping[str, Any]
) -> tuple[dict[str, Any], str | None]:
    merged: dict[str, Any] = dict(shared)
    nearest = None
    for locale in reversed(chain):
        localisation = locales.get(locale)
        if localisation and localisation.properties is not None:
            merged = merge_patch(merged, localisation.properties)
            nearest = locale
    return merged, nearest


def own_or_inherited(
    view: AreaView, locales: Mapping[str, Localisation], locale: str
) -> Localisation | None:
    """Return what a language or its nearest parent says: banners and documents go no further."""
    for candidate in (locale, *view.languages.chain(locale).parents):
        if candidate in locales:
            return locales[candidate]
    return None
