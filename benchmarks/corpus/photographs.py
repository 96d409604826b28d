"""Banners that encoders find as hard as photographs: land in haze, light, grain, sharp type.

Nothing is loaded: all of it is drawn from a seed, the same on every machine. What makes a
photograph hard to encode is there: detail at every scale whose strength falls with its frequency,
gradients in which steps would show, edges in and out of focus, the grain of a sensor; and over it
what a designer sets, a headline and a button.
"""

import hashlib
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont, ImageOps

SIZE = (2400, 900)
_RIDGES = 5
_LIGHTS = 24
_GRAIN = 3
"""The standard deviation of the grain, of 255."""

Colour = tuple[int, int, int]


class _Scene(NamedTuple):
    """What one banner shows: its colours from above, and what is written over it."""

    sky: Colour
    horizon: Colour
    far: Colour
    near: Colour
    light: Colour
    words: str


_SCENES = (
    _Scene(
        (46, 92, 158), (236, 206, 170), (120, 138, 168), (34, 52, 30), (255, 236, 190), "Summer"
    ),
    _Scene((18, 26, 58), (196, 96, 84), (84, 66, 104), (20, 18, 30), (255, 170, 96), "Evening"),
    _Scene(
        (150, 178, 200), (232, 236, 238), (166, 184, 196), (70, 84, 92), (255, 255, 255), "Frost"
    ),
    _Scene((92, 62, 40), (240, 196, 128), (176, 124, 78), (72, 38, 18), (255, 220, 140), "Harvest"),
    _Scene((20, 70, 84), (150, 214, 206), (60, 128, 128), (10, 44, 40), (210, 255, 236), "Lagoon"),
    _Scene((70, 72, 78), (190, 190, 188), (120, 120, 122), (30, 30, 32), (240, 240, 232), "Studio"),
    _Scene((96, 40, 96), (248, 160, 176), (156, 84, 140), (44, 16, 52), (255, 200, 220), "Blossom"),
    _Scene((24, 60, 36), (196, 216, 140), (70, 110, 64), (14, 32, 14), (250, 255, 200), "Forest"),
)


