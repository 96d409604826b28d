"""The entries of a project, each with its languages and how they stand."""

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from functools import partial
from itertools import chain
from typing import Any, NamedTuple

from compiler.base.place import Place
from compiler.model.catalogue import Catalogue, Message, Standing
from compiler.model.content import Layer
from compiler.model.entity import Entity
from compiler.model.localised import Localisation
from compiler.model.overlay import ENTITY_KINDS
from compiler.model.reference import Kind
from compiler.query.parts import Part, first_part, message_parts, named_parts, page_parts, parts_of
from compiler.rules.assessment import Assessment, assess_entities
from compiler.rules.check import Scope
from compiler.rules.documents import pdf_of
from compiler.rules.pdfs.facts import pdf_facts
from compiler.rules.strings import assess_strings


class State(StrEnum):
    """How an entry stands in one language.

    ``inherited`` is complete without a text of its own; ``inactive`` a text that nobody asks for (a
    banner's language that is switched off, a language that is not active); ``orphaned`` one whose
    source text is gone.
    """

    SOURCE = "source"
    CURRENT = "current"
    INHERITED = "inherited"
    MISSING = "missing"
    STALE = "stale"
    UNREVIEWED = "unreviewed"
    INACTIVE = "inactive"
    ORPHANED = "orphaned"


class Version(NamedTuple):
    """An entry in one language; ``own`` is what is written in it, None where nothing is."""

    locale: str
    state: State
    own: Message | Localisation | None = None

    def parts(self) -> list[Part]:
        """Return its texts with their places."""
        if isinstance(self.own, Message):
            return message_parts(self.own, is_source=self.state is State.SOURCE)
        return [] if self.own is None else parts_of(self.own)

    def where(self) -> Place | None:
        """Return where its first text stands, None where nothing is written."""
        if isinstance(self.own, Message):
            name = first_part(self.own, is_source=self.state is State.SOURCE)
            return None if name is None else self.own.locator.place(name)
        return next((part.where() for part in self.parts()), None)


class Entry(NamedTuple):
    """One entry as all areas share it, or what an area has different.

    ``label`` of a string has its namespace: ``portal:checkout.pay``. ``parts`` belong to no
    language: the name of a document, an area or an owner.
    """

    kind: Kind
    label: str
    area: str | None
    versions: tuple[Version, ...]
    where: Callable[[], Place]
    parts: tuple[Part, ...] = ()
    locked: bool = False
    active: bool = True

    @property
    def reference(self) -> str:
        """Return its name: ``texts/deposit.terms``."""
        return f"{self.kind}/{self.label}"


def all_entries(scope: Scope) -> Iterator[Entry]:
    """Yield every entry, in the order of kinds, then of files; those of areas last."""
    yield from _named(Kind.AREAS, {name: one.record for name, one in scope.content.areas.items()})
    yield from _named(Kind.OWNERS, scope.content.owners)
    assessed = {_key(one.written, one.locale): one for one in scope.once(assess_entities)}
    behind = _behind(scope)
    for area, layer in scope.layers.items():
        yield from _strings(scope, area, layer, behind)
        for kind in ENTITY_KINDS:
            for entity in getattr(layer, kind).values():
                yield _entity(scope, entity, assessed)


def _named(kind: Kind, records: Mapping[str, Entity[Any]]) -> Iterator[Entry]:
    for label, entity in records.items():
        parts = named_parts(entity.record.name, entity.places)
        yield Entry(kind, label, None, (), entity.places.value, parts)


_EntityKey = tuple[str, str | None, str, str]
_Assessed = Mapping[_EntityKey, Assessment]


def _key(entity: Entity[Any], locale: str) -> _EntityKey:
    return entity.kind, entity.area, entity.label, locale


def _entity(scope: Scope, entity: Entity[Any], assessed: _Assessed) -> Entry:
    effective: Entity[Any] = getattr(scope.effective[entity.area], entity.kind)[entity.label]
    locales = dict.fromkeys(chain(scope.locales(entity.area), entity.locales))
    versions = (_version(scope, entity, effective, locale, assessed) for locale in locales)
    name = getattr(entity.record, "name", None)
    named = () if name is None else named_parts(name, entity.places)
    return Entry(
        entity.kind,
        entity.label,
        entity.area,
        tuple(one for one in versions if one is not None),
        entity.places.value,
        (*named, *_pages(scope, entity)),
        locked=getattr(effective.record, "locked", False),
        active=getattr(effective.record, "active", True),
    )


