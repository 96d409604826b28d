"""Banners: one image for each slot, by language."""

from dataclasses import dataclass

from pydantic import Field

from compiler.model.localised import LocalisedBanner
from compiler.model.record import JsonObject, LocaleTag, Record


@dataclass(frozen=True, slots=True)
class Slot:
    """A range of viewport widths in CSS pixels, half-open: ``lower`` <= width < ``upper``.

    ``ratio`` is the shape (width through height) that is cut from a master where nothing else says
    one.
    """

    name: str
    lower: int
    upper: int
    ratio: float


SLOTS = (
    Slot("mobile", 375, 640, 4 / 3),
    Slot("tablet", 640, 1024, 8 / 3),
    Slot("desktop", 1024, 1444, 4 / 1),
    Slot("wide", 1444, 1920, 4 / 1),
)
SLOT_NAMES = tuple(slot.name for slot in SLOTS)
IMAGE_SUFFIXES = (".png", ".jpg", ".webp", ".avif")


class Banner(Record):
    """A banner; a language is active only with an image in all four slots."""

    properties: JsonObject | None = None
    decorative: bool = Field(
        default=False, description="Says nothing that has to be read to who cannot see it."
    )
    locales: dict[LocaleTag, LocalisedBanner] = Field(default_factory=dict)
