"""One entry in one language that is to be translated: its pieces, and what becomes of answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from compiler.base.hashing import canonical_json, sha256
from compiler.base.place import Place
from compiler.base.spots import Route
from compiler.model.catalogue import Catalogue, Message, Standing
from compiler.model.entity import Entity
from compiler.model.localised import Localisation
from compiler.translate.cutting import Cut


class Piece(NamedTuple):
    """One text of an entry: its name (``title``, ``properties.button``, ``few``) and how it is cut.

    ``source`` is the text that is translated, ``former`` the translation that is stale.
    ``original`` is the text of the source language, by which the memory knows it.
    """

    name: str
    cut: Cut
    source: str
    former: str = ""
    original: str = ""


@dataclass(frozen=True, slots=True)
class StringTarget:
    """A string: its source of today, and the catalogue that the translation goes to.

    ``forms`` are for each form of the translation the names of its piece; a single ``text`` where
    it is no plural.
    """

    namespace: str
    source: Message
    own: Message | None
    catalogue: Catalogue
    plural_forms: str | None
    forms: tuple[str, ...]
    kept: Mapping[str, str] = field(default_factory=dict)

    def assembled(self, values: Mapping[str, str]) -> tuple[str, ...]:
        """Return the texts, one a plural form."""
        return tuple(self.kept.get(name) or values[name] for name in self.forms)


@dataclass(frozen=True, slots=True)
class EntityTarget:
    """An entity: as it is written and as it takes effect, and what the translation begins with.

    ``data`` are the values that no translator is asked for, by route; ``stamp`` is what `from`
    becomes; ``order`` has all routes that are written, as the source has them.
    """

    written: Entity[Any]
    effective: Entity[Any]
    source: Localisation
    own: Localisation | None
    stamp: str
    routes: Mapping[str, Route]
    data: Mapping[Route, Any]
    order: tuple[Route, ...] = ()

    def assembled(self, values: Mapping[str, str]) -> dict[Route, Any]:
        """Return all values that are to be written, by route."""
        said = {**self.data, **{self.routes[name]: text for name, text in values.items()}}
        return {route: said[route] for route in self.order}


Target = StringTarget | EntityTarget


@dataclass(frozen=True, slots=True)
class Task:
    """One entry in one language; ``place`` is where it is, or where its source is."""

    reference: str
    locale: str
    standing: Standing
    pieces: tuple[Piece, ...]
    target: Target
    place: Place
    comments: tuple[str, ...] = ()
    neighbours: tuple[tuple[str, str], ...] = ()
    former_source: str = ""
    max_length: int | None = None

    @property
    def name(self) -> str:
        """Its name with the language, the same in every run."""
        return f"{self.reference}@{self.locale}"

    @property
    def segments(self) -> int:
        """How many texts are to be asked for."""
        return sum(len(piece.cut.segments) for piece in self.pieces)

    @property
    def state(self) -> str:
        """A digest of what the translation is made from and of what it takes the place of."""
        target = self.target
        if isinstance(target, StringTarget):
            own = target.own
            there: Any = None if own is None else [own.texts, sorted(own.flags), own.source]
            said: Any = [target.source.source, target.source.source_plural, there]
        else:
            mine = target.own
            there = None if mine is None else [mine.own(), dict(mine.descriptions), mine.stamp]
            said = [target.source.own(), dict(target.source.descriptions), there]
        return sha256(canonical_json([said, [piece.source for piece in self.pieces]]))


class Skipped(NamedTuple):
    """An entry that cannot be translated, and why."""

    reference: str
    locale: str
    reason: str
    place: Place


def joined_answers(piece: Piece, answers: Sequence[str]) -> str:
    """Return a piece put together from the answers to its segments. Raises AnswerFault."""
    return piece.cut.join(answers)
