"""How different pictures look."""

import io

import pytest
from PIL import Image

from compiler.review.pictures import described, visual_difference


def picture(color: str, size: tuple[int, int] = (100, 50), form: str = "PNG") -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", size, color).save(stream, form)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("before", "now", "percent"),
    [
        (picture("white"), picture("white"), 0),
        (picture("white"), picture("white", (400, 200), "WEBP"), 0),
        (picture("white"), picture("black"), 100),
        (picture("black"), picture("#808080"), 50),
        (b"no image", picture("black"), None),
    ],
)
def test_pictures_differ_in_percent(before: bytes, now: bytes, percent: int | None) -> None:
    assert visual_difference(before, now) == percent


def test_an_image_is_told_by_its_size() -> None:
    assert described(picture("white")).startswith("100 × 50 PNG, 0.")
    assert described(b"x" * 1500) == "unreadable, 1.5 KB"
