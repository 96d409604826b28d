"""Languages: which is the source, which are translated, which a visitor may choose."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pydantic import Field

from compiler.base.place import Places
from compiler.model.record import LocaleTag, Record

LANGUAGES_FILE = "content/configurations/languages.yaml"


class LanguagesRecord(Record):
    """configurations/languages.yaml."""

    source: LocaleTag = Field(examples=["en"], description="What everything is translated from.")
    active: list[LocaleTag] = Field(default_factory=list, description="Being translated.")
    enabled: list[LocaleTag] = Field(
        default_factory=list, description="What a visitor may choose; active ones only."
    )
    fallbacks: dict[LocaleTag, LocaleTag] = Field(
        default_factory=dict,
        description="Where a language looks for what it lacks, if not to its parent: `es-MX: es`.",
    )


@dataclass(frozen=True, slots=True)
class Chain:
    """Where a locale looks for what it lacks, nearest first, itself not included.

    ``parents`` are locales it inherits from and stays complete; ``others`` are shown to visitors
    in want of better (an explicit fallback to another language, and the source last).
    """

    parents: tuple[str, ...] = ()
    others: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        """The whole chain, nearest first."""
        return self.parents + self.others


@dataclass(frozen=True, slots=True)
class Languages:
    """The languages of a repository, with fallbacks resolved.

    ``active`` and ``enabled`` are in the author's order; ``readable`` is false where
    languages.yaml is absent or broken, and nothing that needs it can be judged. ``pseudo`` are
    those that were made for a test, which every area shows.
    """

    source: str = "en"
    active: Sequence[str] = ("en",)
    enabled: Sequence[str] = ()
    fallbacks: Mapping[str, str] = field(default_factory=dict)
    chains: Mapping[str, Chain] = field(default_factory=dict)
    places: Places = field(default_factory=lambda: Places(LANGUAGES_FILE))
    readable: bool = True
    pseudo: Sequence[str] = ()

    def chain(self, locale: str) -> Chain:
        """Return the fallback chain of an active locale."""
        return self.chains.get(locale, Chain())
