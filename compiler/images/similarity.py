"""SSIM: how alike two images look to people, from 1 (the same) downwards.

The measure of Wang, Bovik, Sheikh and Simoncelli (2004) on luma, its mean over windows of 8 by 8
pixels that begin every 8 pixels, from the corner and again 4 pixels further in.
"""

from PIL import Image, ImageMath

_WINDOW = 8
_SHIFTS = (0, _WINDOW // 2)
_C1, _C2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
_GROUNDS = (0, 255)


def ssim(one: Image.Image, other: Image.Image) -> float:
    """Return the similarity of two images of one size; what is transparent, on black and on white.

    The lower of the two counts. Images smaller than a window are compared as one window.
    """
    if one.has_transparency_data or other.has_transparency_data:
        return min(_of(_on(one, ground), _on(other, ground)) for ground in _GROUNDS)
    return _of(one.convert("L"), other.convert("L"))


def _on(image: Image.Image, ground: int) -> Image.Image:
    page = Image.new("RGBA", image.size, (ground, ground, ground, 255))
    return Image.alpha_composite(page, image.convert("RGBA")).convert("L")


def _of(one: Image.Image, other: Image.Image) -> float:
    if min(one.size) < _WINDOW + _SHIFTS[-1]:
        return _mean_of_windows(one.convert("F"), other.convert("F"), one.size)
    found = []
    for shift in _SHIFTS:
        width = (one.width - shift) // _WINDOW * _WINDOW
        height = (one.height - shift) // _WINDOW * _WINDOW
        box = (shift, shift, shift + width, shift + height)
        pair = one.crop(box).convert("F"), other.crop(box).convert("F")
        found.append(_mean_of_windows(*pair, (_WINDOW, _WINDOW)))
    return sum(found) / len(found)


def _mean_of_windows(x: Image.Image, y: Image.Image, window: tuple[int, int]) -> float:
    means = {
        "x": x.reduce(window),
        "y": y.reduce(window),
        "xx": _product(x, x).reduce(window),
        "yy": _product(y, y).reduce(window),
        "xy": _product(x, y).reduce(window),
    }
    values = ImageMath.lambda_eval(_formula, **means)
    return float(values.reduce(values.size).getpixel((0, 0)))


def _product(x: Image.Image, y: Image.Image) -> Image.Image:
    product: Image.Image = ImageMath.lambda_eval(lambda a: a["x"] * a["y"], x=x, y=y)
    return product


def _formula(a):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202 - operands of ImageMath
    x, y = a["x"], a["y"]
    spread_x, spread_y = a["xx"] - x * x, a["yy"] - y * y
    together = a["xy"] - x * y
    alike = (x * y * 2.0 + _C1) * (together * 2.0 + _C2)
    return alike / ((x * x + y * y + _C1) * (spread_x + spread_y + _C2))
