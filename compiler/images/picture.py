"""What an image is, as values: known to rules and bundles, which open none themselves."""

from dataclasses import dataclass

SUFFIXES = {"PNG": ".png", "JPEG": ".jpg", "WebP": ".webp", "AVIF": ".avif"}
"""The formats of banners, and how the file of one is called."""

PIXELS_MAX = 50_000_000
FRAMES_MAX = 200
"""Of what is larger nothing is unpacked."""


@dataclass(frozen=True, slots=True)
class Picture:
    """What an image is; one with a ``fault`` cannot be used, and has nothing else to tell.

    ``size`` is in bytes; ``width`` and ``height`` are pixels as it is seen, its orientation
    applied. ``format`` is what its bytes say, whatever its name. ``has_position`` tells that it
    says where it was taken. ``signature`` is what it looks like, for `motif.likeness`.
    """

    size: int
    fault: str | None = None
    hint: str | None = None
    format: str = ""
    width: int = 0
    height: int = 0
    frames: int = 1
    transparent: bool = False
    has_position: bool = False
    signature: str = ""
