"""How complete each language is, by kind of entry and by namespace."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from compiler.model.catalogue import Standing
from compiler.model.entity import Entity
from compiler.model.reference import Kind
from compiler.rules.assessment import COUNTED, assess_entities, is_counted
from compiler.rules.check import Scope
from compiler.rules.strings import assess_strings

KINDS = (Kind.TRANSLATIONS, *COUNTED)
"""The kinds that must be complete in enabled languages, in the order of the matrix."""


class Tally(NamedTuple):
    """How many entries a language should have, and how many of them are behind."""

    total: int = 0
    missing: int = 0
    stale: int = 0
    unreviewed: int = 0

    @property
    def current(self) -> int:
        """Return how many are as they should be."""
        return self.total - self.missing - self.stale - self.unreviewed

    @property
    def translated(self) -> int:
        """Return how many are not missing."""
        return self.total - self.missing

    def percent(self, number: int) -> int:
        """Return a number of entries in percent, rounded down: 100 is all of them."""
        return 100 * number // self.total if self.total else 100

    def plus(self, other: "Tally") -> "Tally":
        """Return the sum of two."""
        return Tally(*(mine + more for mine, more in zip(self, other, strict=True)))


@dataclass(frozen=True, slots=True)
class Row:
    """One language: by kind and by namespace, as far as there is anything."""

    locale: str
    enabled: bool
    kinds: Mapping[str, Tally]
    namespaces: Mapping[str, Tally]

    @property
    def all(self) -> Tally:
        """Return the sum over all kinds."""
        return _sum(self.kinds.values())


@dataclass(frozen=True, slots=True)
class Completeness:
    """The matrix: ``source`` counts what is written in the source language, ``rows`` the others.

    Languages are in the author's order. What an area writes otherwise counts once more.
    """

    source: Row
    rows: tuple[Row, ...]


def completeness(scope: Scope) -> Completeness:
    """Count how all active languages stand to the source."""
    languages = scope.content.languages
    counted = _Counted()
    for one in scope.once(assess_strings):
        standings = Counter(string.standing for string in one.behind)
        counted.add(one.locale, one.source.namespace, _tally(one.assessed, standings))
    for found in scope.once(assess_entities):
        if found.counted:
            tally = _tally(1, {found.standing: 1})
            counted.add(found.locale, None, tally, kind=found.written.kind)
    sources = _Counted()
    for namespace, number in _source_strings(scope):
        sources.add(languages.source, namespace, Tally(number))
    for entity in _source_entities(scope):
        sources.add(languages.source, None, Tally(1), kind=entity.kind)
    return Completeness(
        sources.row(languages.source, enabled=languages.source in scope.enabled),
        tuple(
            counted.row(locale, enabled=locale in scope.enabled)
            for locale in languages.active
            if locale != languages.source
        ),
    )


class _Counted:
    """Tallies by language, kind and namespace."""

    def __init__(self) -> None:
        self._kinds: dict[tuple[str, str], Tally] = {}
        self._namespaces: dict[tuple[str, str], Tally] = {}

    def add(
        self, locale: str, namespace: str | None, tally: Tally, kind: Kind = Kind.TRANSLATIONS
    ) -> None:
        self._kinds[locale, kind] = self._kinds.get((locale, kind), Tally()).plus(tally)
        if namespace is not None:
            before = self._namespaces.get((locale, namespace), Tally())
            self._namespaces[locale, namespace] = before.plus(tally)

    def row(self, locale: str, *, enabled: bool) -> Row:
        kinds = {kind.value: self._kinds.get((locale, kind), Tally()) for kind in KINDS}
        return Row(
            locale,
            enabled,
            {kind: tally for kind, tally in kinds.items() if tally.total},
            {name: one for (tag, name), one in sorted(self._namespaces.items()) if tag == locale},
        )


def _tally(total: int, standings: Mapping[Standing, int]) -> Tally:
    return Tally(
        total,
        standings.get(Standing.MISSING, 0),
        standings.get(Standing.STALE, 0),
        standings.get(Standing.UNREVIEWED, 0),
    )


def _sum(tallies: Iterable[Tally]) -> Tally:
    total = Tally()
    for one in tallies:
        total = total.plus(one)
    return total


def _source_strings(scope: Scope) -> Iterator[tuple[str, int]]:
    for _, catalogue in scope.catalogues():
        if catalogue.locale == scope.content.languages.source:
            yield catalogue.namespace, len(catalogue.messages)


def _source_entities(scope: Scope) -> Iterator[Entity[Any]]:
    source = scope.content.languages.source
    for entity in scope.entities(*COUNTED):
        effective = getattr(scope.effective[entity.area], entity.kind)[entity.label]
        if source in entity.locales and is_counted(effective):
            yield entity
