"""Renditions: the part, the width, the budget; no metadata, sRGB, upright, the same each time."""

import base64

import pytest
from PIL import Image, ImageCms

from compiler.images.encoding import decoded
from compiler.images.making import looks, renditions
from compiler.images.recipe import FLOOR, WHOLE, Cut, Recipe, densities
from compiler.images.similarity import ssim
from compiler.images.surveying import surveyed
from tests.images.drawing import banner, photograph, saved

FORMATS = ("AVIF", "WebP", "JPEG", "PNG")
PHOTO = photograph(800, 400)
DATA = saved(PHOTO, "PNG")


@pytest.mark.parametrize("form", FORMATS)
def test_a_rendition_is_scaled_and_encoded_as_asked(form: str) -> None:
    ((told, data),) = renditions(DATA, [Recipe(WHOLE, 640, form, 900_000)])
    found = surveyed(data)
    assert (found.format, found.width, found.height) == (form, 640, 320)
    assert (told.size, told.width, told.height) == (len(data), 640, 320)
    scaled = PHOTO.resize((640, 320), Image.Resampling.LANCZOS)
    assert told.ssim == pytest.approx(ssim(scaled, decoded(data)), abs=1e-4)
    assert told.ssim >= FLOOR
    assert renditions(DATA, [Recipe(WHOLE, 640, form, 900_000)]) == [(told, data)]


