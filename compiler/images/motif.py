"""Whether two images show the same motif, perhaps cut otherwise, and how different they look.

Told from their signatures.
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from math import sqrt
from typing import NamedTuple

ALIKE = 0.6
"""From here on two images count as one motif. Cuts of one photograph, also of a quarter of it, come
to 0.70 and more; of pairs of different photographs most stay below."""

_FITS = 0.85
"""The correlation from which one picture counts as a part of another: landscapes are much alike."""

_STEPS = 4
"""Shades of each colour that are told apart."""

_SCALES = (1.0, 0.85, 0.7, 0.55, 0.4)
"""How much of one image the other may show."""

_GRID = 8
"""The samples along each side, for pictures that are laid over each other."""

_FINE_GRID = 32
"""The same for pictures that are compared as a whole."""

_WHOLE = (0.0, 0.0, 1.0, 1.0)


class _Small(NamedTuple):
    width: int
    height: int
    pixels: tuple[tuple[int, int, int], ...]


def likeness(one: str, other: str) -> float:
    """Return how much two images look like one motif, from 0 to 1, by their signatures.

    The larger of two measures: how much of their colours they have in common (the same things,
    laid out anew), and how well one fits over a part of the other (the same picture, cut). The
    second takes longer, and is not asked where the first is enough.
    """
    ours, theirs = _small(one), _small(other)
    common = _in_common(ours, theirs)
    if common >= ALIKE:
        return common
    return max(common, ALIKE / _FITS * max(_fit(ours, theirs), _fit(theirs, ours)))


def difference(one: str, other: str) -> int:
    """Return how different two images look, in percent, by their signatures.

    0 is the same picture, perhaps in another size or format; 100 is black for white.
    """
    ours, theirs = (_samples(_small(each), _WHOLE, _FINE_GRID) for each in (one, other))
    return round(100 * sum(abs(a - b) for a, b in zip(ours, theirs, strict=True)) / len(ours) / 255)


@lru_cache(maxsize=64)
def _small(signature: str) -> _Small:
    data = bytes.fromhex(signature)
    width, height, rest = data[0], data[1], data[2:]
    return _Small(width, height, tuple(zip(rest[::3], rest[1::3], rest[2::3], strict=True)))


def _in_common(one: _Small, other: _Small) -> float:
    """Return the share of colours that two images have in common."""
    ours, theirs = _colours(one), _colours(other)
    return sum(min(share, theirs.get(colour, 0.0)) for colour, share in ours.items())


@lru_cache(maxsize=64)
def _colours(image: _Small) -> dict[tuple[int, int, int], float]:
    """Return the share of each colour; a pixel counts for the shades around its own."""
    found: dict[tuple[int, int, int], float] = defaultdict(float)
    share = 1 / len(image.pixels)
    for red, green, blue in image.pixels:
        for r, part_r in _SHADES[red]:
            for g, part_g in _SHADES[green]:
                both = share * part_r * part_g
                for b, part_b in _SHADES[blue]:
                    found[r, g, b] += both * part_b
    return found


def _shades(value: int) -> tuple[tuple[int, float], ...]:
    place = value * (_STEPS - 1) / 255
    low = int(place)
    rest = place - low
    return ((low, 1 - rest), (low + 1, rest)) if rest else ((low, 1.0),)


_SHADES = tuple(map(_shades, range(256)))


def _fit(whole: _Small, part: _Small) -> float:
    """Return the best correlation of a picture with a part of another that has its ratio."""
    samples = _samples(part, _WHOLE)
    wanted = part.width / part.height * whole.height / whole.width
    size = (min(1.0, wanted), min(1.0, 1 / wanted))
    best = 0.0
    for scale in _SCALES:
        width, height = size[0] * scale, size[1] * scale
        for left in _places(width):
            for top in _places(height):
                there = _samples(whole, (left, top, width, height))
                best = max(best, _correlation(samples, there))
    return best


def _places(length: float) -> Iterator[float]:
    room = 1 - length
    count = 1 + round(room * 6)
    return (room * number / max(1, count - 1) for number in range(count))


def _samples(
    image: _Small, box: tuple[float, float, float, float], grid: int = _GRID
) -> list[float]:
    left, top, width, height = box
    return [
        float(channel)
        for row in range(grid)
        for column in range(grid)
        for channel in image.pixels[
            min(image.height - 1, int((top + height * (row + 0.5) / grid) * image.height))
            * image.width
            + min(image.width - 1, int((left + width * (column + 0.5) / grid) * image.width))
        ]
    ]


def _correlation(one: list[float], other: list[float]) -> float:
    mean_one, mean_other = sum(one) / len(one), sum(other) / len(other)
    ours = [value - mean_one for value in one]
    theirs = [value - mean_other for value in other]
    norm = sqrt(sum(v * v for v in ours) * sum(v * v for v in theirs))
    return sum(a * b for a, b in zip(ours, theirs, strict=True)) / norm if norm else 0.0
