"""What an image is: its width in pixels, or why it cannot be read. Pure, and slow."""

import io
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from posixpath import splitext
from typing import Any

FORMATS = {".png": "PNG", ".jpg": "JPEG", ".webp": "WEBP", ".avif": "AVIF"}
_PIXELS_MAX = 50_000_000


@dataclass(frozen=True, slots=True)
class Image:
    """An image of a banner: its size in bytes, its width in pixels; ``fault`` where it has none."""

    size: int
    width: int = 0
    fault: str | None = None


Measure = Callable[[str, bytes], Image]
"""Returns what an image is, by its path and bytes: `measured`, or what remembers its results."""


def measured(path: str, data: bytes) -> Image:
    """Decode an image as what its name says it is."""
    import PIL.Image  # noqa: PLC0415 - wanted only where there are banners

    wanted = FORMATS.get(splitext(path)[1].lower(), "")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            opened = PIL.Image.open(io.BytesIO(data), formats=[wanted])
            fault = _decoded(opened)
    except PIL.UnidentifiedImageError:
        return Image(len(data), fault=f"this is no {wanted} image")
    except PIL.Image.DecompressionBombError:
        return Image(len(data), fault=_too_large())
    except (OSError, ValueError, SyntaxError, EOFError) as failure:
        return Image(len(data), fault=f"this image is damaged ({failure})")
    return Image(len(data), opened.width, fault)


def _decoded(opened: Any) -> str | None:  # noqa: ANN401 - an image of Pillow
    if opened.width * opened.height > _PIXELS_MAX:
        return _too_large()
    opened.load()
    return None


def _too_large() -> str:
    return f"this image has more than {_PIXELS_MAX // 1_000_000} million pixels"