@pytest.mark.parametrize("form", FORMATS)
def test_the_budget_is_kept_by_lowering_the_quality(form: str) -> None:
    ((free, _),) = renditions(DATA, [Recipe(WHOLE, 640, form, 900_000)])
    ((told, data),) = renditions(DATA, [Recipe(WHOLE, 640, form, free.size * 4 // 5)])
    assert len(data) <= free.size * 4 // 5
    assert told.quality < free.quality
    assert FLOOR <= told.ssim <= free.ssim
    assert told.fits


@pytest.mark.parametrize("form", FORMATS)
def test_a_budget_that_would_spoil_it_is_not_kept(form: str) -> None:
    ((told, data),) = renditions(DATA, [Recipe(WHOLE, 640, form, 300)])
    assert len(data) > 300
    assert told.ssim >= FLOOR
    assert not told.fits
    assert told.nearest_size is not None
    assert told.nearest_ssim is not None
    assert told.nearest_size > 300 or told.nearest_ssim < FLOOR
    assert told.nearest_size <= len(data)


def test_nothing_is_made_larger() -> None:
    ((told, _),) = renditions(DATA, [Recipe(WHOLE, 1600, "JPEG", 900_000)])
    assert (told.width, told.height) == (800, 400)


@pytest.mark.parametrize("form", FORMATS)
def test_no_metadata_is_left(form: str) -> None:
    exif = Image.Exif()
    exif[0x010E] = "a secret remark"
    exif.get_ifd(0x8825).update({1: "N", 2: (52.0, 31.0, 0.0)})
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    source = saved(PHOTO, "JPEG", exif=exif.tobytes(), icc_profile=profile, comment=b"a secret")
    ((_, data),) = renditions(source, [Recipe(WHOLE, 320, form, 900_000)])
    assert b"secret" not in data
    image = decoded(data)
    assert not dict(image.getexif())
    assert not {"exif", "icc_profile", "xmp", "comment"} & image.info.keys()


def _swapped_profile() -> bytes:
    """Return the profile of sRGB with red and green exchanged."""
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    red, green = data.find(b"rXYZ"), data.find(b"gXYZ")
    assert red > 0
    assert green > 0
    data[red : red + 4], data[green : green + 4] = b"gXYZ", b"rXYZ"
    return bytes(data)


def test_a_profile_with_red_and_green_exchanged_exchanges_them() -> None:
    source = saved(Image.new("RGB", (64, 64), (255, 0, 0)), "PNG", icc_profile=_swapped_profile())
    ((_, data),) = renditions(source, [Recipe(WHOLE, 64, "PNG", 900_000)])
    red, green, blue = decoded(data).convert("RGB").getpixel((5, 5))  # type: ignore[misc]
    assert red < 30
    assert green > 220
    assert blue < 60


def test_an_image_is_upright() -> None:
    """Orientation 6: what was the left column is the top row."""
    image = Image.new("RGB", (80, 40), "white")
    image.paste("red", (0, 0, 20, 40))
    exif = Image.Exif()
    exif[0x0112] = 6
    ((told, data),) = renditions(
        saved(image, "PNG", exif=exif.tobytes()), [Recipe(WHOLE, 40, "PNG", 9000)]
    )
    assert (told.width, told.height) == (40, 80)
    shown = decoded(data).convert("RGB")
    assert shown.getpixel((20, 5)) == (255, 0, 0)
    assert shown.getpixel((20, 60)) == (255, 255, 255)


def test_the_cut_keeps_its_point_in_sight() -> None:
    assert Cut(2.0).box(800, 400) == (0, 0, 800, 400)
    assert Cut(1.0).box(800, 400) == (200, 0, 600, 400)
    assert Cut(1.0, x=0.9).box(800, 400) == (400, 0, 800, 400)
    assert Cut(1.0, x=0.0).box(800, 400) == (0, 0, 400, 400)
    assert Cut(4.0, y=0.25).box(800, 400) == (0, 0, 800, 200)
    assert Cut(4.0, y=0.5).size(800, 400) == (800, 200)


def test_a_cut_rendition_shows_that_part() -> None:
    image = Image.new("RGB", (800, 400), "white")
    image.paste("blue", (600, 0, 800, 400))
    ((told, data),) = renditions(saved(image, "PNG"), [Recipe(Cut(0.5, x=1.0), 200, "PNG", 9000)])
    assert (told.width, told.height) == (200, 400)
    assert decoded(data).convert("RGB").getcolors() == [(80_000, (0, 0, 255))]


def test_holes_stay_holes_and_their_edges_clean() -> None:
    image = Image.new("RGBA", (400, 400), (0, 255, 0, 0))
    image.paste((255, 0, 0, 255), (100, 100, 300, 300))
    ((_, data),) = renditions(saved(image, "PNG"), [Recipe(WHOLE, 133, "PNG", 90_000)])
    shown = decoded(data).convert("RGBA")
    assert shown.getpixel((2, 2))[3] == 0  # type: ignore[index]
    for x in range(shown.width):
        red, green, _, alpha = shown.getpixel((x, 66))  # type: ignore[misc]
        assert alpha < 16 or green <= red // 8, (x, red, green, alpha)
    ((_, flat),) = renditions(saved(image, "PNG"), [Recipe(WHOLE, 133, "JPEG", 90_000)])
    assert decoded(flat).getpixel((2, 2)) == (255, 255, 255)


@pytest.mark.parametrize("form", ["WebP", "AVIF"])
def test_a_moving_image_keeps_moving(form: str) -> None:
    frames = [banner(160, 120), banner(160, 120, sun="red"), banner(160, 120, sun="blue")]
    source = saved(
        frames[0], "WEBP", save_all=True, append_images=frames[1:], duration=[90, 80, 70]
    )
    ((told, data),) = renditions(source, [Recipe(WHOLE, 80, form, 90_000, moves=True)])
    found = surveyed(data)
    assert (found.fault, found.frames, found.width, told.width) == (None, 3, 80, 80)
    assert renditions(source, [Recipe(WHOLE, 80, "JPEG", 90_000)])[0][0].width == 80


def test_a_look_is_small_and_has_the_main_colour() -> None:
    ((look,), (part,)) = (
        looks(saved(banner(640, 480), "PNG"), [WHOLE]),
        looks(saved(banner(640, 480), "PNG"), [Cut(8.0, y=1.0)]),
    )
    assert look.colour == "#fff2d6"
    assert part.colour == "#00a651"
    kind, _, text = look.placeholder.partition(",")
    assert kind == "data:image/webp;base64"
    assert len(look.placeholder) < 400
    assert surveyed(base64.b64decode(text)).width == 16


def test_a_second_rendition_only_where_it_is_sharper() -> None:
    assert densities(600, 640) == ((1.0, 600),)
    assert densities(700, 640) == ((1.0, 640),)
    assert densities(960, 640) == ((1.0, 640), (1.5, 960))
    assert densities(4000, 640) == ((1.0, 640), (2, 1280))
