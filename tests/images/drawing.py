"""Images for tests, drawn the same each time: flat banners, photographs, and broken ones."""

import io
import random
import struct
import zlib
from typing import Any

from PIL import Image, ImageDraw, ImageFilter


def banner(width: int, height: int, *, sun: str = "#f9a826") -> Image.Image:
    """Return a flat picture, as banners are: a ground, hills, a sun at the right, dark bars."""
    image = Image.new("RGB", (width, height), "#fff2d6")
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, height * 3 // 4, width, height), fill="#00a651")
    middle, radius = width * 3 // 4, height // 4
    draw.ellipse((middle - radius, height // 8, middle + radius, height // 8 + 2 * radius), sun)
    for number in range(4):
        left = width // 8 + number * width // 12
        draw.rectangle((left, height // 4, left + width // 20, height * 3 // 4), fill="#13463a")
    return image


def photograph(width: int, height: int, seed: int = 1) -> Image.Image:
    """Return a picture with soft forms and fine grain, as hard to encode as a photograph."""
    chance = random.Random(seed)
    image = Image.new("RGB", (96, 64))
    image.frombytes(chance.randbytes(96 * 64 * 3))
    soft = image.filter(ImageFilter.GaussianBlur(3)).resize(
        (width, height), Image.Resampling.BICUBIC
    )
    grain = Image.frombytes("L", (256, 256), chance.randbytes(256 * 256))
    tiled = Image.new("L", (width, height))
    for left in range(0, width, 256):
        for top in range(0, height, 256):
            tiled.paste(grain, (left, top))
    return Image.blend(soft, Image.merge("RGB", [tiled] * 3), 0.04)


def saved(image: Image.Image, form: str, **options: Any) -> bytes:
    """Return an image as a file."""
    target = io.BytesIO()
    image.save(target, form, **options)
    return target.getvalue()


def png(*chunks: tuple[bytes, bytes]) -> bytes:
    """Return a PNG of these chunks, with right checksums, whatever they say."""
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in chunks
    )


def bomb(side: int) -> bytes:
    """Return a PNG of a few kilobytes that says to be so many pixels wide and high."""
    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return png((b"IHDR", header), (b"IDAT", zlib.compress(b"\0" * 1000)), (b"IEND", b""))
