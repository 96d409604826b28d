"""How entities of any kind are loaded: files found, record typed, languages joined."""

from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from typing import Any

from compiler.load.files import Folder
from compiler.load.intake import Intake
from compiler.load.localising import (
    LOCALES,
    duplicates,
    inline_localisations,
    sidecar_localisations,
)
from compiler.load.made import Kept, Made, MadeEntity
from compiler.load.rules_records import OVERLAY_FORBIDDEN_KEY, UNKNOWN_KEY
from compiler.load.shape import keys_of
from compiler.load.sources import KnownLocale, Source, Sources
from compiler.load.validating import Reword, Subject, validate
from compiler.load.wording import Problem, Wording
from compiler.model.entity import Entity
from compiler.model.languages import Languages
from compiler.model.localised import Localisation
from compiler.model.record import Record
from compiler.model.reference import Kind
from compiler.read.document import Document


@dataclass(frozen=True, slots=True)
class Loading:
    """One run: where files come from, which locales count as such, and what languages there are.

    ``made`` is what it makes of files, ``known`` what a later version made of the same, ``kept``
    what an earlier run did.
    """

    intake: Intake
    is_known: KnownLocale
    languages: Languages
    made: Made = field(default_factory=Made)
    known: Made = field(default_factory=Made)
    kept: Kept = field(default_factory=Kept)

    @property
    def source_locale(self) -> str:
        """The source language."""
        return self.languages.source

    def can_spare(self, locales: AbstractSet[str | None]) -> bool:
        """Tell whether an entity is as good without these languages: none of them is published."""
        needed = {None, self.languages.source, *self.languages.enabled}
        return not locales or (self.languages.readable and needed.isdisjoint(locales))


Finish = Callable[[Entity[Any], Source, Loading], Entity[Any]]


Named = Callable[[Any, Source], Iterable[str]]


def _no_files(data: Any, source: Source) -> Iterable[str]:  # noqa: ANN401, ARG001 - of a YAML file
    return ()


def _unchanged(entity: Entity[Any], source: Source, loading: Loading) -> Entity[Any]:  # noqa: ARG001
    return entity


@dataclass(frozen=True, slots=True)
class EntityKind:
    """One line of the table of kinds.

    ``model`` is the record, ``overlay`` what an area may say differently of a shared one.
    ``sources`` finds the entities of a folder, ``finish`` adds what only this kind has, ``hint``
    says to the author of a file that nobody reads what it might have been meant for. ``named``
    returns the paths of files that the YAML names, whatever else is wrong with it: these are not to
    be called stray as well. Of YAML that cannot be read, any word may be the name of a file.
    """

    kind: Kind
    noun: str
    model: type[Record]
    overlay: type[Record]
    sources: Callable[[Folder, KnownLocale], Sources]
    hint: Callable[[str], str]
    finish: Finish = _unchanged
    named: Named = _no_files


@dataclass(frozen=True, slots=True)
class LoadedKind:
    """The entities of one kind in one layer; ``declared`` has the path of every label."""

    entities: Mapping[str, Entity[Any]]
    declared: Mapping[str, str]

    @property
    def broken(self) -> set[str]:
        """The labels that have files and could not be loaded."""
        return set(self.declared) - set(self.entities)


def load_kind(
    kind: EntityKind, folder: Folder, loading: Loading, shared: LoadedKind | None = None
) -> LoadedKind:
    """Load one folder; labels that ``shared`` has too are overlays of an area."""
    sources = kind.sources(folder, loading.is_known)
    loading.intake.claim(*sources.claimed)
    loading.intake.report(sources.findings)
    entities: dict[str, Entity[Any]] = {}
    for source in sources.sources:
        is_overlay = shared is not None and source.label in shared.declared
        entity = _entity(kind, source, loading, area=folder.area, is_overlay=is_overlay)
        if entity is None:
            # What is wrong has been said; its other files are not to be called stray as well.
            loading.intake.claim(*source.files)
        elif not is_overlay or (shared is not None and source.label in shared.entities):
            entities[source.label] = entity
    return LoadedKind(entities, {source.label: source.path for source in sources.sources})


def _entity(
    kind: EntityKind, source: Source, loading: Loading, *, area: str | None, is_overlay: bool
) -> Entity[Any] | None:
    known = loading.known.entities.get(source.path)
    if known is not None and known[:2] == (source, is_overlay):
        return known.entity
    made = loading.kept.entity(source, is_overlay=is_overlay)
    if made is None:
        intake = loading.intake.apart()
        alone = replace(loading, intake=intake)
        entity = _load_entity(kind, source, alone, area=area, is_overlay=is_overlay)
        made = MadeEntity(source, is_overlay, entity, intake.said())
    loading.intake.take(made.said)
    loading.made.entities[source.path] = made
    return made.entity


def _load_entity(
    kind: EntityKind, source: Source, loading: Loading, *, area: str | None, is_overlay: bool
) -> Entity[Any] | None:
    intake = loading.intake
    name = f"{kind.kind}/{source.label}"
    sidecars = sidecar_localisations(intake, source, name)
    document = intake.yaml(source.path, name)
    if document is None:
        intake.claim(*map(source.beside, intake.words(source.path)))
        return None
    if not loading.can_spare(set(source.sidecars) - set(sidecars)):
        return None
    record = _record(kind, document, source, loading, is_overlay=is_overlay)
    if record is None:
        return None
    inline = inline_localisations(record, document.places)
    intake.report(duplicates(source, inline, document.places, name))
    entity = Entity(
        kind=kind.kind,
        label=source.label,
        record=record,
        places=document.places,
        locales=_in_order(inline, sidecars),
        area=area,
        files=source.files,
    )
    return kind.finish(entity, source, loading)


def _record(
    kind: EntityKind, document: Document, source: Source, loading: Loading, *, is_overlay: bool
) -> Record | None:
    """Return the record; where only languages that can be spared are wrong, without these."""
    name = f"{kind.kind}/{source.label}"
    model = kind.overlay if is_overlay else kind.model
    noun = f"an area's difference to {kind.noun}" if is_overlay else kind.noun
    reword = overlay_wording(kind.model) if is_overlay else None
    subject = Subject(noun, document.places, name, reword=reword)
    record, findings = validate(document.data, model, subject)
    loading.intake.report(findings)
    if record is None:
        loading.intake.claim(*kind.named(document.data, source))
    wrong = {finding.locale for finding in findings}
    if record is None and loading.can_spare(wrong):
        locales = {tag: one for tag, one in document.data[LOCALES].items() if tag not in wrong}
        record, _ = validate({**document.data, LOCALES: locales}, model, subject)
    return record


def _in_order(
    inline: Mapping[str, Localisation], sidecars: Mapping[str, Localisation]
) -> dict[str, Localisation]:
    """Return the inline languages in file order, then those beside the file by name."""
    return {**inline, **{locale: sidecars[locale] for locale in sorted(sidecars)}}


def overlay_wording(full: type[Record]) -> Reword:
    """Return words for keys that the shared record may have and an area's difference may not."""

    def reword(problem: Problem, wording: Wording) -> Wording:
        key = str(problem.location[-1]) if problem.location else ""
        is_top = len(problem.location) == 1
        if wording.rule is not UNKNOWN_KEY or not is_top or key not in keys_of(full):
            return wording
        allowed = " and ".join(f"`{one}`" for one in keys_of(problem.model))
        return Wording(
            OVERLAY_FORBIDDEN_KEY,
            f"`{key}` is the same in all areas, and cannot be set for one",
            f"an area may set {allowed}; change `{key}` in the shared file, or remove this line",
        )

    return reword
