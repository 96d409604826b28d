"""Levels: levels/<label>.yaml."""

from compiler.load.entity_kind import EntityKind
from compiler.load.files import Folder
from compiler.load.sources import KnownLocale, Sources, flat_sources
from compiler.model.level import Level
from compiler.model.overlay_record import LevelOverlay
from compiler.model.reference import Kind


def _sources(folder: Folder, is_known: KnownLocale) -> Sources:  # noqa: ARG001 - all inline
    return flat_sources(folder, Kind.LEVELS)


def _hint(name: str) -> str:  # noqa: ARG001
    return "a level is `levels/<label>.yaml`, with all its languages inside"


LEVELS = EntityKind(
    kind=Kind.LEVELS,
    noun="a level",
    model=Level,
    overlay=LevelOverlay,
    sources=_sources,
    hint=_hint,
)
