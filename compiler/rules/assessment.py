"""How each entry stands in each language: what it lacks, whether it is behind its source."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from compiler.model.catalogue import Standing
from compiler.model.entity import Entity
from compiler.model.fingerprint import fingerprint
from compiler.model.localised import Localisation
from compiler.model.overlay import ENTITY_KINDS
from compiler.model.reference import Kind
from compiler.rules.check import Scope

COUNTED = (Kind.TEXTS, Kind.TEMPLATES, Kind.LEVELS, Kind.STATUSES)
"""The kinds that must be complete in enabled languages; strings are the fifth."""


def _no_stamp(_: Localisation | None) -> None:
    return None


@dataclass(frozen=True, eq=False)
class Assessment:
    """How an entity stands in one language that is not the source.

    ``written`` is the entity as its file has it, ``own`` what it says in the language itself.
    ``find_lacks`` and ``make_stamp`` work out what few ask for.
    """

    written: Entity[Any]
    locale: str
    counted: bool
    own: Localisation | None
    find_lacks: Callable[[], tuple[str, ...]]
    make_stamp: Callable[[Localisation | None], str | None] = _no_stamp

    @cached_property
    def lacks(self) -> tuple[str, ...]:
        """The parts (``title``, ``properties.button``) that it has not, nor a parent of it."""
        return self.find_lacks()

    @cached_property
    def stamp(self) -> str | None:
        """What `from` would have to be, where the source is known."""
        return self.make_stamp(self.own)

    @property
    def standing(self) -> Standing:
        """Missing where parts are lacking, whatever may be said of the others."""
        return Standing.MISSING if self.lacks else self.currency

    @property
    def currency(self) -> Standing:
        """How that which is written stands to its source."""
        own = self.own
        if own is not None and own.stamp is not None and own.stamp != self.stamp:
            return Standing.STALE
        if own is not None and own.review_needed:
            return Standing.UNREVIEWED
        return Standing.CURRENT

    @property
    def unstamped(self) -> bool:
        """Whether there is a translation that does not say what it was made from."""
        return self.own is not None and self.own.stamp is None and bool(self.own.own())


def assess_entities(scope: Scope) -> tuple[Assessment, ...]:
    """Assess every entity that has a source text, in every active language."""
    if not scope.content.languages.readable:
        return ()
    ways = {area: _ways(scope, area) for area in scope.layers}
    return tuple(
        assessment
        for area, layer in scope.layers.items()
        for kind in ENTITY_KINDS
        for label in getattr(layer, kind)
        for assessment in _entity(scope, area, kind, label, ways[area])
    )


def parts(localisation: Localisation) -> dict[str, Any]:
    """Return what a language says by part (``title``, ``properties.button``), none empty."""
    found: dict[str, Any] = {}
    for name, value in localisation.own().items():
        found.update(_flat(name, value))
    return found


def _flat(name: str, value: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - any JSON value
    if isinstance(value, Mapping):
        for key, item in value.items():
            yield from _flat(f"{name}.{key}", item)
    elif value is not None and not (isinstance(value, str) and not value.strip()):
        yield name, value


def _ways(scope: Scope, area: str | None) -> dict[str, tuple[str, ...]]:
    """Return the languages of an area but the source, each with its parents."""
    languages = scope.content.languages
    return {
        locale: (locale, *languages.chain(locale).parents)
        for locale in scope.locales(area)
        if locale != languages.source
    }


def _entity(
    scope: Scope, area: str | None, kind: str, label: str, ways: Mapping[str, tuple[str, ...]]
) -> Iterator[Assessment]:
    written: Entity[Any] = getattr(scope.layers[area], kind)[label]
    effective: Entity[Any] = getattr(scope.effective[area], kind)[label]
    origin = scope.content.languages.source
    source = effective.locales.get(origin)
    if source is None:
        return
    demanded = is_counted(effective)
    whole = area is None or _begins_here(scope, written, demanded=demanded)
    stamps = _Stamps(effective, origin)
    for locale, way in ways.items():
        if not (whole or locale in written.locales):
            continue
        lacks = partial(_lacks_in, written, effective, source, way) if demanded else tuple
        yield Assessment(
            written=written,
            locale=locale,
            counted=demanded,
            own=written.locales.get(locale),
            find_lacks=lacks,
            make_stamp=stamps.of,
        )


def is_counted(entity: Entity[Any]) -> bool:
    """Tell whether gates demand an entity (as an area gets it) in every enabled language."""
    if entity.kind is Kind.TEMPLATES:
        return bool(entity.record.active)
    return entity.kind in COUNTED


def _begins_here(scope: Scope, written: Entity[Any], *, demanded: bool) -> bool:
    """Tell whether an area is the first to demand an entity: its own, or made active by it."""
    shared = getattr(scope.content.shared, written.kind).get(written.label)
    return shared is None or (demanded and not is_counted(shared))


def _lacks_in(
    written: Entity[Any], effective: Entity[Any], source: Localisation, locales: tuple[str, ...]
) -> tuple[str, ...]:
    """Return what a language lacks: all of it where it is but a clone of the source."""
    own = written.locales.get(locales[0])
    if own is not None and is_clone(own, source):
        return tuple(parts(source))
    return _lacks(effective, source, locales)


def is_clone(own: Localisation, source: Localisation) -> bool:
    """Tell whether a language is the source text itself, put there to be translated."""
    return own.review_needed and own.own() == source.own()


def _lacks(entity: Entity[Any], source: Localisation, locales: tuple[str, ...]) -> tuple[str, ...]:
    wanted = parts(source)
    for locale in locales:
        localisation = entity.locales.get(locale)
        if localisation is not None:
            said = parts(localisation)
            wanted = {name: None for name in wanted if name not in said}
    return tuple(wanted)


class _Stamps:
    """The stamps of translations of an entity made now; each is worked out once."""

    def __init__(self, entity: Entity[Any], source: str) -> None:
        self._locales = entity.locales
        self._source = source
        self._made: dict[str, str] = {}

    def of(self, own: Localisation | None) -> str:
        """Return that of a translation, from the language that its stamp names."""
        stamp = None if own is None else own.stamp
        origin = self._source if stamp is None else stamp.partition("@")[0]
        if origin not in self._locales:
            origin = self._source
        if origin not in self._made:
            self._made[origin] = f"{origin}@{fingerprint(self._locales[origin].own())}"
        return self._made[origin]
