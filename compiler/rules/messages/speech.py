"""What each catalogue says, text by text: what rules about words look at.

Few texts have what a rule looks for. So the texts of a catalogue are searched as one, and only
those with a match are looked at one by one.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from compiler.base.finding import Finding, Note
from compiler.base.rule import Rule
from compiler.messages.icu import is_plain
from compiler.messages.reading import read_message
from compiler.messages.spoken import Spoken
from compiler.model.catalogue import Catalogue, Message
from compiler.rules.check import Scope
from compiler.rules.messages.pairs import (
    SourcedCatalogue,
    entity_of,
    place_of,
    sourced_catalogues,
)

_AS_A_NAME = 2
_MOST_TOLD = 5
BETWEEN = "\ufdd0"
"""Stands between the texts that are searched as one: no character, so that no pattern takes it."""


class Said(NamedTuple):
    """One text as a visitor reads it: of one entry, one plural form, one way through its choices.

    ``source`` is what the source language says in its place; None in the source language itself.
    ``choice`` names the branch, empty where there is none; a gettext form has the name of its
    number (``0``).
    """

    entry: Message
    form: int
    text: str
    source: str | None
    choice: str = ""
    way: Spoken | None = None


class Speech:
    """Everything that one catalogue says.

    What nobody has confirmed (`fuzzy`) is left out: a translator reads it again anyhow. So are
    translations of nothing but white space (`empty-translation`).
    """

    def __init__(self, catalogue: Catalogue, said: Iterable[Said], *, is_source: bool) -> None:
        self.catalogue = catalogue
        self.said = tuple(said)
        self.is_source = is_source

    @property
    def locale(self) -> str:
        """The language of the catalogue."""
        return self.catalogue.locale

    @cached_property
    def characters(self) -> frozenset[str]:
        """Every character there is in any text."""
        return frozenset(self._texts.joined)

    def has(self, character: re.Pattern[str]) -> bool:
        """Tell whether any text has a character."""
        return any(map(character.match, self.characters))

    def where(
        self, pattern: re.Pattern[str], *, needs: Iterable[re.Pattern[str]] = ()
    ) -> Iterator[tuple[Said, int, int]]:
        """Yield each match of a pattern: the text it is in, and the offsets within that text.

        Of a text with very many only the first are told.
        ``needs`` are characters, each a pattern, that every match has in it. Few catalogues have
        them all, and the others need not be searched.
        """
        if not all(map(self.has, needs)):
            return
        texts, said = self._texts, self.said
        starts, told = texts.starts, Counter[int]()
        for match in pattern.finditer(texts.joined):
            begin, end = match.span()
            index = bisect_right(starts, begin) - 1
            told[index] += 1
            if told[index] <= _MOST_TOLD:
                yield said[index], begin - starts[index], end - starts[index]

    def having(self, pattern: re.Pattern[str]) -> Iterator[Said]:
        """Yield every text that has a match, or whose source has one."""
        search = pattern.search
        return (
            said
            for said in self.said
            if search(said.text) is not None
            or (said.source is not None and search(said.source) is not None)
        )

    def keeps(self, phrase: str) -> bool:
        """Tell whether a phrase of several words stands within other texts, too: as a name does."""
        return " " in phrase and self._texts.joined.count(phrase) > _AS_A_NAME

    def lacking(self, pattern: re.Pattern[str]) -> Iterator[Said]:
        """Yield every text without a match, where most texts have one."""
        search = pattern.search
        return (said for said in self.said if search(said.text) is None)

    def finding(
        self,
        rule: Rule,
        said: Said,
        message: str,
        *,
        span: tuple[int, int] | None = None,
        hint: str | None = None,
    ) -> Finding:
        """Make a finding at a text, or at the characters ``span`` of it."""
        start, end = (None, 0) if span is None else span
        if start is not None and said.way is not None:
            start, end = said.way.written(start), said.way.written(end - 1) + 1
        entry = said.entry
        return rule.at(
            place_of(entry, said.form, start, end, of_source=self.is_source),
            message,
            hint=hint,
            entity=entity_of(self.catalogue, entry),
            locale=self.locale,
            notes=() if self.is_source else (Note("the source text", entry.places.source),),
        )

    @cached_property
    def _texts(self) -> "_Joined":
        return _joined([one.text for one in self.said])


@dataclass(frozen=True, slots=True)
class _Joined:
    joined: str
    starts: list[int]


def _joined(texts: list[str]) -> _Joined:
    starts, position = [], 0
    for text in texts:
        starts.append(position)
        position += len(text) + 1
    joined = BETWEEN.join(texts)
    if joined.count(BETWEEN) >= len(texts):  # a text has the sign itself; any other one will do
        joined = BETWEEN.join(text.replace(BETWEEN, "\ufffd") for text in texts)
    return _Joined(joined, starts)


def speeches(scope: Scope) -> tuple[Speech, ...]:
    """Return what every catalogue says."""
    return tuple(
        Speech(
            one.catalogue,
            _said_by_source(one) if one.is_source else _said(one),
            is_source=one.is_source,
        )
        for one in sourced_catalogues(scope)
    )


def _said_by_source(one: SourcedCatalogue) -> Iterator[Said]:
    for entry in one.catalogue.messages.values():
        for index, text in enumerate(entry.source_texts):
            for way in read_message(text).ways:
                if way.text.strip():
                    yield Said(entry, index, way.text, None, way.choice, way)


def _said(one: SourcedCatalogue) -> Iterator[Said]:
    for entry in one.catalogue.messages.values():
        texts = entry.texts
        if entry.fuzzy:
            continue
        if len(texts) == 1 and entry.source_plural is None:
            text, source = texts[0], entry.source
            if is_plain(text) and is_plain(source):
                if text and not text.isspace():
                    yield Said(entry, 0, text, source)
                continue
        yield from _ways(entry)


def _ways(entry: Message) -> Iterator[Said]:
    """Yield every way through every form, each beside the way of the source that it goes."""
    sources = [read_message(text).ways for text in entry.source_texts]
    counted = len(entry.texts) > 1 or entry.source_plural is not None
    for index, text in enumerate(entry.texts):
        beside = sources[entry.source_form(index)]
        for way in read_message(text).ways if beside else ():
            if way.text.strip():
                source = _beside(beside, way.choice)
                choice = way.choice or (str(index) if counted else "")
                yield Said(entry, index, way.text, source.text, choice, way)


def _beside(sources: tuple[Spoken, ...], choice: str) -> Spoken:
    """Return the way of the source with the same choice, else its `other`, else its last."""
    for wanted in (choice, "other"):
        for way in sources:
            if way.choice == wanted:
                return way
    return sources[-1]
