"""The logo that an area or owner names: an image beside its file."""

from dataclasses import replace
from typing import TypeVar

from compiler.load.entity_kind import Loading
from compiler.load.labels import asset_name_finding
from compiler.load.sources import Source
from compiler.model.area import Area
from compiler.model.entity import Entity
from compiler.model.owner import Owner

B = TypeVar("B", Area, Owner)


def with_logo(entity: Entity[B], source: Source, loading: Loading) -> Entity[B]:
    """Answer for the logo; where it is not there, a rule says so."""
    branding = entity.record.branding
    if branding is None or branding.logo is None:
        return entity
    place = entity.places.value("branding", "logo")
    finding = asset_name_finding(branding.logo, place, "logo", str(entity.reference))
    loading.intake.report([finding] if finding else [])
    path = source.beside(branding.logo)
    loading.intake.claim(path)
    return replace(entity, files=(*entity.files, path))
