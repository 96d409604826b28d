"""What is published of banners: a ready `<picture>` for every width, in every format and sharpness."""

from typing import Any

from compiler.bundle.artifacts import Artifacts
from tests.bundle.compiled import bundle, compiled
from tests.images.drawing import banner, saved

SIZES = {"mobile": (640, 32), "tablet": (2048, 32), "desktop": (1500, 20), "wide": (1920, 24)}
WORDS = "locales: {en: {active: true, description: Summer, descriptions: {wide: Sun}}, es: {}}\n"


def flat(width: int, height: int) -> bytes:
    return saved(banner(width, height), "PNG")


def files(**slots: bytes) -> dict[str, str | bytes]:
    images = {name: flat(*size) for name, size in SIZES.items()} | slots
    return {
        "banners/sale/banner.yaml": WORDS,
        **{f"banners/sale/en/{name}.png": data for name, data in images.items() if data},
    }


def sale(artifacts: Artifacts) -> Any:
    return bundle(artifacts, "banners/en.json")["sale"]


def named(artifacts: Artifacts, text: str) -> str:
    """Return a text with the names of assets in place of their paths."""
    for asset in artifacts.assets:
        text = text.replace(asset.path, asset.name)
    return text


def test_the_sources_are_in_the_order_in_which_browsers_choose() -> None:
    artifacts = compiled(files())
    picture = sale(artifacts)["picture"]
    rows = [
        (one["media"], one["type"], named(artifacts, one["srcset"]), one["width"], one["height"])
        for one in picture["sources"]
    ]
    assert rows == [
        ("(min-width: 1444px)", "image/avif", "sale-wide.avif", 1920, 24),
        ("(min-width: 1444px)", "image/webp", "sale-wide.webp", 1920, 24),
        ("(min-width: 1444px)", "image/jpeg", "sale-wide.jpg", 1920, 24),
        ("(min-width: 1024px)", "image/avif", "sale-desktop.avif", 1444, 19),
        ("(min-width: 1024px)", "image/webp", "sale-desktop.webp", 1444, 19),
        ("(min-width: 1024px)", "image/jpeg", "sale-desktop.jpg", 1444, 19),
        ("(min-width: 640px)", "image/avif", "sale-tablet.avif, sale-tablet-2x.avif 2x", 1024, 16),
        ("(min-width: 640px)", "image/webp", "sale-tablet.webp, sale-tablet-2x.webp 2x", 1024, 16),
        ("(min-width: 640px)", "image/jpeg", "sale-tablet.jpg, sale-tablet-2x.jpg 2x", 1024, 16),
        (None, "image/avif", "sale-mobile.avif", 640, 32),
        (None, "image/webp", "sale-mobile.webp", 640, 32),
    ]
    img = picture["img"]
    assert named(artifacts, img["src"]) == named(artifacts, img["srcset"]) == "sale-mobile.jpg"
    assert (img["width"], img["height"], img["alt"]) == (640, 32, "Summer")


def test_each_slot_has_its_words_and_what_stands_in_its_place() -> None:
    slots = sale(compiled(files()))["slots"]
    assert list(slots) == ["desktop", "mobile", "tablet", "wide"]
    assert {name: slot["media"] for name, slot in slots.items()} == {
        "mobile": "(width < 640px)",
        "tablet": "(640px <= width < 1024px)",
        "desktop": "(1024px <= width < 1444px)",
        "wide": "(width >= 1444px)",
    }
    assert (slots["wide"]["alt"], slots["tablet"]["alt"]) == ("Sun", "Summer")
    assert slots["wide"]["color"] == "#fff2d6"
    assert slots["wide"]["placeholder"].startswith("data:image/webp;base64,")
    assert len(slots["wide"]["placeholder"]) < 400


def test_every_name_leads_to_the_bytes_that_it_says() -> None:
    artifacts = compiled(files())
    assert len(artifacts.assets) == 3 * 5
    for asset in artifacts.assets:
        data = asset.read()
        assert len(data) == asset.size
        assert (
            asset.media_type
            == {
                b"\0\0\0 ftypavi": "image/avif",
                b"RIFF": "image/webp",
                b"\xff\xd8\xff": "image/jpeg",
            }[
                next(
                    one
                    for one in (b"\0\0\0 ftypavi", b"RIFF", b"\xff\xd8\xff")
                    if data.startswith(one)
                )
            ]
        )


def test_what_is_transparent_stays_so_in_every_format() -> None:
    image = banner(640, 32).convert("RGBA")
    image.putalpha(128)
    artifacts = compiled(files(mobile=saved(image, "PNG")))
    assert named(artifacts, sale(artifacts)["picture"]["img"]["src"]) == "sale-mobile.png"


def test_a_slot_without_an_image_that_can_be_used_is_left_out() -> None:
    artifacts = compiled(files(mobile=b"no image", wide=b""))
    banner_ = sale(artifacts)
    assert list(banner_["slots"]) == ["desktop", "tablet"]
    assert named(artifacts, banner_["picture"]["img"]["src"]) == "sale-tablet.jpg"
    assert {one["media"] for one in banner_["picture"]["sources"]} == {"(min-width: 1024px)", None}
    nothing = compiled({"banners/sale/banner.yaml": WORDS})
    assert sale(nothing) == {"title": None, "properties": {}, "slots": {}, "picture": None}


def test_inactive_languages_publish_nothing() -> None:
    artifacts = compiled({**files(), "banners/sale/es/mobile.png": flat(640, 30)})
    assert bundle(artifacts, "banners/es.json") == {}
    assert len(artifacts.assets) == 3 * 5


def test_what_moves_moves_where_the_project_allows_it() -> None:
    frames = [banner(640, 32), banner(640, 32, sun="#d03030")]
    data = saved(frames[0], "PNG", save_all=True, append_images=frames[1:], duration=300)
    still, moving = (
        compiled(files(mobile=data), banners={"animation": on}) for on in (False, True)
    )
    webp = [
        {one.name: one.read() for one in artifacts.assets}["sale-mobile.webp"]
        for artifacts in (still, moving)
    ]
    assert [b"ANMF" in one for one in webp] == [False, True]


def alts(words: str) -> tuple[set[str | None], str | None]:
    """Return the alternative texts of the slots, and of the picture."""
    sold = sale(compiled({**files(), "banners/sale/banner.yaml": words}))
    return {slot["alt"] for slot in sold["slots"].values()}, sold["picture"]["img"]["alt"]


def test_a_decorative_banner_has_an_empty_alternative_text() -> None:
    assert alts("decorative: true\nlocales: {en: {active: true}}\n") == ({""}, "")
    assert alts("locales: {en: {active: true}}\n") == ({None}, None)
    described = "decorative: true\nlocales: {en: {active: true, description: Sun}}\n"
    assert alts(described) == ({"Sun"}, "Sun")
