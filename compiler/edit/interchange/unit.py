"""One string of another tool's file, as that file writes it, whatever the format."""

from collections.abc import Mapping
from dataclasses import dataclass

from compiler.base.finding import Finding
from compiler.base.place import Place

CATEGORIES = ("zero", "one", "two", "few", "many", "other")
"""CLDR's plural categories, in the order in which they are written."""


@dataclass(frozen=True, slots=True)
class Plural:
    """A text by plural category; ``ordinal`` for 1st, 2nd, 3rd."""

    forms: Mapping[str, str]
    ordinal: bool = False


@dataclass(frozen=True, slots=True)
class Unit:
    """One string of a foreign file.

    ``key`` is the way to it through nested keys, None where the source text is the key (gettext);
    then ``source`` has it, singular first. ``text`` is what the file says in its language: a
    string, a plural, or one string a gettext plural form. Empty is untranslated.
    ``comments`` are for translators, ``notes`` from them. ``spelt`` says that its texts are ICU
    already, and has the style and the spellings by argument that are to be remembered; ``handed``
    is the digest with which it went out to a translator; ``alone`` the form of a plural that stands
    under the key without a suffix as well.
    """

    place: Place
    text: str | Plural | tuple[str, ...]
    key: tuple[str, ...] | None = None
    source: tuple[str, ...] = ()
    context: str | None = None
    comments: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    previous: tuple[str, ...] | None = None
    spelt: tuple[str | None, Mapping[str, str]] | None = None
    handed: str | None = None
    alone: str | None = None

    @property
    def texts(self) -> tuple[str, ...]:
        """All texts, whatever their form."""
        if isinstance(self.text, Plural):
            return tuple(self.text.forms.values())
        return (self.text,) if isinstance(self.text, str) else self.text

    @property
    def translated(self) -> bool:
        """Whether there is any text."""
        return any(self.texts)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something of a foreign file that cannot come in: where it stands, its name, why."""

    place: Place
    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class ForeignFile:
    """What a foreign file holds, in file order.

    ``findings`` say why it has less than it should. ``header`` and ``opening`` (the comments above
    it) are gettext's, ``root`` is the locale that Rails puts above everything, ``fields`` are the
    names of message and description where each message of a JSON file is a record.
    """

    path: str
    units: tuple[Unit, ...] = ()
    findings: tuple[Finding, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    obsolete: int = 0
    header: Mapping[str, str] | None = None
    opening: str = ""
    root: str | None = None
    fields: tuple[str, ...] = ()
