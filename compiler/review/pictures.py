"""Images told apart: their size, and how much of the picture differs."""

import io
import warnings

from PIL import Image, ImageChops, ImageStat

_SIDE = 64
_FORMATS = ("PNG", "JPEG", "WEBP", "AVIF")
"""Others are not even tried: some of them start programs."""
_PIXELS_MAX = 50_000_000
_UNREADABLE = (OSError, ValueError, SyntaxError, Image.DecompressionBombError, EOFError)


def described(data: bytes) -> str:
    """Return what an image is: `1444 × 361 PNG, 35.1 KB`."""
    kilobytes = f"{len(data) / 1000:.1f} KB"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data), formats=_FORMATS) as image:
                return f"{image.width} × {image.height} {image.format}, {kilobytes}"
    except _UNREADABLE:
        return f"unreadable, {kilobytes}"


def visual_difference(before: bytes, now: bytes) -> int | None:
    """Return how different two pictures look, in percent; None where one cannot be read.

    0 is the same picture, perhaps in another size or format; 100 is black for white. Each is
    compared as 64 by 64 pixels.
    """
    ours, theirs = _thumbnail(before), _thumbnail(now)
    if ours is None or theirs is None:
        return None
    means = ImageStat.Stat(ImageChops.difference(ours, theirs)).mean
    return round(100 * sum(means) / len(means) / 255)


def _thumbnail(data: bytes) -> Image.Image | None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data), formats=_FORMATS) as image:
                if image.width * image.height > _PIXELS_MAX:
                    return None
                # Transparent parts count as white, which most pages are.
                whole = image.convert("RGBA").resize((_SIDE, _SIDE))
                page = Image.new("RGBA", whole.size, "white")
                return Image.alpha_composite(page, whole).convert("RGB")
    except _UNREADABLE:
        return None
