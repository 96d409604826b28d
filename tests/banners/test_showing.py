"""Slots without an image of their own are cut from a master, around its focal point."""

from compiler.banners.making import BannerImages
from compiler.images.direct import DirectWork
from compiler.images.recipe import WHOLE
from compiler.load.loading import load
from compiler.settings import Settings
from tests.builders import project, said
from tests.bundle.compiled import bundle, compiled
from tests.images.drawing import banner, saved

YAML = """\
locales:
  es: {active: true, description: Venta, master: {file: master.png, focus: {x: 1, y: 0.5}}}
  en: {active: true, description: Sale, master: {file: en/master.png}}
"""
FILES: dict[str, str | bytes] = {
    "banners/sale/banner.yaml": YAML,
    "banners/sale/master.png": saved(banner(1920, 600), "PNG"),
    "banners/sale/en/master.png": saved(banner(2000, 600), "PNG"),
    "banners/sale/en/wide.png": saved(banner(1920, 240), "PNG"),
}


def shown(locale: str) -> list[tuple[str, str, tuple[int, int, int, int]]]:
    content = load(project(FILES)).content
    entity = content.shared.banners["sale"]
    images = BannerImages(content, Settings(version=1), DirectWork())
    return [
        (
            one.slot.name,
            one.path.rpartition("sale/")[2],
            one.cut.box(one.picture.width, one.picture.height),
        )
        for one in images.shown(entity, entity.locales[locale])
    ]


def test_what_is_missing_is_cut_in_the_shape_of_its_slot() -> None:
    assert shown("en") == [
        ("mobile", "en/master.png", (600, 0, 1400, 600)),
        ("tablet", "en/master.png", (200, 0, 1800, 600)),
        ("desktop", "en/master.png", (0, 50, 2000, 550)),
        ("wide", "en/wide.png", WHOLE.box(1920, 240)),
    ]


def test_the_focus_stays_in_sight_and_the_shape_is_that_of_the_source() -> None:
    assert shown("es") == [
        ("mobile", "master.png", (1120, 0, 1920, 600)),
        ("tablet", "master.png", (320, 0, 1920, 600)),
        ("desktop", "master.png", (0, 60, 1920, 540)),
        ("wide", "master.png", (0, 180, 1920, 420)),
    ]


def test_nothing_is_found_wrong_and_all_four_are_published() -> None:
    assert said(load(project(FILES)).findings) == []
    slots = bundle(compiled(FILES), "banners/es.json")["sale"]["slots"]
    sizes = {name: (one["width"], one["height"]) for name, one in slots.items()}
    assert sizes == {
        "mobile": (640, 480),
        "tablet": (1024, 384),
        "desktop": (1444, 361),
        "wide": (1920, 240),
    }
