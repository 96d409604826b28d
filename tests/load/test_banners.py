"""Banners as they are loaded: their images by slot, and masters."""

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
