"""What is published of a slot: renditions by format and pixel density, the best format first."""

from typing import NamedTuple

from compiler.banners.showing import Shown
from compiler.images.recipe import Recipe, densities
from compiler.images.work import Order
from compiler.settings import Settings


class Variant(NamedTuple):
    """One rendition of what a slot shows.

    ``density`` is its pixels by CSS pixel where the slot is at its widest.
    """

    shown: Shown
    density: float
    recipe: Recipe

    @property
    def order(self) -> Order:
        """The work that makes it."""
        return Order(self.shown.path, self.recipe)


def variants(shown: Shown, settings: Settings) -> list[Variant]:
    """Return all renditions of a slot: AVIF, WebP, and what every program shows, each by density.

    The last is PNG for what is transparent, else JPEG; it stands still in any case. A sharper
    rendition may have as many times the budget as it is sharper.
    """
    width, _ = shown.size
    moves = settings.banners.animation and shown.picture.frames > 1
    formats = {"AVIF": moves, "WebP": moves, "PNG" if shown.picture.transparent else "JPEG": False}
    return [
        Variant(
            shown,
            density,
            Recipe(shown.cut, pixels, form, int(settings.budgets.banner * density), moving),
        )
        for form, moving in formats.items()
        for density, pixels in densities(width, shown.slot.upper)
    ]
