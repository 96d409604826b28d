"""All content of a repository at one moment: shared, and by area what differs."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from compiler.base.place import Places
from compiler.model.area import Area
from compiler.model.banner import Banner
from compiler.model.branding import Look, look_of
from compiler.model.catalogue import Catalogue
from compiler.model.configuration import Configurations
from compiler.model.consumer import Consumer
from compiler.model.document import Document
from compiler.model.entity import Entity
from compiler.model.glossary import Glossary
from compiler.model.languages import Languages
from compiler.model.level import Level
from compiler.model.overlay_record import (
    BannerOverlay,
    EntityOverlay,
    LevelOverlay,
    LocalesOverlay,
)
from compiler.model.owner import Owner
from compiler.model.status import Status
from compiler.model.template import Template
from compiler.model.text import Text

CatalogueKey = tuple[str, str]
"""Namespace and locale."""


@dataclass(frozen=True, slots=True)
class ConfigurationFile:
    """One file of configuration as it was written: its name (``general``), data and places."""

    name: str
    data: Mapping[str, Any]
    places: Places


@dataclass(frozen=True, slots=True)
class Layer:
    """Shared content, or what one area adds to it and says differently.

    In an area's layer an entity that the shared content has too is an overlay: its record is one
    of `overlay_record`, and its locales are only those that differ.
    """

    configurations: Mapping[str, ConfigurationFile] = field(default_factory=dict)
    levels: Mapping[str, Entity[Level] | Entity[LevelOverlay]] = field(default_factory=dict)
    statuses: Mapping[str, Entity[Status] | Entity[LocalesOverlay]] = field(default_factory=dict)
    texts: Mapping[str, Entity[Text] | Entity[LocalesOverlay]] = field(default_factory=dict)
    templates: Mapping[str, Entity[Template] | Entity[EntityOverlay]] = field(default_factory=dict)
    banners: Mapping[str, Entity[Banner] | Entity[BannerOverlay]] = field(default_factory=dict)
    documents: Mapping[str, Entity[Document] | Entity[EntityOverlay]] = field(default_factory=dict)
    catalogues: Mapping[CatalogueKey, Catalogue] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AreaContent:
    """One area: its record, what it has different, and the configurations it ends up with."""

    record: Entity[Area]
    overlay: Layer
    configurations: Configurations


@dataclass(frozen=True, slots=True)
class Layout:
    """A shared layout of templates, and where it stands."""

    name: str
    path: str
    text: str

    @property
    def is_typst(self) -> bool:
        """Whether it is one of agreements, which has no Jinja; others are of e-mails."""
        return self.path.endswith(".typ")


@dataclass(frozen=True, slots=True)
class PropertiesSchema:
    """The JSON Schema of the properties of all texts below a prefix."""

    prefix: str
    path: str
    schema: Mapping[str, Any]


def _no_asset(path: str) -> bytes:
    raise KeyError(path)


@dataclass(frozen=True, slots=True)
class Content:
    """Everything that was loaded, typed and with places.

    ``asset`` returns the bytes of an image or PDF by path, for the stages that need them.
    ``broken`` has the references of what has files that cannot be used: a finding says why, and
    whoever refers to one of them is not to blame. ``files`` are the paths of all files that its
    author writes, whatever reads them: those below content/, and the two beside it.
    """

    languages: Languages = field(default_factory=Languages)
    configurations: Configurations = field(default_factory=Configurations)
    shared: Layer = field(default_factory=Layer)
    areas: Mapping[str, AreaContent] = field(default_factory=dict)
    owners: Mapping[str, Entity[Owner]] = field(default_factory=dict)
    glossary: Glossary = field(default_factory=Glossary)
    layouts: Mapping[str, Layout] = field(default_factory=dict)
    properties_schemas: Mapping[str, PropertiesSchema] = field(default_factory=dict)
    asset: Callable[[str], bytes] = _no_asset
    broken: frozenset[str] = frozenset()
    consumers: tuple[Consumer, ...] = ()
    files: tuple[str, ...] = ()

    def layouts_with_jinja(self) -> Iterator[Layout]:
        """Yield the layouts that a template engine reads: those of agreements have no Jinja."""
        return (layout for layout in self.layouts.values() if not layout.is_typst)

    def layers(self) -> Iterator[Layer]:
        """Yield what all areas share, then what each of them has different."""
        yield self.shared
        yield from (area.overlay for area in self.areas.values())

    def look(self, area: str | None) -> Look:
        """Return the branding of an area, under it that of its owner; None has none."""
        if area is None or area not in self.areas:
            return Look()
        record = self.areas[area].record
        owner = self.owners.get(record.record.owner or "")
        under = (None, "") if owner is None else (owner.record.branding, owner.places.path)
        return look_of(under, (record.record.branding, record.places.path))

    def long_texts(self) -> Iterator[tuple[str, str]]:
        """Yield the locale and the Markdown of everything that texts say at length."""
        for layer in self.layers():
            for text in layer.texts.values():
                for locale, said in text.locales.items():
                    if said.description:
                        yield locale, said.description

    def catalogues(self) -> Iterator[Catalogue]:
        """Yield every catalogue of every layer."""
        return (one for layer in self.layers() for one in layer.catalogues.values())
