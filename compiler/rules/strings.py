"""How the strings of each catalogue stand to those of the source language."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from posixpath import dirname

from compiler.model.catalogue import Catalogue, Message, Standing, standing
from compiler.rules.check import Scope


@dataclass(frozen=True, slots=True)
class StringAssessment:
    """One string that is not current in one language; ``own`` where it is written at all."""

    source: Message
    own: Message | None
    standing: Standing


@dataclass(frozen=True, slots=True)
class CatalogueAssessment:
    """The strings of a namespace in one language: how many are demanded, and which are behind.

    ``total`` is what is demanded, ``assessed`` what was looked at: that, and what an area writes
    otherwise. ``path`` is the catalogue's, or where it would lie if it does not ``exist``;
    ``plural_forms`` is the value of its header. ``synced`` says whether `sync` adds what it lacks:
    not to a regional language, which holds only what differs, and no new file to an area.
    """

    source: Catalogue
    locale: str
    area: str | None
    path: str
    exists: bool
    synced: bool
    total: int
    assessed: int
    behind: tuple[StringAssessment, ...]
    plural_forms: str | None

    @property
    def absent(self) -> bool:
        """Whether there is nothing of it: no file, and nothing inherited."""
        return not self.exists and self.total > 0 and len(self.behind) == self.total

    def of(self, wanted: Standing) -> tuple[StringAssessment, ...]:
        """Return the strings that stand in one way."""
        return tuple(one for one in self.behind if one.standing is wanted)


def assess_strings(scope: Scope) -> tuple[CatalogueAssessment, ...]:
    """Assess the strings of the source language in every other active language."""
    if not scope.content.languages.readable:
        return ()
    return tuple(
        _catalogue(layer, locale)
        for layer in _layers(scope)
        for locale in scope.locales(layer.area)
        if locale != layer.source.locale
    )


@dataclass(frozen=True, slots=True)
class _Layer:
    """One namespace of the shared content or of one area, with what is asked of it."""

    scope: Scope
    area: str | None
    source: Catalogue
    demanded: Mapping[str, Message]
    home: str


def _layers(scope: Scope) -> Iterator[_Layer]:
    tongue = scope.content.languages.source
    for area, layer in scope.layers.items():
        for namespace in dict.fromkeys(namespace for namespace, _ in layer.catalogues):
            source = scope.effective[area].catalogues.get((namespace, tongue))
            if source is not None:
                home = dirname(layer.catalogues.get((namespace, tongue), source).path)
                yield _Layer(scope, area, source, _demanded(scope, area, source), home)


def _demanded(scope: Scope, area: str | None, source: Catalogue) -> Mapping[str, Message]:
    """Return the strings that begin in this layer: all that is shared; of an area its own alone."""
    shared = scope.content.shared.catalogues.get((source.namespace, source.locale))
    if area is None or shared is None:
        return source.messages
    return {
        label: message for label, message in source.messages.items() if label not in shared.messages
    }


def _catalogue(layer: _Layer, locale: str) -> CatalogueAssessment:
    source, sources = layer.source, layer.source.messages
    regional = bool(layer.scope.content.languages.chain(locale).parents)
    written = layer.scope.layers[layer.area].catalogues.get((source.namespace, locale))
    looked_at = layer.demanded
    if written is not None and looked_at is not sources:  # what is shared, and translated here
        shared = {label: sources[label] for label in written.messages if label in sources}
        looked_at = {**looked_at, **shared}
    return CatalogueAssessment(
        source=source,
        locale=locale,
        area=layer.area,
        path=f"{layer.home}/{locale}.po" if written is None else written.path,
        exists=written is not None,
        synced=not regional and (written is not None or layer.area is None),
        total=len(layer.demanded),
        assessed=len(looked_at),
        behind=tuple(_behind(looked_at, written, _inherited(layer, locale))),
        plural_forms=None if written is None else written.plural_forms,
    )


def _behind(
    sources: Mapping[str, Message], written: Catalogue | None, inherited: Callable[[str], bool]
) -> Iterator[StringAssessment]:
    messages = {} if written is None else written.messages
    for label, source in sources.items():
        own = messages.get(label)
        if own is not None and _is_plainly_current(own, source):
            continue
        found = standing(source, own)
        if own is not None and own.translated and not all(own.texts):
            found = Standing.MISSING
        elif found is Standing.MISSING and inherited(label):
            found = Standing.CURRENT
        if found is not Standing.CURRENT:
            yield StringAssessment(source, own, found)


def _is_plainly_current(own: Message, source: Message) -> bool:
    """Tell at once what holds of nearly all: one text, of today's source, with no flag."""
    return bool(
        not own.flags
        and own.source == source.source
        and own.source_plural is source.source_plural is None
        and own.texts[0]
    )


def _inherited(layer: _Layer, locale: str) -> Callable[[str], bool]:
    """Return a test whether a parent of the locale, or the source itself as one, has a string."""
    parents = layer.scope.content.languages.chain(locale).parents
    if layer.source.locale in parents:
        return lambda _: True
    catalogues = layer.scope.effective[layer.area].catalogues
    above = [
        catalogues[layer.source.namespace, parent].messages
        for parent in parents
        if (layer.source.namespace, parent) in catalogues
    ]
    return lambda label: any(label in one and one[label].translated for one in above)
