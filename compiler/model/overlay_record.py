"""What an area may say differently of a shared entity: its languages, whether it is active."""

from pydantic import Field

from compiler.model.localised import LocalisedBanner, LocalisedLevel, LocalisedRecord
from compiler.model.record import LocaleTag, Record


class LocalesOverlay(Record):
    """An area's difference to a shared text or status, by language."""

    locales: dict[LocaleTag, LocalisedRecord] = Field(default_factory=dict)


class EntityOverlay(LocalesOverlay):
    """An area's difference to a shared template or document."""

    active: bool | None = None


class LevelOverlay(Record):
    """An area's difference to a shared level, by language."""

    locales: dict[LocaleTag, LocalisedLevel] = Field(default_factory=dict)


class BannerOverlay(Record):
    """An area's difference to a shared banner, by language."""

    locales: dict[LocaleTag, LocalisedBanner] = Field(default_factory=dict)
