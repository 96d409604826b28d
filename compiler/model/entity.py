"""One entity of the repository: its record, its languages, and where all that stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from compiler.base.place import Places
from compiler.model.localised import Localisation
from compiler.model.record import Record
from compiler.model.reference import Kind, Reference

R_co = TypeVar("R_co", bound=Record, covariant=True)


@dataclass(frozen=True, slots=True)
class Entity(Generic[R_co]):
    """An entity with its record and, by locale in file order, what each language says.

    ``area`` is the area whose overlay it comes from, None for shared content. ``places`` addresses
    the YAML file. ``files`` are the paths of everything that belongs to it.
    """

    kind: Kind
    label: str
    record: R_co
    places: Places
    locales: Mapping[str, Localisation] = field(default_factory=dict)
    area: str | None = None
    files: tuple[str, ...] = ()

    @property
    def reference(self) -> Reference:
        """The entity's name."""
        return Reference(self.kind, self.label)
