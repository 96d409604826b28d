"""Short strings: catalogues of one namespace and locale, and the messages in them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from compiler.base.place import Place


@dataclass(frozen=True, slots=True)
class MessagePlaces:
    """Where the parts of a message stand; ``texts`` has one place a plural form."""

    label: Place
    source: Place
    texts: tuple[Place, ...]
    flags: Place

    def text(self, index: int, start: int, end: int) -> Place:
        return self.texts[index]

    def source_part(self, index: int, start: int, end: int) -> Place:
        return self.source


@dataclass(frozen=True, slots=True)
class Message:
    """One entry of a catalogue.

    ``source`` is the source text as this catalogue knows it, ``texts`` the translation: one string,
    or one a gettext plural form; empty strings are untranslated. ``previous`` is the source text
    that a fuzzy translation was made from. In the source locale's catalogue ``texts`` are empty.
    """

    label: str
    source: str
    texts: tuple[str, ...]
    places: MessagePlaces
    source_plural: str | None = None
    flags: frozenset[str] = frozenset()
    previous: str | None = None
    comments: tuple[str, ...] = ()
    references: tuple[str, ...] = ()

    @property
    def fuzzy(self) -> bool:
        """Whether a translator has still to look at it."""
        return "fuzzy" in self.flags

    @property
    def translated(self) -> bool:
        """Whether there is any text."""
        return any(self.texts)

    @property
    def source_texts(self) -> tuple[str, ...]:
        """The source text in the form of ``texts``: one string, or singular and plural."""
        if self.source_plural is None:
            return (self.source,)
        return (self.source, self.source_plural)


class Standing(StrEnum):
    """How a translation stands to its source."""

    MISSING = "missing"
    STALE = "stale"
    UNREVIEWED = "unreviewed"
    CURRENT = "current"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The messages of one namespace in one locale, in file order, by label.

    ``plural_forms`` is the value of the header, as written.
    """

    namespace: str
    locale: str
    path: str
    messages: Mapping[str, Message] = field(default_factory=dict)
    plural_forms: str | None = None
    header: Mapping[str, str] = field(default_factory=dict)
    header_places: Mapping[str, Place] = field(default_factory=dict)

    def header_place(self, name: str) -> Place:
        """Return where a field of the header begins, or the beginning of the file."""
        return self.header_places.get(name, Place(self.path))


def standing(source: Message, translation: Message | None) -> Standing:
    """Compare a translation with the source's entry of the same label."""
    if translation is None or not translation.translated:
        return Standing.MISSING
    changed = (translation.source, translation.source_plural) != (
        source.source,
        source.source_plural,
    )
    if changed or (translation.fuzzy and translation.previous is not None):
        return Standing.STALE
    if translation.fuzzy:
        return Standing.UNREVIEWED
    return Standing.CURRENT
