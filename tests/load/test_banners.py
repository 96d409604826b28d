"""Banners as they are loaded: their images by slot, and what is said of files that nobody reads."""

import pytest

from compiler.load.loading import load
from tests.builders import project, said

YAML = "banners/sale/banner.yaml"


def test_the_master_of_a_banner_that_cannot_be_used_is_not_stray() -> None:
    text = "locales: {en: {master: {file: m.jpg, focus: {x: 1.2, y: -1}}}}\n"
    loaded = load(project({YAML: text, "banners/sale/m.jpg": b"", "banners/sale/en/wide.png": b""}))
    assert said(loaded.findings) == [
        f"content/{YAML}:1:49 invalid-value: `locales.en.master.focus.x` must be 1 or less, not 1.2",
        f"content/{YAML}:1:57 invalid-value: `locales.en.master.focus.y` must be 0 or more, not -1",
    ]


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("sale/en/Wide.png", "rename it to `wide.png`"),
        ("sale/en/wide.JPEG", "rename it to `wide.jpg`"),
        ("sale/wide.png", "an image of a banner is `<banner>/<locale>/<slot>.<png|jpg|webp|avif>`"),
        (
            "sale/es/wide.png",
            (
                "there must be `sale/banner.yaml` with the language `es` below `locales`, written as CLDR"
                " does; where that is so, `wide` has another image already, of which one has to go"
            ),
        ),
    ],
)
def test_an_image_that_nobody_reads(name: str, hint: str) -> None:
    loaded = load(project({YAML: "locales: {en: {}}\n", f"banners/{name}": b""}))
    assert said(loaded.findings) == [
        f"content/banners/{name}:1:1 stray-file: nobody reads this file -> {hint}"
    ]
