"""Image → its renditions, and what stands in its place until it is loaded. Pure, and slow."""

import base64
import io
from collections.abc import Sequence

from PIL import Image, ImageFilter

from compiler.base.hashing import sha256
from compiler.images.encoding import ENCODERS, decoded, encoded, encoded_frames
from compiler.images.fitting import Fitted, fitted
from compiler.images.opening import in_silence, opened, seen
from compiler.images.recipe import FLOOR, Cut, Look, Recipe, Rendition
from compiler.images.similarity import ssim

_TINY = 16
"""Pixels of the longer side of a placeholder."""

_SHORTEST = 20
"""Milliseconds that a frame is shown at least, as browsers do."""


def looks(data: bytes, cuts: Sequence[Cut]) -> list[Look]:
    """Return what stands for each part of an image. Raises Unusable."""
    with in_silence():
        whole = seen(opened(data)[1])
        return [_look(whole.crop(cut.box(*whole.size))) for cut in cuts]


def renditions(data: bytes, recipes: Sequence[Recipe]) -> list[tuple[Rendition, bytes]]:
    """Return what was made by each recipe, and its bytes. Raises Unusable.

    Opened once, and scaled once for the formats of one size, of which one lies in memory at a time.
    """
    with in_silence():
        _, image = opened(data)
        whole = seen(image)
        sizes: dict[tuple[Cut, int], list[Recipe]] = {}
        made: dict[Recipe, tuple[Rendition, bytes]] = {}
        for recipe in recipes:
            if recipe.moves:
                made[recipe] = _moving(image, recipe)
            else:
                sizes.setdefault((recipe.cut, recipe.width), []).append(recipe)
        for alike in sizes.values():
            scaled = _scaled(whole, alike[0])
            made.update((recipe, _still(scaled, recipe)) for recipe in alike)
        return [made[recipe] for recipe in recipes]


def _still(image: Image.Image, recipe: Recipe) -> tuple[Rendition, bytes]:
    if recipe.format == "JPEG" and image.mode != "RGB":
        image = _on_white(image)
    encoder = ENCODERS[recipe.format]
    found = fitted(
        lambda quality: encoded(image, recipe.format, quality),
        lambda data: ssim(image, decoded(data)),
        scale=(encoder.lowest, encoder.start, encoder.highest),
        budget=recipe.budget,
        floor=FLOOR,
    )
    return _told(found, image)


def _moving(image: Image.Image, recipe: Recipe) -> tuple[Rendition, bytes]:
    """Encode every frame; its likeness is that of the first."""
    frames, durations = [], []
    for number in range(image.n_frames):  # type: ignore[attr-defined]  # of an image that moves
        image.seek(number)
        frames.append(_scaled(seen(image), recipe))
        durations.append(max(_SHORTEST, int(image.info.get("duration", 0) or 0)))
    encoder = ENCODERS[recipe.format]
    found = fitted(
        lambda quality: encoded_frames(frames, durations, recipe.format, quality),
        lambda data: ssim(frames[0], decoded(data)),
        scale=(encoder.lowest, encoder.start, encoder.highest),
        budget=recipe.budget,
        floor=FLOOR,
    )
    return _told(found, frames[0])


def _told(found: Fitted, image: Image.Image) -> tuple[Rendition, bytes]:
    best, missed = found.best, found.missed
    told = Rendition(
        sha256=sha256(best.data),
        size=len(best.data),
        width=image.width,
        height=image.height,
        quality=best.quality,
        ssim=round(best.ssim, 4),
        nearest_size=None if missed is None else len(missed.data),
        nearest_ssim=None if missed is None else round(missed.ssim, 4),
    )
    return told, best.data


def _scaled(image: Image.Image, recipe: Recipe) -> Image.Image:
    left, top, right, bottom = recipe.cut.box(*image.size)
    part = image.crop((left, top, right, bottom))
    width = min(recipe.width, part.width)
    height = max(1, round(part.height * width / part.width))
    if (width, height) == part.size:
        return part
    if part.mode != "RGBA":
        return part.resize((width, height), Image.Resampling.LANCZOS)
    # Colours behind what is transparent must not shine through at its edges.
    shown = part.convert("RGBa").resize((width, height), Image.Resampling.LANCZOS)
    return shown.convert("RGBA")


def _look(part: Image.Image) -> Look:
    page = _on_white(part) if part.mode == "RGBA" else part
    scale = _TINY / max(page.size)
    size = (max(1, round(page.width * scale)), max(1, round(page.height * scale)))
    tiny = page.resize(size, Image.Resampling.BOX).filter(ImageFilter.GaussianBlur(0.6))
    target = io.BytesIO()
    tiny.save(target, "WEBP", quality=40, method=6)
    text = base64.b64encode(target.getvalue()).decode()
    return Look(f"data:image/webp;base64,{text}", _main_colour(page))


def _main_colour(page: Image.Image) -> str:
    """Return the colour that most of an image has, after all are sorted into eight."""
    few = page.resize((64, 64), Image.Resampling.BOX).quantize(8, Image.Quantize.MEDIANCUT)
    counts = few.histogram()
    index = counts.index(max(counts))
    red, green, blue = (few.getpalette() or [0, 0, 0])[3 * index : 3 * index + 3]
    return f"#{red:02x}{green:02x}{blue:02x}"


def _on_white(image: Image.Image) -> Image.Image:
    page = Image.new("RGBA", image.size, "white")
    return Image.alpha_composite(page, image.convert("RGBA")).convert("RGB")
