"""What a search has found, as values: an entry, and the texts of it that have the words."""

from collections.abc import Mapping
from dataclasses import dataclass

from compiler.base.place import Place
from compiler.query.found import Lines, found_of
from compiler.query.index import INACTIVE, LOCKED, Index
from compiler.query.searching import Hit, Match


@dataclass(frozen=True, slots=True)
class FoundText:
    """A text in which words were found; ``locale`` is None where it is of no language.

    ``match`` is what was found, at ``place``; ``part`` names the text in its entry.
    """

    locale: str | None
    part: str
    place: Place
    match: str
    text: str


@dataclass(frozen=True, slots=True)
class FoundEntry:
    """An entry that was found; ``area`` is None for what all share.

    ``languages`` have the state of each language; without ``matches`` it was found by its label.
    """

    entity: str
    area: str | None
    place: Place
    locked: bool
    inactive: bool
    languages: Mapping[str, str]
    matches: tuple[FoundText, ...]


def found_entry(index: Index, hit: Hit, lines: Lines) -> FoundEntry:
    """Return an entry and the texts that were found in it."""
    label, place = index.label(hit.entry)
    kind, flags = index.kind_names[index.kinds[hit.entry]], index.flags[hit.entry]
    return FoundEntry(
        entity=f"{kind}/{label}",
        area=index.area_names[index.areas[hit.entry]],
        place=place,
        locked=bool(flags & LOCKED),
        inactive=bool(flags & INACTIVE),
        languages=index.languages(hit.entry),
        matches=tuple(_text(index, match, lines) for match in hit.matches),
    )


def _text(index: Index, match: Match, lines: Lines) -> FoundText:
    found = found_of(index, match, lines)
    locale = match.field.locale
    return FoundText(
        locale=None if locale is None else index.locales[locale],
        part=match.field.part,
        place=found.place,
        match=found.text[found.start : found.end],
        text=found.text,
    )
