"""banners/<locale>.json: label → properties, and an image with its words for every slot."""

import io
from typing import Any

from compiler.bundle.assets import AssetCollector
from compiler.bundle.view import AreaView, own_or_inherited
from compiler.model.banner import SLOTS
from compiler.model.entity import Entity
from compiler.model.localised import Localisation
from compiler.model.overlay import merge_patch


def banner_bundle(view: AreaView, locale: str, assets: AssetCollector) -> dict[str, Any]:
    """Return the banners that are active in a language."""
    shown = {}
    for label, banner in view.layer.banners.items():
        localisation = own_or_inherited(view, banner.locales, locale)
        if localisation is not None and localisation.active:
            shown[label] = _banner(view, banner, localisation, assets)
    return shown


def _banner(
    view: AreaView, banner: Entity[Any], localisation: Localisation, assets: AssetCollector
) -> Any:  # noqa: ANN401
    properties = merge_patch(banner.record.properties or {}, localisation.properties or {})
    slots = banner_slots(view, banner, localisation, assets)
    return {"title": localisation.title, "properties": properties, "slots": slots}


def banner_slots(
    view: AreaView, banner: Entity[Any], localisation: Localisation, assets: AssetCollector
) -> dict[str, Any]:
    """Return the image of each slot that a language has, from the narrowest to the widest."""
    slots = {}
    for slot in SLOTS:
        path = localisation.images.get(slot.name)
        size = image_size(view.content.asset(path)) if path is not None else None
        if path is None or size is None:
            continue
        asset = assets.add(path, f"{banner.label}-{slot.name}{path[path.rindex('.') :]}")
        slots[slot.name] = {
            "src": asset.path,
            "type": asset.media_type,
            "width": size[0],
            "height": size[1],
            "alt": localisation.descriptions.get(slot.name, localisation.description),
        }
    return slots


def image_size(data: bytes) -> tuple[int, int] | None:
    """Return width and height in pixels from the image's head, None where it is no image.

    The check refuses such a file; what cannot be shown is left out where a waiver lets it pass.
    """
    from PIL import Image  # noqa: PLC0415 - only repositories with banners pay for it

    try:
        with Image.open(io.BytesIO(data)) as image:
            return image.size
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
