"""banners/<locale>.json: label → properties, and a ready `picture` with its words.

``picture`` has what `<picture>` takes: ``sources`` in their order, of which a browser uses the
first that matches and that it can show, and ``img`` for all others. ``slots`` has what belongs to
one of the four widths: words, placeholder, colour, and one image that every program shows.
"""

from collections.abc import Mapping
from typing import Any

from compiler.bundle.assets import AssetCollector
from compiler.bundle.pictures import Piece, pictures_of
from compiler.bundle.shapes.public import Banner, Picture, Slot, Source
from compiler.bundle.view import AreaView, own_or_inherited
from compiler.model.banner import SLOT_NAMES
from compiler.model.entity import Entity
from compiler.model.localised import Localisation
from compiler.model.overlay import merge_patch


def banner_bundle(view: AreaView, locale: str, assets: AssetCollector) -> dict[str, Banner]:
    """Return the banners that are active in a language."""
    return view.once.of(
        ("banners", locale), (view.layer.banners,), lambda: _active(view, locale, assets)
    )


def _active(view: AreaView, locale: str, assets: AssetCollector) -> dict[str, Any]:
    shown = {}
    for label, banner in view.layer.banners.items():
        localisation = own_or_inherited(view, banner.locales, locale)
        if localisation is not None and localisation.active:
            shown[label] = _banner(banner, localisation, assets)
    return shown


def _banner(banner: Entity[Any], localisation: Localisation, assets: AssetCollector) -> Banner:
    pieces, alts = pictures_of(banner, localisation, assets), _alts(banner, localisation)
    return {
        "title": localisation.title,
        "properties": merge_patch(banner.record.properties or {}, localisation.properties or {}),
        "slots": {piece.slot.name: _slot(piece, alts[piece.slot.name]) for piece in pieces},
        "picture": _picture(pieces, alts),
    }


def _alts(banner: Entity[Any], text: Localisation) -> dict[str, str | None]:
    """Return the alternative texts by slot: empty for a picture that has nothing to tell."""
    silent = "" if banner.record.decorative else None
    return {name: text.alt(name) or silent for name in SLOT_NAMES}


def _slot(piece: Piece, alt: str | None) -> Slot:
    plain = piece.plain
    return {
        "media": piece.range,
        "src": plain.source,
        "type": plain.media_type,
        "width": piece.width,
        "height": piece.height,
        "alt": alt,
        "placeholder": piece.placeholder,
        "color": piece.colour,
    }


def _picture(pieces: list[Piece], alts: Mapping[str, str | None]) -> Picture | None:
    """Return the picture, None where there is no image; the narrowest is for what is narrower."""
    if not pieces:
        return None
    narrowest = pieces[0]
    sources: list[Source] = [
        {
            "media": piece.media if piece is not narrowest else None,
            "type": one.media_type,
            "srcset": one.srcset,
            "width": piece.width,
            "height": piece.height,
        }
        for piece in reversed(pieces)
        for one in (piece.forms if piece is not narrowest else piece.better)
    ]
    return {
        "sources": sources,
        "img": {
            "src": narrowest.plain.source,
            "srcset": narrowest.plain.srcset,
            "width": narrowest.width,
            "height": narrowest.height,
            "alt": alts[narrowest.slot.name],
        },
    }
