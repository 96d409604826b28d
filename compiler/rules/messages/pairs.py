"""Entries whose texts have syntax, set against their source: what rules about structure look at."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from compiler.base.finding import Finding, Note
from compiler.base.place import Place
from compiler.base.rule import Rule
from compiler.messages.i18next_simple import NESTING, is_plainly_expressible
from compiler.messages.icu import is_plain
from compiler.messages.reading import Reading, read_message
from compiler.model.catalogue import Catalogue, Message
from compiler.rules.check import Scope


class Form(NamedTuple):
    """One text of an entry as a message; ``number`` is that of the gettext plural form."""

    number: int
    reading: Reading


class Pair(NamedTuple):
    """An entry in one language with the source texts it was made from.

    ``forms`` are the texts that say anything: in the source language the source's own, and then
    ``origin`` is empty. ``current`` are the source texts as they are today, which is what the
    application passes values for; they differ from ``origin`` where the translation is stale.
    """

    catalogue: Catalogue
    entry: Message
    forms: tuple[Form, ...]
    origin: tuple[Reading, ...]
    current: tuple[Reading, ...]

    @property
    def entity(self) -> str:
        """The reference of the string."""
        return entity_of(self.catalogue, self.entry)

    @property
    def is_source(self) -> bool:
        """Whether this is the source text itself."""
        return not self.origin

    @property
    def sound(self) -> bool:
        """Whether everything could be parsed."""
        read = (*(form.reading for form in self.forms), *self.origin, *self.current)
        return all(reading.error is None for reading in read)

    def place(self, form: Form, start: int | None = None, end: int = 0) -> Place:
        """Return where a form stands, or the characters from ``start`` to ``end`` of it."""
        return place_of(self.entry, form.number, start, end, of_source=self.is_source)

    def finding(
        self,
        rule: Rule,
        form: Form,
        message: str,
        *,
        span: tuple[int, int] | None = None,
        hint: str | None = None,
        beside_source: bool = True,
    ) -> Finding:
        """Make a finding at a form, with the source text for a note where there is one."""
        note = Note("the source text", self.entry.places.source)
        start, end = span or (None, 0)
        return rule.at(
            self.place(form, start, end),
            message,
            hint=hint,
            entity=self.entity,
            locale=self.catalogue.locale,
            notes=(note,) if beside_source and not self.is_source else (),
        )


def entity_of(catalogue: Catalogue, entry: Message) -> str:
    """Return the reference of a string."""
    return f"translations/{catalogue.namespace}:{entry.label}"


def place_of(
    entry: Message, index: int, start: int | None = None, end: int = 0, *, of_source: bool = False
) -> Place:
    """Return the place of a text of an entry, or of some characters of it."""
    places = entry.places
    if start is None:
        if of_source:
            return places.source
        return places.texts[index] if index < len(places.texts) else places.label
    if of_source:
        return places.source_part(index, start, end)
    return places.text(index, start, end)


class SourcedCatalogue(NamedTuple):
    """A catalogue with the source texts of its labels; ``is_source`` where it is them itself."""

    catalogue: Catalogue
    sources: Mapping[str, Message]
    is_source: bool


def sourced_catalogues(scope: Scope) -> Iterator[SourcedCatalogue]:
    """Yield every catalogue as it is written, with the source that holds in its area."""
    tongue = scope.content.languages.source
    for area, catalogue in scope.catalogues():
        source = scope.effective[area].catalogues.get((catalogue.namespace, tongue))
        sources = source.messages if source is not None else {}
        yield SourcedCatalogue(catalogue, sources, catalogue.locale == tongue)


def pairs(scope: Scope) -> tuple[Pair, ...]:
    """Return every entry whose structure is worth a look, in the source language and in others.

    Most are not: plain text, and text with the same simple arguments as its source.
    """
    found = []
    for one in sourced_catalogues(scope):
        read, is_fine = (_source, _is_fine) if one.is_source else (_translation, _is_alike)
        for entry in one.catalogue.messages.values():
            if entry.source_plural is None and is_fine(one, entry):
                continue
            pair = read(one, entry)
            if pair is not None:
                found.append(pair)
    return tuple(found)


def _is_fine(_: SourcedCatalogue, entry: Message) -> bool:
    """Tell whether a source text is plain or simple, in i18next too."""
    return _is_plain(entry.source) or is_plainly_expressible(read_message(entry.source))


def _is_alike(one: SourcedCatalogue, entry: Message) -> bool:
    """Tell whether an entry is plain text, or asks for the same as its source does today."""
    source, text = entry.source, entry.texts[0]
    if len(entry.texts) > 1:
        return False
    if _is_plain(source) and _is_plain(text):
        return True
    own, beside = read_message(text), read_message(source)
    if own.arguments != beside.arguments or not is_plainly_expressible(own) or entry.fuzzy:
        return False
    today = one.sources.get(entry.label)
    return today is None or (today.source == source and today.source_plural is None)


def _is_plain(text: str) -> bool:
    return is_plain(text) and NESTING not in text


def _source(one: SourcedCatalogue, entry: Message) -> Pair:
    own = tuple(read_message(text) for text in entry.source_texts)
    forms = tuple(Form(index, reading) for index, reading in enumerate(own))
    return Pair(one.catalogue, entry, forms, (), own)


def _translation(one: SourcedCatalogue, entry: Message) -> Pair | None:
    beside = entry.source_texts
    forms = tuple(
        Form(index, read_message(text)) for index, text in enumerate(entry.texts) if text.strip()
    )
    if not forms:
        return None
    origin = (entry.previous_texts if entry.fuzzy else ()) or beside
    today = one.sources.get(entry.label)
    current = beside if today is None else today.source_texts
    return Pair(
        one.catalogue,
        entry,
        forms,
        tuple(read_message(text) for text in origin),
        tuple(read_message(text) for text in current),
    )
