"""SSIM is what its authors wrote down, worked out here once more without a library."""

import pytest
from PIL import Image, ImageFilter

from compiler.images.encoding import decoded, encoded
from compiler.images.similarity import ssim
from tests.images.drawing import banner, photograph


def slow_ssim(one: Image.Image, other: Image.Image) -> float:
    """Return the mean over windows of 8 by 8 at the two grids, by the formula of the paper."""
    grids = []
    for shift in (0, 4):
        found = []
        for top in range(shift, one.height - 7, 8):
            for left in range(shift, one.width - 7, 8):
                box = (left, top, left + 8, top + 8)
                x = list(one.convert("L").crop(box).tobytes())
                y = list(other.convert("L").crop(box).tobytes())
                mx, my = sum(x) / 64, sum(y) / 64
                vx = sum((v - mx) ** 2 for v in x) / 64
                vy = sum((v - my) ** 2 for v in y) / 64
                cov = sum((a - mx) * (b - my) for a, b in zip(x, y, strict=True)) / 64
                c1, c2 = 6.5025, 58.5225
                found.append(
                    (2 * mx * my + c1)
                    * (2 * cov + c2)
                    / ((mx * mx + my * my + c1) * (vx + vy + c2))
                )
        grids.append(sum(found) / len(found))
    return sum(grids) / 2


@pytest.mark.parametrize("form", ["JPEG", "WebP", "AVIF"])
@pytest.mark.parametrize("quality", [30, 80])
def test_it_is_the_formula(form: str, quality: int) -> None:
    image = photograph(100, 76)
    other = decoded(encoded(image, form, quality))
    assert ssim(image, other) == pytest.approx(slow_ssim(image, other), abs=1e-4)


def test_the_same_is_one_and_worse_is_less() -> None:
    image = photograph(200, 120)
    blurred = [image.filter(ImageFilter.GaussianBlur(radius)) for radius in (0.5, 1, 2, 4)]
    found = [ssim(image, image), *(ssim(image, one) for one in blurred)]
    assert found[0] == pytest.approx(1)
    assert found == sorted(found, reverse=True)
    assert len(set(found)) == len(found)


def test_black_for_white_is_nothing_alike() -> None:
    assert ssim(Image.new("RGB", (64, 64), "white"), Image.new("RGB", (64, 64))) < 0.01


def test_what_shows_through_holes_counts() -> None:
    image = banner(64, 48).convert("RGBA")
    holes = image.copy()
    holes.putalpha(Image.new("L", image.size, 100))
    assert ssim(image, holes) < 0.9


def test_a_tiny_image_is_one_window() -> None:
    assert ssim(Image.new("RGB", (1, 1)), Image.new("RGB", (1, 1))) == pytest.approx(1)
    assert ssim(Image.new("RGB", (9, 3)), Image.new("RGB", (9, 3), "white")) < 0.01
