"""Areas: areas/<area>/area.yaml, with a logo beside it; what else lies there is an overlay."""

from dataclasses import replace
from typing import TypeVar

from compiler.base.finding import Finding
from compiler.base.place import Place
from compiler.load.entity_kind import Loading
from compiler.load.files import Folder, LayerFiles
from compiler.load.labels import bad_label, bad_part
from compiler.load.logos import with_logo
from compiler.load.records import load_records
from compiler.load.rules_files import AREA_WITHOUT_RECORD
from compiler.load.sources import Source, Sources, folder_sources
from compiler.model.area import RESERVED_AREAS, Area, sign_on_files
from compiler.model.banner import IMAGE_SUFFIXES
from compiler.model.entity import Entity
from compiler.model.reference import Kind

RECORD = "area.yaml"
E = TypeVar("E")


def area_hint(name: str) -> str:
    """Say what a file beside area.yaml might have been meant for."""
    if name.endswith(IMAGE_SUFFIXES):
        return f"the record does not name it; write `branding: {{logo: {name}}}` in `{RECORD}`"
    return f"an area has `{RECORD}`, what that names, and folders with what it has different"


def load_areas(
    loading: Loading, areas: dict[str, LayerFiles]
) -> tuple[dict[str, Entity[Area]], dict[str, str]]:
    """Return the records of areas by name, and the path of every area that has a folder."""
    folder = Folder(
        f"content/{Kind.AREAS}",
        tuple(f"{name}/{file}" for name, layer in areas.items() for file in layer.loose),
    )
    sources = folder_sources(folder, Kind.AREAS, RECORD)
    loading.intake.report(_reserved_refused(sources))
    allowed = tuple(source for source in sources.sources if source.label not in RESERVED_AREAS)
    found, declared = load_records(
        loading, replace(sources, sources=allowed), Kind.AREAS, Area, "an area"
    )
    loading.intake.report(_without_record(areas, folder))
    beside = {source.label: source for source in allowed}
    branded = {name: with_logo(one, beside[name], loading) for name, one in found.items()}
    return {
        name: _with_sign_on_files(one, beside[name], loading) for name, one in branded.items()
    }, declared


def _reserved_refused(sources: Sources) -> list[Finding]:
    return [
        bad_label(source.path, source.label, Kind.AREAS)
        for source in sources.sources
        if source.label in RESERVED_AREAS
    ]


def _without_record(areas: dict[str, LayerFiles], folder: Folder) -> list[Finding]:
    findings = []
    for name, layer in areas.items():
        if RECORD in layer.loose:
            continue
        first = next(iter(_files(layer)))
        if bad_part([name]) is not None:
            findings.append(bad_label(first, name, Kind.AREAS))
            continue
        findings.append(
            AREA_WITHOUT_RECORD.at(
                Place(first),
                f"there is no area `{name}`: `{folder.path}/{name}` has no `{RECORD}`",
                hint=f"write `{folder.path}/{name}/{RECORD}`, or rename the folder",
                entity=f"{Kind.AREAS}/{name}",
            )
        )
    return findings


def _files(layer: LayerFiles) -> list[str]:
    inside = [folder.full(name) for folder in layer.folders.values() for name in folder.files]
    return sorted([*inside, *(f"{layer.path}/{name}" for name in layer.loose)])


def _with_sign_on_files(entity: Entity[Area], source: Source, loading: Loading) -> Entity[Area]:
    """Answer for certificates and metadata; where one is not there, a rule says so."""
    paths = tuple(source.beside(name) for _, name in sign_on_files(entity.record))
    loading.intake.claim(*paths)
    return replace(entity, files=(*entity.files, *paths))
