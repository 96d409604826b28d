"""Images of banners before and now: what each is, and how different they look."""

import re
from pathlib import Path

import pytest
from PIL import Image

from compiler.images.surveying import surveyed
from compiler.review.changes import Read, changes_of
from compiler.review.picture_changes import differing_images
from tests.images.drawing import bomb, saved
from tests.review.versions import Files, versions

BANNER = "content/banners/sale/banner.yaml"
WIDE = "content/banners/sale/en/wide.png"


def image(color: str, size: tuple[int, int] = (96, 48), form: str = "PNG") -> bytes:
    return saved(Image.new("RGB", size, color), form)


def told(folder: Path, before: bytes, now: bytes) -> list[str]:
    files: Files = {BANNER: "locales: {en: {}}\n", WIDE: before}
    both = versions(folder, files, {WIDE: now})
    pictures = {name: surveyed(data) for name, data in differing_images(both).items()}
    changes = changes_of(both, Read(pictures=pictures))
    lines = [f"{one.part}: {one.before} > {one.after}" for one in changes]
    return [re.sub(r", [\d.]+ KB", "", line) for line in lines]


@pytest.mark.parametrize(
    ("before", "now", "wanted"),
    [
        (image("white"), image("white"), []),
        (
            image("white"),
            image("white", (400, 200), "WEBP"),
            ["images.wide: 96 × 48 PNG > 400 × 200 WebP; 0 % different"],
        ),
        (
            image("white"),
            image("black"),
            ["images.wide: 96 × 48 PNG > 96 × 48 PNG; 100 % different"],
        ),
        (
            image("black"),
            b"x" * 1500,
            [
                (
                    "images.wide: 96 × 48 PNG > unreadable (this is no image that can "
                    "be read); cannot be compared"
                )
            ],
        ),
        (
            image("black"),
            bomb(60_000),
            [
                (
                    "images.wide: 96 × 48 PNG > unreadable (this image has more than "
                    "50 million pixels); cannot be compared"
                )
            ],
        ),
    ],
    ids=("same", "scaled", "inverted", "no-image", "bomb"),
)
def test_images_differ_in_percent(
    tmp_path: Path, before: bytes, now: bytes, wanted: list[str]
) -> None:
    assert told(tmp_path, before, now) == wanted


def test_what_nobody_has_opened_is_told_by_its_size(tmp_path: Path) -> None:
    files: Files = {BANNER: "locales: {en: {}}\n", WIDE: b"x" * 1200}
    both = versions(tmp_path, files, {WIDE: b"x" * 2900})
    assert [(one.before, one.after) for one in changes_of(both)] == [
        ("1.2 KB", "2.9 KB; cannot be compared")
    ]
