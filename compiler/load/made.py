"""What was made of files, so that nobody who has some of the same files makes it again."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from compiler.base.finding import Finding
from compiler.load.sources import Source
from compiler.model.catalogue import Catalogue
from compiler.model.entity import Entity
from compiler.read.document import Suppression


class Said(NamedTuple):
    """What there was to say while an entity was made: findings, and remarks that silence some.

    ``claimed`` are the files that it answers for, ``digests`` the SHA-256 of those that were read.
    """

    findings: tuple[Finding, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    claimed: frozenset[str] = frozenset()
    digests: Mapping[str, str] = {}


class MadeEntity(NamedTuple):
    """An entity by what it was made of; None where that could not be used."""

    source: Source
    is_overlay: bool
    entity: Entity[Any] | None
    said: Said


@dataclass(frozen=True, slots=True)
class Made:
    """Entities and catalogues by the path of their file.

    They depend on the languages, too: versions with other languages have nothing in common.
    """

    entities: dict[str, MadeEntity] = field(default_factory=dict)
    catalogues: dict[str, Catalogue] = field(default_factory=dict)

    def of(self, same: AbstractSet[str]) -> "Made":
        """Return what was made of these files alone."""
        return Made(
            {path: one for path, one in self.entities.items() if _read(one.source) <= same},
            {path: one for path, one in self.catalogues.items() if path in same},
        )


@dataclass(frozen=True, slots=True)
class Kept:
    """Entities of an earlier run by the path of their file, and which files are what they were.

    ``digests`` has the SHA-256 of each file of which it is known without reading it. ``catalogues``
    are known by path and SHA-256.
    """

    digests: Mapping[str, str] = field(default_factory=dict)
    entities: Mapping[str, MadeEntity] = field(default_factory=dict)
    catalogues: Mapping[tuple[str, str], Catalogue] = field(default_factory=dict)

    def entity(self, source: Source, *, is_overlay: bool) -> MadeEntity | None:
        """Return what is kept of an entity; None where it was made of anything else."""
        made = self.entities.get(source.path)
        if made is None or made[:2] != (source, is_overlay):
            return None
        are_same = all(self.digests.get(path) == one for path, one in made.said.digests.items())
        return made if are_same else None


def _read(source: Source) -> AbstractSet[str]:
    """Return the files that are read to make an entity; of images the names are enough."""
    return {source.path, *source.sidecars.values()}
