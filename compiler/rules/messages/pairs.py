"""Entries whose texts have syntax, set against their source: what rules about structure look at."""

from collections.abc import Iterable
from typing import NamedTuple

from compiler.base.finding import Finding, Note
from compiler.base.place import Place
from compiler.base.rule import Rule
from compiler.messages.i18next_simple import is_plainly_expressible
from compiler.messages.reading import Reading, read_message
from compiler.model.catalogue import Catalogue, Message
from compiler.rules.check import Scope
from compiler.rules.messages.sourced import SourcedCatalogue, sourced_catalogues


class Form(NamedTuple):
    """One text of an entry as a message; ``number`` is that of the gettext plural form."""

    number: int
    reading: Reading


class Pair(NamedTuple):
    """An entry in one language with the source texts it was made from.

    ``forms`` are the texts that say anything: in the source language the source's own, and then
    ``origin`` is empty. ``current`` are the source texts as they are today, which is what the
    application passes values for; they differ from ``origin`` where the translation is stale.
    ``sound`` says that all of them could be read.
    """

    catalogue: Catalogue
    entry: Message
    forms: tuple[Form, ...]
    origin: tuple[Reading, ...]
    current: tuple[Reading, ...]
    sound: bool

    @property
    def entity(self) -> str:
        """The reference of the string."""
        return entity_of(self.catalogue, self.entry)

    @property
    def is_source(self) -> bool:
        """Whether this is the source text itself."""
        return not self.origin

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


def pairs(scope: Scope) -> tuple[Pair, ...]:
    """Return every entry whose structure is worth a look, in the source language and in others.

    Most are not: plain text, and text with the same simple arguments as its source.
    """
    found = []
    for one in scope.once(sourced_catalogues):
        read, is_fine = (_source, _is_fine) if one.is_source else (_translation, _is_alike)
        for entry in one.others:
            if entry.source_plural is None and is_fine(one, entry):
                continue
            pair = read(one, entry)
            if pair is not None:
                found.append(pair)
    return tuple(found)


def _is_fine(_: SourcedCatalogue, entry: Message) -> bool:
    """Tell whether a source text is a simple message that i18next can say, too."""
    return is_plainly_expressible(read_message(entry.source))


def _is_alike(one: SourcedCatalogue, entry: Message) -> bool:
    """Tell whether a simple message asks for the same as its source does today."""
    if len(entry.texts) > 1 or entry.fuzzy:
        return False
    source = entry.source
    own, beside = read_message(entry.texts[0]), read_message(source)
    if own.arguments != beside.arguments or not is_plainly_expressible(own):
        return False
    today = one.sources.get(entry.label)
    return today is None or (today.source == source and today.source_plural is None)


def _source(one: SourcedCatalogue, entry: Message) -> Pair:
    own = tuple(read_message(text) for text in entry.source_texts)
    forms = tuple(Form(index, reading) for index, reading in enumerate(own))
    return Pair(one.catalogue, entry, forms, (), own, _are_sound(own))


def _translation(one: SourcedCatalogue, entry: Message) -> Pair | None:
    beside = entry.source_texts
    forms = tuple(
        Form(index, read_message(text)) for index, text in enumerate(entry.texts) if text.strip()
    )
    if not forms:
        return None
    today = one.sources.get(entry.label)
    current = tuple(map(read_message, beside if today is None else today.source_texts))
    origin = tuple(map(read_message, (entry.previous_texts if entry.fuzzy else ()) or beside))
    sound = _are_sound(form.reading for form in forms) and _are_sound((*origin, *current))
    return Pair(one.catalogue, entry, forms, origin, current, sound)


def _are_sound(readings: Iterable[Reading]) -> bool:
    return all(reading.arguments is not None or reading.error is None for reading in readings)
