"""Short strings: catalogues of one namespace and locale, and the messages in them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, NamedTuple, Protocol

from typing_extensions import override

from compiler.base.finding import Finding
from compiler.base.place import Place


class Locator(Protocol):
    """Tells where the parts of one entry stand, by the keywords of gettext (``msgstr[1]``)."""

    def place(self, part: str) -> Place:
        """Return the place of a text, or of the ``flags``; of the ``msgid`` where it has none."""

    def within(self, part: str, start: int, end: int) -> Place:
        """Return the place of the code points ``start:end`` of a text, as they are written."""


class MessagePlaces(NamedTuple):
    """Where the parts of a message stand; worked out anew whenever somebody asks."""

    locator: Locator
    forms: int

    @property
    def label(self) -> Place:
        """The place of the label."""
        return self.locator.place("msgctxt")

    @property
    def source(self) -> Place:
        """The place of the source text, of the singular where there are two."""
        return self.locator.place("msgid")

    @property
    def texts(self) -> tuple[Place, ...]:
        """The places of the translation, one a plural form."""
        return tuple(self.locator.place(_form(index)) for index in range(self.forms))

    @property
    def flags(self) -> Place:
        """The place of the first flag."""
        return self.locator.place("flags")

    def text(self, form: int, start: int, end: int) -> Place:
        r"""Return the place of the code points ``start:end`` of a plural form, as it is written.

        Escapes are as the file has them, ``\n`` two columns; the place ends with its line.
        """
        return self.locator.within(_form(form), start, end)

    def source_part(self, form: int, start: int, end: int) -> Place:
        """Return the same for the source text: form 0 is the singular, form 1 the plural."""
        return self.locator.within("msgid_plural" if form else "msgid", start, end)


# Final, not frozen, as the entries of catalogues: it is six times as cheap.
@dataclass(slots=True, unsafe_hash=True)
class Message:
    """One entry of a catalogue; equal ones may stand in different files.

    ``source`` is the source text as this catalogue knows it, ``texts`` the translation: one string,
    or one a gettext plural form; empty strings are untranslated. ``previous`` is the source text
    that a fuzzy translation was made from. In the source locale's catalogue ``texts`` are empty.
    """

    label: Final[str]
    source: Final[str]
    texts: Final[tuple[str, ...]]
    locator: Final[Locator] = field(compare=False, repr=False)
    source_plural: Final[str | None] = None
    flags: Final[frozenset[str]] = frozenset()
    previous: Final[str | None] = None
    previous_plural: Final[str | None] = None
    comments: Final[tuple[str, ...]] = ()
    references: Final[tuple[str, ...]] = ()

    @property
    def places(self) -> MessagePlaces:
        """Where its parts stand."""
        return MessagePlaces(self.locator, len(self.texts))

    @property
    def fuzzy(self) -> bool:
        """Whether a translator has still to look at it."""
        return "fuzzy" in self.flags

    @property
    def translated(self) -> bool:
        """Whether there is any text."""
        return any(self.texts)

    @property
    def is_clone(self) -> bool:
        """Whether it is the source text itself, put there to be translated."""
        return self.fuzzy and bool(self.source) and set(self.texts) <= set(self.source_texts)

    @property
    def source_texts(self) -> tuple[str, ...]:
        """The source text in the form of ``texts``: one string, or singular and plural."""
        if self.source_plural is None:
            return (self.source,)
        return (self.source, self.source_plural)

    def source_form(self, form: int) -> int:
        """Return which of ``source_texts`` a form of the translation is compared with."""
        return 0 if form == 0 and len(self.texts) > 1 else len(self.source_texts) - 1

    @property
    def previous_texts(self) -> tuple[str, ...]:
        """The source text that a fuzzy translation was made from; nothing where it is not told."""
        return tuple(text for text in (self.previous, self.previous_plural) if text)


class Standing(StrEnum):
    """How a translation stands to its source."""

    MISSING = "missing"
    STALE = "stale"
    UNREVIEWED = "unreviewed"
    CURRENT = "current"


@dataclass(frozen=True, slots=True)
class CatalogueEntries:
    """What stands in a catalogue: its messages in file order, by label, and its header.

    ``plural_forms`` is the value of the header, as written; ``findings`` say what is wrong with the
    form of the file.
    """

    messages: Mapping[str, Message] = field(default_factory=dict)
    plural_forms: str | None = None
    header: Mapping[str, str] = field(default_factory=dict)
    header_places: Mapping[str, Place] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


class Catalogue:
    """The messages of one namespace in one locale.

    They are read when somebody asks for them, by ``read``, which gives the same whenever it is
    called: so that each language can be read by the process that works on it. ``size`` is the
    number of bytes of the file.
    """

    __slots__ = ("_entries", "_read", "locale", "namespace", "path", "size")

    def __init__(
        self,
        namespace: str,
        locale: str,
        path: str,
        read: Callable[[], CatalogueEntries],
        size: int = 0,
    ) -> None:
        self.namespace: Final = namespace
        self.locale: Final = locale
        self.path: Final = path
        self.size: Final = size
        self._read = read
        self._entries: CatalogueEntries | None = None

    @override
    def __eq__(self, other: object) -> bool:
        """Tell whether two catalogues say the same; reads both."""
        if not isinstance(other, Catalogue):
            return NotImplemented
        return self._name == other._name and self.entries == other.entries

    @override
    def __hash__(self) -> int:
        """Return the hash of its name."""
        return hash(self._name)

    @override
    def __repr__(self) -> str:
        """Return its path."""
        return f"Catalogue({self.path!r})"

    @property
    def _name(self) -> tuple[str, str, str]:
        return (self.namespace, self.locale, self.path)

    @property
    def entries(self) -> CatalogueEntries:
        """What stands in the file."""
        if self._entries is None:
            self._entries = self._read()
        return self._entries

    @property
    def messages(self) -> Mapping[str, Message]:
        """The messages in file order, by label."""
        return self.entries.messages

    @property
    def plural_forms(self) -> str | None:
        """The header `Plural-Forms` as written."""
        return self.entries.plural_forms

    def header_place(self, name: str) -> Place:
        """Return where a field of the header begins, or the beginning of the file."""
        return self.entries.header_places.get(name, Place(self.path))


def standing(source: Message, translation: Message | None) -> Standing:
    """Compare a translation with the source's entry of the same label."""
    if translation is None or not translation.translated or translation.is_clone:
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


def _form(index: int) -> str:
    return f"msgstr[{index}]" if index else "msgstr"
