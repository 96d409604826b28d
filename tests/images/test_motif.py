"""One motif is known again when it is cut or laid out otherwise; another one is not."""

import itertools
from pathlib import Path

from PIL import Image

from compiler.images.motif import ALIKE, difference, likeness
from compiler.images.opening import opened, seen
from compiler.images.recipe import Cut
from compiler.images.surveying import surveyed
from tests.images.drawing import banner, saved


def signature(data: bytes) -> str:
    return surveyed(data).signature


def test_the_same_things_laid_out_for_another_ratio() -> None:
    wide, mobile = (saved(banner(*size), "PNG") for size in ((1920, 480), (640, 480)))
    assert likeness(signature(wide), signature(mobile)) >= ALIKE


def test_another_picture() -> None:
    ours = saved(banner(640, 480), "PNG")
    theirs = saved(banner(640, 480).convert("L").point(lambda value: 255 - value), "PNG")
    assert likeness(signature(ours), signature(theirs)) < ALIKE


PHOTOGRAPHS = ("Akranes.jpg", "bakingsoda.webp", "bread6.jpg", "soda_bread.jpg", "vik.jpg")


def test_photographs_are_known_again_in_parts_of_them(shared_data: Path) -> None:
    for name in PHOTOGRAPHS:
        _, image = opened((shared_data / "images/banners-bakerydemo" / name).read_bytes())
        whole = seen(image)
        parts = [
            signature(saved(whole.crop(Cut(ratio, x).box(*whole.size)), "PNG"))
            for ratio in (4.0, 2.5, 1.33)
            for x in (0.3, 0.7)
        ]
        for part in parts[1:]:
            assert likeness(parts[0], part) >= ALIKE, name


def test_most_pairs_of_photographs_are_told_apart(shared_data: Path) -> None:
    folder = shared_data / "images/banners-bakerydemo"
    found = [signature(path.read_bytes()) for path in sorted(folder.iterdir())]
    pairs = list(itertools.combinations([one for one in found if one], 2))
    apart = sum(likeness(one, other) < ALIKE for one, other in pairs)
    assert apart / len(pairs) > 0.65


def test_pictures_differ_in_percent_whatever_their_size() -> None:
    white, large, black, grey = (
        signature(saved(Image.new("RGB", size, color), "PNG"))
        for color, size in (
            ("white", (100, 50)),
            ("white", (400, 100)),
            ("black", (100, 50)),
            ("#808080", (10, 10)),
        )
    )
    assert difference(white, white) == difference(white, large) == 0
    assert difference(white, black) == 100
    assert difference(black, grey) == 50
