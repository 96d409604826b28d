"""What every editing verb works on: the content, the files as they will be, what was done."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from compiler.base.failure import UsageError
from compiler.base.place import Place
from compiler.base.suggest import did_you_mean
from compiler.edit.draft import Draft
from compiler.edit.yaml.edits import Put
from compiler.model.catalogue import Catalogue
from compiler.model.entity import Entity
from compiler.model.overlay import ENTITY_KINDS
from compiler.model.record import Record
from compiler.model.reference import Kind
from compiler.model.waiver import Waiver
from compiler.query.selection import selected
from compiler.rules.check import Scope


class Deed(NamedTuple):
    """What was done to an entry, or why nothing was; ``place`` is where.

    Not ``changed``: it was so already.
    """

    reference: str
    message: str
    place: Place
    changed: bool = True


class StringOf(NamedTuple):
    """A short string: its namespace and label."""

    namespace: str
    label: str

    @property
    def reference(self) -> str:
        """Its name: ``translations/portal:checkout.pay``."""
        return f"{Kind.TRANSLATIONS}/{self.namespace}:{self.label}"


class Chosen(NamedTuple):
    """What was chosen: entities, and strings."""

    entities: tuple[Entity[Any], ...] = ()
    strings: tuple[StringOf, ...] = ()


class Editor:
    """Content, the draft of its files, and what was done.

    ``paths`` are those of all files of the project; ``area`` is the layer that is edited, None for
    what all areas share. ``added`` are labels that are new in a catalogue, by its path.
    """

    def __init__(
        self,
        scope: Scope,
        draft: Draft,
        paths: Sequence[str] = (),
        waivers: Sequence[Waiver] = (),
        area: str | None = None,
    ) -> None:
        if area is not None and area not in scope.content.areas:
            hint = did_you_mean(area, scope.content.areas)
            raise UsageError(f"there is no area `{area}`; {hint or 'this project has none'}")
        self.scope = scope
        self.draft = draft
        self.paths = paths
        self.waivers = waivers
        self.area = area
        self.done: list[Deed] = []
        self.added: dict[str, set[str]] = {}

    @property
    def source(self) -> str:
        """The source language."""
        return self.scope.content.languages.source

    @property
    def active(self) -> tuple[str, ...]:
        """The active languages."""
        return tuple(self.scope.content.languages.active)

    def chosen(self, patterns: Sequence[str], kinds: Collection[str], verb: str) -> Chosen:
        """Return what patterns choose in the layer that is edited.

        Raises UsageError where a pattern chooses nothing, or a kind to which this cannot be done.
        """
        entities = {str(one.reference): one for one in self._entities()}
        strings = {one.reference: one for one in self._strings()}
        found = selected(patterns, [*entities, *strings], self.scope.content.broken)
        odd = sorted({one.partition("/")[0] for one in found} - set(kinds))
        if odd:
            can = ", ".join(kinds)
            raise UsageError(f"there is nothing to {verb} of {odd[0]}; that is for {can}")
        return Chosen(
            tuple(one for name, one in entities.items() if name in found),
            tuple(one for name, one in strings.items() if name in found),
        )

    def knows(self, reference: str) -> bool:
        """Tell whether there is such an entry, or such a namespace of strings."""
        names = {str(one.reference) for one in self._entities()}
        strings = [one.reference for one in self._strings()]
        return reference in names.union(strings, (one.partition(":")[0] for one in strings))

    def say(self, entity: Entity[Any], message: str, place: Place | None = None) -> None:
        """Note what was done to an entity."""
        self.done.append(Deed(str(entity.reference), message, place or entity.places.value()))

    def say_of(self, string: StringOf, message: str, place: Place) -> None:
        """Note what was done to a string."""
        self.done.append(Deed(string.reference, message, place))

    def leave(self, reference: str, message: str, place: Place) -> None:
        """Note why nothing was done."""
        self.done.append(Deed(reference, message, place, changed=False))

    def put(self, entity: Entity[Any], field: str, value: object) -> None:
        """Give a field of a record another value, where its kind has it."""
        self.draft.edit(entity.places, Put((field,), value, field_order(type(entity.record))))

    def catalogues(self, namespace: str) -> Iterator[Catalogue]:
        """Yield the catalogues of a namespace in the layer that is edited, the source first."""
        catalogues = self.scope.layers[self.area].catalogues
        found = [one for (name, _), one in catalogues.items() if name == namespace]
        yield from sorted(found, key=lambda one: one.locale != self.source)

    def _entities(self) -> Iterator[Entity[Any]]:
        if self.area is None:
            yield from (one.record for one in self.scope.content.areas.values())
            yield from self.scope.content.owners.values()
        for kind in ENTITY_KINDS:
            entities: Mapping[str, Entity[Any]] = getattr(self.scope.layers[self.area], kind)
            yield from entities.values()

    def _strings(self) -> Iterator[StringOf]:
        for catalogue in self.scope.layers[self.area].catalogues.values():
            if catalogue.locale == self.source or self.area is not None:
                for label in catalogue.messages:
                    yield StringOf(catalogue.namespace, label)


def field_order(model: type[Record]) -> tuple[str, ...]:
    """Return the keys of a record in the order in which they are written."""
    return tuple(field.alias or name for name, field in model.model_fields.items())