def write_photographs(folder: Path) -> None:
    """Write the eight banners into a folder, as JPEGs of the quality that a designer exports."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, image in enumerate(photographs()):
        image.save(folder / f"{number}.jpg", "JPEG", quality=95, subsampling="4:4:4")


def photographs() -> Iterator[Image.Image]:
    """Yield the eight banners, of `SIZE`."""
    for number, scene in enumerate(_SCENES):
        yield _photograph(f"banner {number}", scene)


def _photograph(seed: str, scene: _Scene) -> Image.Image:
    image = _sky(seed, scene)
    for ridge in range(_RIDGES):
        image.paste(*_ridge(f"{seed} ridge {ridge}", scene, ridge / (_RIDGES - 1)))
    image = ImageChops.screen(image, _lights(seed, scene))
    image = _grained(seed, image.filter(ImageFilter.GaussianBlur(0.6)))
    _write_over(image, scene)
    return image


def _sky(seed: str, scene: _Scene) -> Image.Image:
    fall = Image.linear_gradient("L").resize(SIZE, Image.Resampling.BICUBIC)
    sky = ImageOps.colorize(fall, scene.sky, scene.horizon, scene.light)
    clouds = _cloud(f"{seed} clouds", 3, 0.55).point(lambda value: max(0, (value - 110) * 2))
    return Image.composite(Image.new("RGB", SIZE, scene.light), sky, clouds)


def _ridge(seed: str, scene: _Scene, nearness: float) -> tuple[Image.Image, Image.Image]:
    """Return a ridge and where it is seen: the nearer, the lower, the darker and the rougher."""
    base = SIZE[1] * (0.42 + 0.42 * nearness)
    rough = [(byte - 127.5) / 127.5 for byte in _noise(f"{seed} outline", SIZE[0] // 4 + 2)]
    walk = accumulate(rough, lambda height, step: height * 0.985 + step)
    steep = 4 + 8 * (1 - nearness)
    outline = [(4 * at, base + steep * height) for at, height in enumerate(walk)]
    mask = Image.new("L", SIZE)
    ImageDraw.Draw(mask).polygon([(0, SIZE[1]), *outline, (SIZE[0], SIZE[1])], fill=255)
    colour = _between(scene.far, scene.near, nearness)
    texture = _cloud(f"{seed} texture", 4, 0.75 + 0.25 * nearness)
    bright = _between(colour, scene.light, 0.25 + 0.2 * nearness)
    dark = _between(colour, (0, 0, 0), 0.3 + 0.3 * nearness)
    focus = ImageFilter.GaussianBlur(2.5 * (1 - nearness))
    land = ImageOps.colorize(texture, dark, bright, colour).filter(focus)
    return land, mask.filter(ImageFilter.GaussianBlur(0.8 + 2 * (1 - nearness)))


def _lights(seed: str, scene: _Scene) -> Image.Image:
    """Return lights out of focus, on black."""
    strengths = Image.new("L", SIZE)
    places = iter(_noise(f"{seed} lights", 4 * _LIGHTS))
    for x, y, size, strength in zip(places, places, places, places, strict=True):
        reach = 12 + size // 4
        disc = Image.new("L", (2 * reach, 2 * reach))
        ImageDraw.Draw(disc).ellipse((0, 0, 2 * reach, 2 * reach), fill=20 + strength // 4)
        corner = (x * SIZE[0] // 255 - reach, y * SIZE[1] // 255 - reach)
        there = strengths.crop((*corner, corner[0] + 2 * reach, corner[1] + 2 * reach))
        strengths.paste(ImageChops.screen(there, disc), corner)
    soft = strengths.filter(ImageFilter.GaussianBlur(2.5))
    return ImageOps.colorize(soft, (0, 0, 0), scene.light)


def _write_over(image: Image.Image, scene: _Scene) -> None:
    pen = ImageDraw.Draw(image)
    pen.text((150, 250), scene.words, "white", _font(190))
    pen.text((160, 480), "Thirty days without a fee, from today on.", "white", _font(52))
    pen.rounded_rectangle((160, 600, 620, 710), 24, fill=(214, 32, 44))
    pen.text((390, 655), "Open an account", "white", _font(44), anchor="mm")


def _font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(size)


def _grained(seed: str, image: Image.Image) -> Image.Image:
    """Add the noise of a sensor, in each channel another; two draws come near to a normal one."""
    channels = []
    for name, channel in zip(image.getbands(), image.split(), strict=True):
        one, other = (
            Image.frombytes("L", SIZE, _noise(f"{seed} grain {name} {draw}", SIZE[0] * SIZE[1]))
            for draw in range(2)
        )
        grain = ImageChops.add(one, other, scale=2)
        soft = grain.filter(ImageFilter.GaussianBlur(0.7))
        scaled = soft.point(lambda value: round(128 + (value - 127.5) * _GRAIN / 22))
        channels.append(ImageChops.add(channel, scaled, offset=-128))
    return Image.merge("RGB", channels)


def _cloud(seed: str, coarsest: int, persistence: float) -> Image.Image:
    """Return noise of all scales over the whole range, each finer one weaker by a factor."""
    total, weight, sum_of_weights = None, 1.0, 0.0
    width = coarsest
    while width < SIZE[0]:
        size = width, max(2, width * SIZE[1] // SIZE[0])
        octave = Image.frombytes("L", size, _noise(f"{seed} {width}", size[0] * size[1]))
        layer = octave.resize(SIZE, Image.Resampling.BICUBIC)
        sum_of_weights += weight
        total = layer if total is None else Image.blend(total, layer, weight / sum_of_weights)
        weight *= persistence
        width *= 2
    return ImageOps.autocontrast(total or Image.new("L", SIZE), cutoff=0.5)


def _noise(seed: str, length: int) -> bytes:
    return hashlib.shake_256(seed.encode()).digest(length)


def _between(one: Colour, other: Colour, share: float) -> Colour:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue
