"""What banners show, what is made of it, and for whom: each image once, nothing for nobody."""

from collections.abc import Sequence

from typing_extensions import override

from compiler.banners.making import BannerImages
from compiler.banners.showing import Shown
from compiler.banners.variants import variants
from compiler.images.direct import DirectWork
from compiler.images.picture import Picture
from compiler.images.recipe import Recipe
from compiler.images.work import SURVEY, Answer, Failure, Order, Read
from compiler.load.loading import load
from compiler.model.banner import SLOTS
from compiler.settings import Budgets, Settings
from tests.builders import project
from tests.images.drawing import banner, saved

SETTINGS = Settings(version=1)
PNG = saved(banner(640, 20), "PNG")
FILES: dict[str, str | bytes] = {
    "configurations/languages.yaml": "source: en\nactive: [en, es, ru]\nenabled: [en, es]\n",
    "banners/sale/banner.yaml": "locales: {en: {active: true}, es: {}, ru: {active: true}}\n",
    **{f"banners/sale/{tag}/mobile.png": PNG + tag.encode()[:1] for tag in ("en", "es", "ru")},
}


class Told(DirectWork):
    """Work that remembers what it was asked."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[list[Order]] = []

    @override
    def done(self, orders: Sequence[Order], read: Read) -> dict[Order, Answer]:
        self.asked.append(list(orders))
        return super().done(orders, read)


def images(files: dict[str, str | bytes]) -> tuple[BannerImages, Told]:
    work = Told()
    return BannerImages(load(project(files)).content, SETTINGS, work), work


def made_for(files: dict[str, str | bytes]) -> set[str]:
    found, work = images(files)
    for path, picture in found.pictures.items():
        found.look(Shown(SLOTS[0], path, picture))
    return {order.path for order in work.asked[1] if isinstance(order.task, Recipe)}


def test_everything_is_looked_at_and_made_for_visitors_alone() -> None:
    found, _ = images(FILES)
    assert sorted(found.pictures) == [
        f"content/banners/sale/{tag}/mobile.png" for tag in ("en", "es", "ru")
    ]
    assert made_for(FILES) == {"content/banners/sale/en/mobile.png"}


def test_it_is_asked_for_at_once() -> None:
    found, work = images(FILES)
    (shown,) = found.shown(*found._public[0])
    for variant in found.variants(shown):
        assert not isinstance(found.made(variant), Failure)
    assert not isinstance(found.look(shown), Failure)
    assert [len(orders) for orders in work.asked] == [3, 4]
    assert {order.task for order in work.asked[0]} == {SURVEY}


def test_areas_count_as_they_are_shown() -> None:
    area: dict[str, str | bytes] = {
        "areas/shop/area.yaml": "name: Shop\ntype: web_shop\nhosting: integrated\nurl: https://shop.example\nowner: acme\n",
        "owners/acme.yaml": "name: Acme\ncontact: ops@acme.example\n",
        "areas/shop/banners/sale/banner.yaml": "locales: {en: {active: true}}\n",
        "areas/shop/banners/sale/en/mobile.png": saved(banner(640, 24), "PNG"),
    }
    assert made_for({**FILES, **area}) == {"content/areas/shop/banners/sale/en/mobile.png"}


def test_a_language_of_a_parent_is_shown_in_its_place() -> None:
    files = {
        **FILES,
        "configurations/languages.yaml": "source: en\nactive: [en, es, es-MX]\nenabled: [en, es-MX]\n",
    }
    files["banners/sale/banner.yaml"] = "locales: {en: {}, es: {active: true}}\n"
    assert made_for(files) == {"content/banners/sale/es/mobile.png"}


def shown(width: int, **picture: object) -> Shown:
    return Shown(SLOTS[3], "wide.png", Picture(9, None, None, "PNG", width, 100, **picture))  # type: ignore[arg-type]


def told(one: Shown, settings: Settings = SETTINGS) -> list[tuple[str, float, int, int, bool]]:
    return [
        (each.recipe.format, each.density, each.recipe.width, each.recipe.budget, each.recipe.moves)
        for each in variants(one, settings)
    ]


def test_a_wide_image_is_published_twice_in_each_format() -> None:
    expected = [
        (form, *sizes)
        for form in ("AVIF", "WebP", "JPEG")
        for sizes in [(1.0, 1920, 150_000, False), (2.0, 3840, 300_000, False)]
    ]
    assert told(shown(5000)) == expected


def test_one_between_is_as_sharp_as_it_can_be() -> None:
    assert told(shown(2880))[:2] == [
        ("AVIF", 1.0, 1920, 150_000, False),
        ("AVIF", 1.5, 2880, 225_000, False),
    ]
    assert told(shown(2000))[:2] == [
        ("AVIF", 1.0, 1920, 150_000, False),
        ("WebP", 1.0, 1920, 150_000, False),
    ]
    assert told(shown(1500))[0][2] == 1500


def test_settings_say_what_is_allowed() -> None:
    settings = Settings.model_validate({"version": 1, "banners": {"animation": True}})
    assert [one[4] for one in told(shown(1920, frames=3), settings)] == [True, True, False]
    assert [one[4] for one in told(shown(1920, frames=3))] == [False] * 3
    small = SETTINGS.model_copy(update={"budgets": Budgets(banner=9)})
    assert {one[3] for one in told(shown(1920), small)} == {9}
    assert told(shown(1920, transparent=True))[-1][0] == "PNG"
