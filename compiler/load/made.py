"""What was made of files, so that a version with some of the same files need not make it again."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from compiler.load.sources import Source
from compiler.model.catalogue import Catalogue
from compiler.model.entity import Entity


class MadeEntity(NamedTuple):
    """An entity by what it was made of; None where that could not be used."""

    source: Source
    is_overlay: bool
    entity: Entity[Any] | None


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


def _read(source: Source) -> AbstractSet[str]:
    """Return the files that are read to make an entity; of images the names are enough."""
    return {source.path, *source.sidecars.values()}
