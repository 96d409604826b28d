"""The images of a banner in a language as they are published: by slot, format and density."""

from dataclasses import dataclass
from typing import Any

from compiler.banners.showing import Shown
from compiler.banners.variants import Variant
from compiler.bundle.assets import AssetCollector, Made
from compiler.images.work import Failure
from compiler.model.banner import SLOTS, Slot
from compiler.model.entity import Entity
from compiler.model.localised import Localisation


@dataclass(frozen=True, slots=True)
class Form:
    """One format of a slot's image: its ``source`` for a density of 1, all in ``srcset``."""

    media_type: str
    source: str
    srcset: str


@dataclass(frozen=True, slots=True)
class Piece:
    """What is published of a slot; ``width`` and ``height`` are CSS pixels at its widest.

    ``forms`` are its formats, the best first, ``plain`` is the one that every program shows.
    ``placeholder`` is a `data:` address of a blurred image, ``colour`` is `#rrggbb`.
    """

    slot: Slot
    width: int
    height: int
    forms: tuple[Form, ...]
    placeholder: str
    colour: str

    @property
    def plain(self) -> Form:
        """The format that every program shows."""
        return self.forms[-1]

    @property
    def better(self) -> tuple[Form, ...]:
        """The others."""
        return self.forms[:-1]

    @property
    def media(self) -> str:
        """From which width of a page on it is shown, where wider slots stand before it."""
        return f"(min-width: {self.slot.lower}px)"

    @property
    def range(self) -> str:
        """At which widths of a page it is shown, by itself."""
        lower, upper = f"{self.slot.lower}px", f"{self.slot.upper}px"
        if self.slot is SLOTS[0]:
            return f"(width < {upper})"
        return f"(width >= {lower})" if self.slot is SLOTS[-1] else f"({lower} <= width < {upper})"


def pictures_of(banner: Entity[Any], text: Localisation, assets: AssetCollector) -> list[Piece]:
    """Return what is published of each slot of a banner, from the narrowest to the widest.

    What cannot be made, which a waiver let pass, is left out.
    """
    shown = assets.banners.shown(banner, text)
    pieces = (_piece(f"{banner.label}-{one.slot.name}", one, assets) for one in shown)
    return [piece for piece in pieces if piece is not None]


def _piece(name: str, one: Shown, assets: AssetCollector) -> Piece | None:
    by_format: dict[str, list[Variant]] = {}
    for variant in assets.banners.variants(one):
        by_format.setdefault(variant.recipe.format, []).append(variant)
    published = [
        made for made in (_made(name, each, assets) for each in by_format.values()) if made
    ]
    look = assets.banners.look(one)
    if not published or isinstance(look, Failure):
        return None
    plain = published[-1][1.0].rendition
    forms = tuple(map(_form, published))
    return Piece(one.slot, plain.width, plain.height, forms, look.placeholder, look.colour)


def _made(name: str, variants: list[Variant], assets: AssetCollector) -> dict[float, Made]:
    """Return the renditions of one format by density; none if that of density 1 is not there."""
    found = {}
    for variant in variants:
        made = assets.add_rendition(name if variant.density == 1 else f"{name}-2x", variant)
        if made is not None:
            found[variant.density] = made
    return found if 1.0 in found else {}


def _form(made: dict[float, Made]) -> Form:
    first = made[1.0].asset
    srcset = [
        one.asset.path if density == 1 else f"{one.asset.path} {density:g}x"
        for density, one in made.items()
    ]
    return Form(first.media_type, first.path, ", ".join(srcset))
