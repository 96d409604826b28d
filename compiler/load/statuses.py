"""Statuses: statuses/<label>.yaml."""

from compiler.load.entity_kind import EntityKind
from compiler.load.files import Folder
from compiler.load.sources import KnownLocale, Sources, flat_sources
from compiler.model.overlay_record import LocalesOverlay
from compiler.model.reference import Kind
from compiler.model.status import Status


def _sources(folder: Folder, is_known: KnownLocale) -> Sources:  # noqa: ARG001 - all inline
    return flat_sources(folder, Kind.STATUSES)


def _hint(name: str) -> str:  # noqa: ARG001
    return "a status is `statuses/<label>.yaml`, with all its languages inside"


STATUSES = EntityKind(
    kind=Kind.STATUSES,
    noun="a status",
    model=Status,
    overlay=LocalesOverlay,
    sources=_sources,
    hint=_hint,
)
