"""Two versions of the content, and the entries of both side by side."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from compiler.base.finding import Severity
from compiler.model.catalogue import Catalogue, Message
from compiler.model.content import Content, Layer
from compiler.model.entity import Entity
from compiler.model.overlay import ENTITY_KINDS
from compiler.model.reference import Kind
from compiler.review.code_uses import CodeUses
from compiler.review.renames import renamed_entities, renamed_strings

_NOTHING = Layer()


class Pair(NamedTuple):
    """An entity before and now; one of them may be None. ``area`` is None for shared content."""

    area: str | None
    before: Entity[Any] | None
    now: Entity[Any] | None


class StringPair(NamedTuple):
    """A string of the source language before and now, and its catalogue as far as there is one."""

    area: str | None
    namespace: str
    label: str
    before: Message | None
    now: Message | None
    catalogue: Catalogue


@dataclass(frozen=True, eq=False)
class Versions:
    """Content before a change, and now. Pure.

    ``paths`` are those of all files now: what is there and cannot be used is not gone. ``code`` is
    what code asks for now, as far as somebody has looked.
    """

    before: Content
    now: Content
    paths: frozenset[str] = frozenset()
    code: CodeUses = field(default_factory=CodeUses)
    _pairs: dict[str, tuple[Pair, ...]] = field(default_factory=dict, init=False)

    def pairs(self, kind: str) -> tuple[Pair, ...]:
        """Return every entity of a kind that either version has, shared ones first."""
        if kind not in self._pairs:
            self._pairs[kind] = tuple(self._paired(kind))
        return self._pairs[kind]

    def shared(self, kind: str) -> Iterator[Pair]:
        """Yield what all areas share of a kind."""
        return (pair for pair in self.pairs(kind) if pair.area is None)

    @cached_property
    def strings(self) -> tuple[StringPair, ...]:
        """Every string of the source language whose entry is not the same in both versions."""
        return tuple(self._strings())

    @cached_property
    def gone_strings(self) -> frozenset[str]:
        """References of strings that no catalogue has any more; of a broken one nobody knows."""
        gone = set(self._gone_strings())
        return frozenset(gone - set(_references(self.now)) if gone else gone)

    @cached_property
    def renamed(self) -> Mapping[str, str]:
        """References that went, and those under which the same content came."""
        found: dict[str, str] = {}
        for area, before, now in self.layers():
            if area is None:
                for kind in ENTITY_KINDS:
                    found |= renamed_entities(getattr(before, kind), getattr(now, kind))
                found |= renamed_strings(before, now, self.now.languages.source)
        return found

    def layers(self) -> Iterator[tuple[str | None, Layer, Layer]]:
        """Yield the layers of both versions by area, that of all areas first."""
        yield None, self.before.shared, self.now.shared
        for area in dict.fromkeys((*self.before.areas, *self.now.areas)):
            before, now = self.before.areas.get(area), self.now.areas.get(area)
            yield (
                area,
                _NOTHING if before is None else before.overlay,
                _NOTHING if now is None else now.overlay,
            )

    def _paired(self, kind: str) -> Iterator[Pair]:
        for area, before, now in self.layers():
            ours: Mapping[str, Entity[Any]] = getattr(before, kind)
            theirs: Mapping[str, Entity[Any]] = getattr(now, kind)
            for label in dict.fromkeys((*ours, *theirs)):
                yield Pair(area, ours.get(label), theirs.get(label))

    def _strings(self) -> Iterator[StringPair]:
        for area, before, now in self.layers():
            ours = _sources(before, self.before.languages.source)
            theirs = _sources(now, self.now.languages.source)
            for namespace in dict.fromkeys((*ours, *theirs)):
                one, other = ours.get(namespace), theirs.get(namespace)
                catalogue = other or one
                if catalogue is None:
                    continue
                old = {} if one is None else one.messages
                new = {} if other is None else other.messages
                for label in dict.fromkeys((*old, *new)):
                    pair = old.get(label), new.get(label)
                    if pair[0] != pair[1]:
                        yield StringPair(area, namespace, label, *pair, catalogue)

    def _gone_strings(self) -> Iterator[str]:
        for _, before, now in self.layers():
            theirs = _sources(now, self.now.languages.source)
            for namespace, one in _sources(before, self.before.languages.source).items():
                other = theirs.get(namespace)
                if other is one or (other is None and one.path in self.paths):
                    continue
                if other is None or not _is_broken(other):
                    left = {} if other is None else other.messages
                    gone = (label for label in one.messages if label not in left)
                    yield from (_reference(namespace, label) for label in gone)


def _references(content: Content) -> Iterator[str]:
    for layer in content.layers():
        for namespace, one in _sources(layer, content.languages.source).items():
            yield from (_reference(namespace, label) for label in one.messages)


def _reference(namespace: str, label: str) -> str:
    return f"{Kind.TRANSLATIONS}/{namespace}:{label}"


def _is_broken(catalogue: Catalogue) -> bool:
    return any(one.severity is Severity.ERROR for one in catalogue.entries.findings)


def _sources(layer: Layer, source: str) -> dict[str, Catalogue]:
    found = layer.catalogues.items()
    return {namespace: one for (namespace, locale), one in found if locale == source}
