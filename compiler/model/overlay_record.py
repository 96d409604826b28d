"""What an area may say differently about a shared entity: its languages, and whether it is active."""

from pydantic import Field

from compiler.model.localised import LocalisedBanner, LocalisedLevel, LocalisedRecord
from compiler.model.record import LocaleTag, Record


class EntityOverlay(Record):
    """An area's difference to a shared text, status, template or document."""

    active: bool | None = None
    locales: dict[LocaleTag, LocalisedRecord] = Field(default_factory=dict)


class LevelOverlay(Record):
    """An area's difference to a shared level."""

    locales: dict[LocaleTag, LocalisedLevel] = Field(default_factory=dict)


class BannerOverlay(Record):
    """An area's difference to a shared banner, by language."""

    locales: dict[LocaleTag, LocalisedBanner] = Field(default_factory=dict)
