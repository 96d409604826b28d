"""Pixels → the bytes of a file, at a quality; without metadata, the same bytes each time."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PIL import Image

_LOSSLESS = 100


@dataclass(frozen=True, slots=True)
class Encoder:
    """How a format is written: Pillow's name and options, and its scale of quality.

    ``start`` is the quality that is enough for most images; the search stays between ``lowest``
    and ``highest``.
    """

    pillow: str
    lowest: int
    start: int
    highest: int
    options: Mapping[str, Any]


ENCODERS = {
    # One thread, as each core has a process. Speed 8 takes a third of the time of 6, for the same
    # size of photographs; colour in full, since banners have red letters on white.
    "AVIF": Encoder(
        "AVIF", 20, 60, 95, {"speed": 8, "subsampling": "4:4:4", "max_threads": 1, "autotiling": 0}
    ),
    "WebP": Encoder("WEBP", 20, 80, 98, {"method": 4}),
    "JPEG": Encoder("JPEG", 25, 80, 98, {"optimize": True, "progressive": True}),
    "PNG": Encoder("PNG", 1, _LOSSLESS, _LOSSLESS, {"optimize": True}),
}
"""By the name of a format. The quality of PNG is how many of 256 colours are left, in percent."""


def encoded(image: Image.Image, form: str, quality: int) -> bytes:
    """Return an image (RGB or RGBA, in sRGB) as a file."""
    encoder, target = ENCODERS[form], io.BytesIO()
    if form == "PNG":
        _fewer_colours(image, quality).save(target, "PNG", **encoder.options)
    else:
        image.save(target, encoder.pillow, quality=quality, **encoder.options)
    return target.getvalue()


def encoded_frames(
    frames: Sequence[Image.Image], durations: Sequence[int], form: str, quality: int
) -> bytes:
    """Return frames as one moving image that begins again at its end; durations in ms."""
    encoder, target = ENCODERS[form], io.BytesIO()
    first, *others = frames
    first.save(
        target,
        encoder.pillow,
        quality=quality,
        save_all=True,
        append_images=others,
        duration=list(durations),
        loop=0,
        **encoder.options,
    )
    return target.getvalue()


def decoded(data: bytes) -> Image.Image:
    """Return what a file that was made here shows."""
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def _fewer_colours(image: Image.Image, quality: int) -> Image.Image:
    if quality >= _LOSSLESS:
        return image
    colours = max(2, round(256 * quality / (_LOSSLESS - 1)))
    method = Image.Quantize.FASTOCTREE if image.mode == "RGBA" else Image.Quantize.MEDIANCUT
    return image.quantize(colours, method=method, dither=Image.Dither.FLOYDSTEINBERG)
