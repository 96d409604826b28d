"""Bytes → what an image is, or why it cannot be used. Pure, and slow: everything is unpacked."""

from PIL import Image

from compiler.images.opening import (
    Unusable,
    frame_count,
    in_silence,
    opened,
    seen,
    tells_position,
)
from compiler.images.picture import Picture

_SIDE = 32
"""Pixels of the longer side of a signature."""


def surveyed(data: bytes) -> Picture:
    """Return what an image is; of one that cannot be used, why. Raises MemoryError."""
    try:
        with in_silence():
            return _survey(data)
    except Unusable as unusable:
        return Picture(len(data), str(unusable), unusable.hint)


def _survey(data: bytes) -> Picture:
    form, image = opened(data)
    shown = seen(image)
    return Picture(
        size=len(data),
        format=form,
        width=shown.width,
        height=shown.height,
        frames=frame_count(form, image),
        transparent=shown.mode == "RGBA",
        has_position=tells_position(image),
        signature=_signature(shown),
    )


def _signature(shown: Image.Image) -> str:
    """Return width, height and the pixels of a small copy on white, one byte each, in hex."""
    if shown.mode == "RGBA":
        page = Image.new("RGBA", shown.size, "white")
        shown = Image.alpha_composite(page, shown).convert("RGB")
    scale = _SIDE / max(shown.size)
    size = (max(1, round(shown.width * scale)), max(1, round(shown.height * scale)))
    small = shown.resize(size, Image.Resampling.BOX)
    return (bytes(size) + small.tobytes()).hex()
