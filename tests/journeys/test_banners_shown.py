"""A page made from what is published shows the right image at every width, in real Chromium."""

import json
from pathlib import Path

import pytest
from PIL import Image

from tests.harness import small_project
from tests.images.drawing import saved
from tests.journeys.browsing import chromium_path, served
from tests.node.running import run_in_node

SLOTS = {
    "mobile": ((1280, 64), (200, 30, 30)),
    "tablet": ((2048, 52), (30, 160, 60)),
    "desktop": ((2888, 40), (40, 60, 200)),
    "wide": ((3840, 48), (230, 180, 20)),
}
FILES: dict[str, str | bytes] = {
    "content/banners/sale/banner.yaml": (
        "locales: {en: {active: true, description: Sale, descriptions: {mobile: Small sale}}}\n"
    ),
    **{
        f"content/banners/sale/en/{slot}.png": saved(Image.new("RGB", size, color), "PNG")
        for slot, (size, color) in SLOTS.items()
    },
    "clientarea.yaml": "version: 1\nrules: {differing-motif: off}\n",  # told by their colours
}
WIDTHS = {
    **dict.fromkeys((320, 375, 639), "mobile"),
    **dict.fromkeys((640, 1023), "tablet"),
    **dict.fromkeys((1024, 1443), "desktop"),
    **dict.fromkeys((1444, 1920, 2560), "wide"),
}
PAGE = """<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<style>body {{ margin: 0 }} img {{ width: 100%; height: auto; display: block }}</style>
<body><script>{function}
document.body.append(pictureOf({banner}, new URL("/", location)));</script>
"""


def documented_function(project_root: Path) -> str:
    """Return the function that the documentation gives to applications."""
    text = (project_root / "docs/banners.md").read_text(encoding="utf-8")
    return text.partition("```js\n")[2].partition("```")[0]


@pytest.mark.timeout(600)
def test_every_width_and_density_shows_its_image(tmp_path: Path, project_root: Path) -> None:
    project = small_project(tmp_path).files(FILES).run("publish").exits(0)
    banner = project.published("banners/en.json")["sale"]
    public = project.root / "build/store/public"
    page = PAGE.format(function=documented_function(project_root), banner=json.dumps(banner))
    (public / "page.html").write_text(page, encoding="utf-8")
    windows = [{"width": width, "density": density} for width in WIDTHS for density in (1, 2)]
    with served(public) as address:
        asked = {
            "browser": chromium_path(),
            "address": f"{address}/page.html",
            "windows": windows,
            "screenshots": None,
        }
        shown = run_in_node("browse.mjs", asked, seconds=500)
    assert [(one["width"], one["density"]) for one in shown] == [
        (window["width"], window["density"]) for window in windows
    ]
    for one in shown:
        slot = WIDTHS[one["width"]]
        (width, height), color = SLOTS[slot]
        name = f"sale-{slot}{'-2x' if one['density'] == 2 else ''}.avif"
        image = one["image"]
        assert one["errors"] == []
        assert one["loaded"] == [name], one
        assert image["name"] == name
        assert (image["width"], image["height"]) == (width // 2, height // 2)
        assert all(abs(a - b) <= 6 for a, b in zip(image["color"], color, strict=True)), one
        assert image["alt"] == ("Small sale" if slot == "mobile" else "Sale")
        assert image["placeholder"]
