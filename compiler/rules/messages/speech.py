"""What each catalogue says, text by text: what rules about words look at.

Few texts have what a rule looks for. So the texts of a catalogue are searched as one, and only
those with a match are looked at one by one.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from compiler.base.finding import Finding, Note
from compiler.base.fix import Fix, ReplaceText
from compiler.base.rule import Rule
from compiler.messages.reading import read_message
from compiler.messages.simple import said_simply, simple_way
from compiler.messages.spoken import Spoken
from compiler.model.catalogue import Catalogue, Message
from compiler.rules.check import Scope
from compiler.rules.messages.joined import JoinedTexts
from compiler.rules.messages.mending import Mend, written_span
from compiler.rules.messages.pairs import entity_of, place_of
from compiler.rules.messages.sourced import SourcedCatalogue, sourced_catalogues

_AS_A_NAME = 2
_MOST_TOLD = 5


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


class _Way(NamedTuple):
    """Which of the texts of an entry it is: the form, the choice, the way through it."""

    form: int
    choice: str
    way: Spoken


@dataclass(slots=True)
class _Columns:
    """The texts of a catalogue by number; most are all that their entry says, and have no way."""

    texts: list[str] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    entries: list[Message] = field(default_factory=list)
    ways: dict[int, _Way] = field(default_factory=dict)

    def add_simple(self, entry: Message, text: str, source: str) -> None:
        """Add the only text of an entry, unless it says nothing."""
        if text and not text.isspace():
            self.texts.append(text)
            self.sources.append(source)
            self.entries.append(entry)

    def add(self, entry: Message, form: int, choice: str, way: Spoken, source: str) -> None:
        """Add one way through a text, unless it says nothing."""
        if way.text.strip():
            self.ways[len(self.texts)] = _Way(form, choice, way)
            self.texts.append(way.text)
            self.sources.append(source)
            self.entries.append(entry)


class Speech:
    """Everything that one catalogue says.

    What nobody has confirmed (`fuzzy`) is left out: a translator reads it again anyhow. So are
    translations of nothing but white space (`empty-translation`).
    ``texts`` are in the order of the file; ``entries`` are those that say them;
    ``sources`` is what the source language says in the place of each, nothing in that itself.
    """

    def __init__(self, catalogue: Catalogue, columns: _Columns, *, is_source: bool) -> None:
        self.catalogue = catalogue
        self.texts = columns.texts
        self.sources = columns.sources
        self.entries = columns.entries
        self.is_source = is_source
        self._ways = columns.ways
        self._said: dict[int, Said] = {}

    @property
    def locale(self) -> str:
        """The language of the catalogue."""
        return self.catalogue.locale

    @cached_property
    def own(self) -> JoinedTexts:
        """The texts, to be searched as one."""
        return JoinedTexts(self.texts)

    @cached_property
    def beside(self) -> JoinedTexts:
        """The sources, to be searched as one."""
        return JoinedTexts(self.sources)

    def at(self, number: int) -> Said:
        """Return the text of a number, as the same object however often it is asked for."""
        said = self._said.get(number)
        if said is None:
            said = self._said[number] = self._make(number)
        return said

    def those(self, numbers: Iterable[int]) -> Iterator[Said]:
        """Yield the texts of some numbers."""
        return map(self.at, numbers)

    def _make(self, number: int) -> Said:
        entry, text = self.entries[number], self.texts[number]
        form, choice, way = self._ways.get(number, (0, "", None))
        if way is None and (written := _only_text(entry, of_source=self.is_source)) != text:
            way = simple_way(written)
        source = None if self.is_source else self.sources[number]
        return Said(entry, form, text, source, choice, way)

    def has(self, character: re.Pattern[str]) -> bool:
        """Tell whether any text has a character."""
        return self.own.has(character)

    def where(
        self, pattern: re.Pattern[str], *, needs: Iterable[str | re.Pattern[str]] = ()
    ) -> Iterator[tuple[Said, int, int]]:
        """Yield each match of a pattern: the text it is in, and the offsets within that text.

        Of a text with very many only the first are told.
        ``needs`` are strings, or characters as patterns, that every match has in it. Few catalogues
        have them all, and the others need not be searched.
        """
        if not all(map(self.own.has, needs)):
            return
        told = Counter[int]()
        for number, start, end in self.own.find(pattern):
            told[number] += 1
            if told[number] <= _MOST_TOLD:
                yield self.at(number), start, end

    def having(self, pattern: re.Pattern[str]) -> Iterator[Said]:
        """Yield every text that has a match, or whose source has one."""
        found = self.own.those_with(pattern) | self.beside.those_with(pattern)
        return self.those(sorted(found))

    def keeps(self, phrase: str) -> bool:
        """Tell whether a phrase of several words stands within other texts, too: as a name does."""
        return " " in phrase and self.own.joined.count(phrase) > _AS_A_NAME

    def lacking(self, pattern: re.Pattern[str]) -> Iterator[Said]:
        """Yield every text without a match, where most texts have one."""
        search = pattern.search
        return self.those(n for n, text in enumerate(self.texts) if search(text) is None)

    def finding(
        self,
        rule: Rule,
        said: Said,
        message: str,
        *,
        span: tuple[int, int] | None = None,
        hint: str | None = None,
        mend: Mend | None = None,
    ) -> Finding:
        """Make a finding at a text, or at the characters ``span`` of it; ``mend`` is its fix."""
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
            fixes=self._fixes(said, mend),
            notes=() if self.is_source else (Note("the source text", entry.places.source),),
        )

    def _fixes(self, said: Said, mend: Mend | None) -> tuple[Fix, ...]:
        """Return what mends a text as it is written; nothing where syntax stands in between."""
        if mend is None:
            return ()
        texts = said.entry.source_texts if self.is_source else said.entry.texts
        span = written_span(mend, said.text, said.way, texts[said.form])
        if span is None:
            return ()
        path, label, old = self.catalogue.path, said.entry.label, said.text[mend.start : mend.end]
        return (ReplaceText(path, label, said.form, *span, old, mend.new, self.is_source),)


def _only_text(entry: Message, *, of_source: bool) -> str:
    return entry.source if of_source else entry.texts[0]


def speeches(scope: Scope) -> tuple[Speech, ...]:
    """Return what every catalogue says."""
    return tuple(
        Speech(
            one.catalogue,
            _of_source(one) if one.is_source else _of_translation(one),
            is_source=one.is_source,
        )
        for one in scope.once(sourced_catalogues)
    )


def _of_source(one: SourcedCatalogue) -> _Columns:
    entries = [entry for entry in one.plain if entry.source and not entry.source.isspace()]
    columns = _Columns([entry.source for entry in entries], [], entries)
    for entry in one.others:
        for form, text in enumerate(entry.source_texts):
            for way in read_message(text).ways:
                columns.add(entry, form, way.choice, way, "")
    columns.sources.clear()
    return columns


def _of_translation(one: SourcedCatalogue) -> _Columns:
    entries = [entry for entry in one.plain if _is_said(entry)]
    columns = _Columns(
        [entry.texts[0] for entry in entries], [entry.source for entry in entries], entries
    )
    for entry in one.others:
        if entry.flags and entry.fuzzy:
            continue
        if entry.source_plural is None and len(entry.texts) == 1:
            text, source = read_message(entry.texts[0]), read_message(entry.source)
            if text.arguments is not None and source.arguments is not None:
                columns.add_simple(entry, said_simply(text.text), said_simply(source.text))
                continue
        _add_ways(columns, entry)
    return columns


def _is_said(entry: Message) -> bool:
    text = entry.texts[0]
    return bool(text) and not text.isspace() and not (entry.flags and entry.fuzzy)


def _add_ways(columns: _Columns, entry: Message) -> None:
    """Add every way through every form, each beside the way of the source that it goes."""
    sources = [read_message(text).ways for text in entry.source_texts]
    counted = len(entry.texts) > 1 or entry.source_plural is not None
    for form, text in enumerate(entry.texts):
        beside = sources[entry.source_form(form)]
        for way in read_message(text).ways if beside else ():
            source = _beside(beside, way.choice)
            columns.add(entry, form, way.choice or (str(form) if counted else ""), way, source.text)


def _beside(sources: tuple[Spoken, ...], choice: str) -> Spoken:
    """Return the way of the source with the same choice, else its `other`, else its last."""
    for wanted in (choice, "other"):
        for way in sources:
            if way.choice == wanted:
                return way
    return sources[-1]
