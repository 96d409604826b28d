"""A few screens of the preview as pictures, kept for review: `UPDATE_SCREENS=1` draws them anew.

Drawn with the fonts of this project, so that they are alike everywhere; compared in small, so that
a browser's other way of smoothing letters is no difference, and a line that has moved is one.
"""

import base64
import os
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat

from tests.journeys.browsing import file_address, visited
from tests.journeys.previews import SCREENS
from tests.once import Once

KEPT = Path(__file__).parent / "screens"
FONTS = Path(__file__).parents[2] / "compiler/channels/agreements/fonts"
FACES = {"400": "NotoSans-Regular.ttf", "700": "NotoSans-Bold.ttf"}
DRAWN: dict[str, dict[str, Any]] = {
    "overview": {"hash": SCREENS["overview"][0]},
    "strings, dark": {"hash": SCREENS["strings"][0], "scheme": "dark"},
    "plural": {"hash": SCREENS["plural"][0]},
    "agreement": {"hash": SCREENS["agreement"][0]},
    "before and after, phone": {"hash": SCREENS["before and after"][0], "window": [390, 800]},
    "area": {"hash": SCREENS["area"][0]},
}
SMALL = 4
"""A screen is compared at so many times less than its size."""
APART = 2.0
"""Of 255: how far two pictures may be apart on average, and in each of their tiles four times."""
TILES = 8


@pytest.fixture(scope="module")
def drawn(once: Once, changed_preview: Path) -> dict[str, Path]:
    """The screens as they are now."""
    folder = once.made("screens", partial(draw, changed_preview))
    return {name: folder / f"{name}.png" for name in DRAWN}


def draw(site: Path, folder: Path) -> None:
    style = "".join(
        f"@font-face {{ font-family: Kept; font-weight: {weight}; src: url(data:font/ttf;base64,"
        f"{base64.b64encode((FONTS / name).read_bytes()).decode()}) }}"
        for weight, name in FACES.items()
    )
    visits = [
        {
            "window": [1000, 760],
            **visit,
            "style": f"{style} * {{ font-family: Kept !important; caret-color: transparent }}",
            "settle": 300,
            "screenshot": str(folder / f"{name}.png"),
        }
        for name, visit in DRAWN.items()
    ]
    for found in visited(file_address(site), visits):
        assert found["errors"] == []


def apart(one: Image.Image, other: Image.Image) -> tuple[float, float]:
    """Return how far two pictures are apart: on average, and in the tile that differs most."""
    pair = [_small(picture) for picture in (one, other)]
    difference = ImageChops.difference(*pair)
    width, height = (max(1, side // TILES) for side in difference.size)
    tiles = [
        difference.crop((x, y, x + width, y + height))
        for x in range(0, difference.width - width + 1, width)
        for y in range(0, difference.height - height + 1, height)
    ]
    return ImageStat.Stat(difference).mean[0], max(ImageStat.Stat(one).mean[0] for one in tiles)


def _small(picture: Image.Image) -> Image.Image:
    grey = picture.convert("L").filter(ImageFilter.GaussianBlur(SMALL))
    return grey.resize((picture.width // SMALL, picture.height // SMALL))


@pytest.mark.parametrize("name", DRAWN)
def test_a_screen_looks_as_it_was_kept(drawn: dict[str, Path], name: str) -> None:
    now = Image.open(drawn[name]).convert("RGB")
    kept = KEPT / f"{name}.png"
    if os.environ.get("UPDATE_SCREENS"):
        KEPT.mkdir(exist_ok=True)
        now.quantize(64).save(kept, optimize=True)
    before = Image.open(kept).convert("RGB")
    assert now.size == before.size
    mean, most = apart(before, now)
    assert mean < APART, f"{name} is {mean:.1f} apart: see {drawn[name]}"
    assert most < 4 * APART, f"a part of {name} is {most:.1f} apart: see {drawn[name]}"


def test_a_line_that_has_moved_is_a_difference() -> None:
    kept = Image.open(KEPT / "overview.png").convert("RGB")
    moved = kept.copy()
    moved.paste(kept.crop((0, 300, kept.width, kept.height - 20)), (0, 320))
    assert apart(kept, kept) == (0, 0)
    mean, most = apart(kept, moved)
    assert mean >= APART or most >= 4 * APART
