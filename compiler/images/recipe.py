"""What is to be made of an image, as values; and what came of it."""

from dataclasses import dataclass

FLOOR = 0.90
"""The SSIM below which nothing is published: blocks and blur begin to be seen."""

SHARP = 2
"""The density of sharp screens that images are made for, beside 1."""

_WORTH = 1.2
"""How much wider an image has to be than its slot to be worth a second, sharper rendition."""


@dataclass(frozen=True, slots=True)
class Cut:
    """Which part of an image is shown: all of it, or as much as has a ratio, around a point.

    ``ratio`` is width through height, None for all; ``x`` and ``y`` are the point that stays in
    sight, from 0 (left, top) to 1.
    """

    ratio: float | None = None
    x: float = 0.5
    y: float = 0.5

    def box(self, width: int, height: int) -> tuple[int, int, int, int]:
        """Return left, top, right and bottom of the part in an image of that size, in pixels."""
        if self.ratio is None:
            return 0, 0, width, height
        cut_width = min(width, max(1, round(height * self.ratio)))
        cut_height = min(height, max(1, round(width / self.ratio)))
        left = _begin(self.x, cut_width, width)
        top = _begin(self.y, cut_height, height)
        return left, top, left + cut_width, top + cut_height

    def size(self, width: int, height: int) -> tuple[int, int]:
        """Return width and height of the part in an image of that size, in pixels."""
        left, top, right, bottom = self.box(width, height)
        return right - left, bottom - top


WHOLE = Cut()


@dataclass(frozen=True, slots=True)
class Recipe:
    """One rendition to make: a part of an image, its width in pixels, its format.

    It is to have at most ``budget`` bytes, and at least an SSIM of `FLOOR`. Of a moving image all
    frames are kept where it ``moves``.
    """

    cut: Cut
    width: int
    format: str
    budget: int
    moves: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """A part of an image before it is loaded: a tiny blurred picture, and its main colour.

    ``placeholder`` is a `data:` address of some 200 bytes, ``colour`` is `#rrggbb`.
    """

    placeholder: str
    colour: str


@dataclass(frozen=True, slots=True)
class Rendition:
    """A rendition that was made: its hash (SHA-256), its size in bytes and pixels.

    ``ssim`` is how alike it is to what it was made of. One that does not keep to its budget, as it
    would not be alike enough, tells what comes nearest to it: ``nearest_size`` with
    ``nearest_ssim``.
    """

    sha256: str
    size: int
    width: int
    height: int
    quality: int
    ssim: float
    nearest_size: int | None = None
    nearest_ssim: float | None = None

    @property
    def fits(self) -> bool:
        """Tell whether it keeps to its budget."""
        return self.nearest_size is None


def densities(width: int, slot_width: int) -> tuple[tuple[float, int], ...]:
    """Return the renditions of a slot as pairs of pixel density and width in pixels.

    One for screens with one pixel a CSS pixel, and where the image is wide enough one for sharp
    ones, as sharp as it can be up to `SHARP`.
    """
    first = (1.0, min(width, slot_width))
    if width < slot_width * _WORTH:
        return (first,)
    sharp = min(width, slot_width * SHARP)
    return first, (round(sharp / slot_width, 2), sharp)


def _begin(point: float, part: int, whole: int) -> int:
    """Return where a part begins so that a point is in its middle, as far as the image goes."""
    return max(0, min(whole - part, round(point * whole - part / 2)))