def _pages(scope: Scope, entity: Entity[Any]) -> Iterator[Part]:
    """Yield the pages of a document's PDF that have words, where PDFs are opened."""
    path = pdf_of(entity)
    facts = None if path is None else scope.once(pdf_facts).get(path)
    if path is not None and facts is not None:
        yield from page_parts(path, facts.text or "")


def _version(
    scope: Scope, entity: Entity[Any], effective: Entity[Any], locale: str, assessed: _Assessed
) -> Version | None:
    own = entity.locales.get(locale)
    found = assessed.get(_key(entity, locale))
    if found is not None and found.standing is not Standing.CURRENT:
        return Version(locale, State(found.standing.value), own)
    if own is None:
        inherits = found is not None and any(
            parent in effective.locales for parent in scope.content.languages.chain(locale).parents
        )
        return Version(locale, State.INHERITED) if inherits else None
    if not own.active:
        return Version(locale, State.INACTIVE, own)
    if locale == scope.content.languages.source:
        return Version(locale, State.SOURCE, own)
    if locale not in scope.locales(entity.area):
        return Version(locale, State.INACTIVE, own)
    return Version(locale, State.ORPHANED if found is None else State.CURRENT, own)


_Behind = Mapping[tuple[str | None, str, str], Mapping[str, Standing]]


def _behind(scope: Scope) -> _Behind:
    """Return the strings that are not current by area, namespace and locale, then by label."""
    return {
        (one.area, one.source.namespace, one.locale): {
            string.source.label: string.standing for string in one.behind
        }
        for one in scope.once(assess_strings)
    }


def _strings(scope: Scope, area: str | None, layer: Layer, behind: _Behind) -> Iterator[Entry]:
    for namespace in dict.fromkeys(name for name, _ in layer.catalogues):
        yield from _Namespace(scope, area, layer, namespace).entries(behind)


class _Namespace:
    """The strings of one namespace in one layer."""

    def __init__(self, scope: Scope, area: str | None, layer: Layer, name: str) -> None:
        self._area, self._name = area, name
        self._tongue = scope.content.languages.source
        source = scope.effective[area].catalogues.get((name, self._tongue))
        self._sources = {} if source is None else source.messages
        self._catalogues = _in_order(scope.locales(area), layer, name, self._tongue)
        self._active = frozenset(scope.locales(area))
        shared = scope.content.shared.catalogues.get((name, self._tongue))
        self._elsewhere = {} if area is None or shared is None else shared.messages

    def entries(self, behind: _Behind) -> Iterator[Entry]:
        """Yield the strings in the order of the source language's catalogue."""
        none: Mapping[str, Standing] = {}
        columns = [
            (
                locale,
                {} if catalogue is None else catalogue.messages,
                behind.get((self._area, self._name, locale), none),
            )
            for locale, catalogue in self._catalogues.items()
        ]
        for label in dict.fromkeys(chain(*(messages for _, messages, _ in columns))):
            versions = []
            first: Message | None = None
            for locale, messages, late in columns:
                own = messages.get(label)
                first = first or own
                state = self._state(label, locale, own, late.get(label))
                if state is not None:
                    versions.append(Version(locale, state, own))
            if first is not None:
                yield Entry(
                    Kind.TRANSLATIONS,
                    f"{self._name}:{label}",
                    self._area,
                    tuple(versions),
                    partial(first.locator.place, "msgctxt"),
                )

    def _state(
        self, label: str, locale: str, own: Message | None, late: Standing | None
    ) -> State | None:
        if late is not None:
            return State(late.value)
        if locale == self._tongue:
            return None if own is None else State.SOURCE
        if own is None or not own.translated:
            demanded = label in self._sources and label not in self._elsewhere
            return State.INHERITED if demanded and locale in self._active else None
        if locale not in self._active:
            return State.INACTIVE
        return State.CURRENT if label in self._sources else State.ORPHANED


def _in_order(
    active: tuple[str, ...], layer: Layer, namespace: str, source: str
) -> dict[str, Catalogue | None]:
    """Return the catalogues of a namespace: the source's, active languages, then all others."""
    written = [locale for name, locale in layer.catalogues if name == namespace]
    locales = dict.fromkeys((source, *active, *written))
    return {locale: layer.catalogues.get((namespace, locale)) for locale in locales}
