"""Catalogues beside their source, their entries parted by whether there is syntax in them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from compiler.messages.i18next_simple import NESTING
from compiler.messages.icu import is_plain
from compiler.model.catalogue import Catalogue, Message
from compiler.rules.check import Scope


@dataclass(frozen=True, eq=False)
class SourcedCatalogue:
    """A catalogue with the source texts of its labels; ``is_source`` where it is them itself."""

    catalogue: Catalogue
    sources: Mapping[str, Message]
    is_source: bool

    @property
    def plain(self) -> list[Message]:
        """The entries of one text that is nothing but text, as its source is."""
        return self._parted[0]

    @property
    def others(self) -> list[Message]:
        """The entries with syntax or plural forms."""
        return self._parted[1]

    @cached_property
    def _parted(self) -> tuple[list[Message], list[Message]]:
        entries = self.catalogue.messages.values()
        return _parted_sources(entries) if self.is_source else _parted_translations(entries)


def sourced_catalogues(scope: Scope) -> tuple[SourcedCatalogue, ...]:
    """Return every catalogue as it is written, with the source that holds in its area."""
    tongue = scope.content.languages.source
    found = []
    for area, catalogue in scope.catalogues():
        source = scope.effective[area].catalogues.get((catalogue.namespace, tongue))
        sources = source.messages if source is not None else {}
        found.append(SourcedCatalogue(catalogue, sources, catalogue.locale == tongue))
    return tuple(found)


def translations(scope: Scope) -> Iterator[Catalogue]:
    """Yield every catalogue but those of the source language."""
    return (
        catalogue
        for _, catalogue in scope.catalogues()
        if catalogue.locale != scope.content.languages.source
    )


_Parted = tuple[list[Message], list[Message]]


def _parted_sources(entries: Iterable[Message]) -> _Parted:
    plain, others = [], []
    for entry in entries:
        source = entry.source
        if entry.source_plural is None and is_plain(source) and NESTING not in source:
            plain.append(entry)
        else:
            others.append(entry)
    return plain, others


def _parted_translations(entries: Iterable[Message]) -> _Parted:
    plain, others = [], []
    for entry in entries:
        texts = entry.texts
        both = entry.source + texts[0]
        if (
            is_plain(both)
            and entry.source_plural is None
            and NESTING not in both
            and len(texts) == 1
        ):
            plain.append(entry)
        else:
            others.append(entry)
    return plain, others
