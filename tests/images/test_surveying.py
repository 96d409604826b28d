"""What an image is, told from its bytes; and the true reason where it cannot be used."""

import io
import struct
import zlib
from typing import Any

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from compiler.images.picture import SUFFIXES, Picture
from compiler.images.surveying import surveyed
from tests.images.drawing import banner, bomb, photograph, png, saved

PILLOW = {"PNG": "PNG", "JPEG": "JPEG", "WebP": "WEBP", "AVIF": "AVIF"}
JPEG = saved(banner(640, 480), "JPEG")
WHOLE_PNG = saved(banner(64, 48), "PNG")


def gps(form: str, first: int = 1) -> bytes:
    """Make an image with four tags of a position: from 1 on that of the camera."""
    exif = Image.Exif()
    place = exif.get_ifd(0x8825)
    values = ("N", (52.0, 31.0, 0.0), "E", (13.0, 24.0, 0.0))
    place.update(dict(enumerate(values, start=first)))
    return saved(banner(640, 480), form, exif=exif.tobytes())


@pytest.mark.parametrize("form", SUFFIXES)
def test_every_format_is_known_by_its_bytes(form: str) -> None:
    data = saved(banner(640, 480), PILLOW[form])
    found = surveyed(data)
    assert (found.fault, found.format, found.size) == (None, form, len(data))
    assert (found.width, found.height, found.frames) == (640, 480, 1)
    assert not found.transparent
    assert not found.has_position


@pytest.mark.parametrize("form", SUFFIXES)
def test_an_image_that_was_cut_off_says_so(form: str) -> None:
    data = saved(photograph(640, 480), PILLOW[form])
    fault = surveyed(data[: len(data) // 2]).fault or ""
    assert fault.startswith(f"this {form} image is "), fault


@pytest.mark.parametrize("form", ["JPEG", "WEBP", "AVIF", "PNG"])
def test_where_it_was_taken_is_told(form: str) -> None:
    assert surveyed(gps(form)).has_position


def test_where_its_subject_stands_is_told() -> None:
    assert surveyed(gps("JPEG", first=19)).has_position


@pytest.mark.parametrize("tag", ["GPSLatitude", "GPSDestLongitude"])
def test_where_it_was_taken_is_told_by_xmp(tag: str) -> None:
    held = f"<exif:{tag}>52,31N</exif:{tag}>"
    xmp = f'<x:xmpmeta xmlns:x="adobe:ns:meta/">{held}</x:xmpmeta>'.encode()
    assert surveyed(saved(banner(64, 48), "WEBP", xmp=xmp)).has_position


def test_a_sideways_image_is_as_wide_as_it_is_seen() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    found = surveyed(saved(banner(640, 480), "JPEG", exif=exif.tobytes()))
    assert (found.width, found.height) == (480, 640)


def test_frames_and_holes_are_told() -> None:
    frames = [banner(64, 48), banner(64, 48, sun="red")]
    moving = surveyed(saved(frames[0], "WEBP", save_all=True, append_images=frames[1:]))
    assert moving.frames == 2
    holes = banner(64, 48).convert("RGBA")
    holes.putpixel((0, 0), (0, 0, 0, 0))
    assert surveyed(saved(holes, "PNG")).transparent
    assert not surveyed(saved(banner(64, 48).convert("RGBA"), "PNG")).transparent


REFUSED: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "this file is empty"),
    "an SVG": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "this is an SVG image, which may carry scripts"),
    "an SVG with a head": (b"\xef\xbb\xbf<?xml version='1.0'?>\n<svg/>", "this is an SVG image"),
    "a GIF": (saved(banner(8, 8), "GIF"), "this is a GIF image"),
    "a PDF": (b"%PDF-1.7\n", "this is a PDF"),
    "a text": (b"hello", "this is no image that can be read"),
    "a pointer": (b"version https://git-lfs.github.com/spec/v1\n", "this is a pointer of Git LFS that was changed"),
    "a bomb": (bomb(60_000), "this image has more than 50 million pixels"),
    "a head alone": (WHOLE_PNG[:20], "this PNG image is "),
    "a ZIP behind a PNG": (WHOLE_PNG + b"PK\3\4" + bytes(40), "this PNG image is a ZIP archive as well"),
    "a page behind a JPEG": (JPEG + b"<html><script>alert(1)</script>", "this JPEG image is a page as well"),
    "a PDF in a JPEG": (
        JPEG[:2] + b"\xff\xfe\0\x0c%PDF-1.7\n0" + JPEG[2:],
        "this JPEG image is a PDF as well",
    ),
    "a ZIP behind a WebP": (saved(banner(64, 48), "WEBP") + b"PK\3\4" + bytes(40), "this WebP image is a ZIP archive as well"),
    "a ZIP behind an AVIF": (saved(banner(64, 48), "AVIF") + b"PK\3\4" + bytes(40), "this AVIF image is a ZIP archive as well"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_used_is_refused_for_its_true_reason(name: str) -> None:
    data, reason = REFUSED[name]
    found = surveyed(data)
    assert (found.fault or "").startswith(reason), found.fault
    assert found.hint
    assert found == Picture(len(data), found.fault, found.hint)


def test_text_that_unpacks_to_far_more_is_not_unpacked() -> None:
    packed = zlib.compress(bytes(200_000_000), 9)
    header = struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)
    rows = zlib.compress(b"\0" * (8 * 25))
    data = png(
        (b"IHDR", header), (b"zTXt", b"Comment\0\0" + packed), (b"IDAT", rows), (b"IEND", b"")
    )
    assert (surveyed(data).fault or "").startswith(
        "this PNG image unpacks to far more than it shows"
    )


def test_a_picture_behind_the_picture_is_fine() -> None:
    """As cameras write them: a second JPEG behind the first, which is what is shown."""
    found = surveyed(JPEG + saved(banner(160, 120), "JPEG"))
    assert (found.fault, found.width) == (None, 640)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "I;16"])
def test_every_mode_is_read(mode: str) -> None:
    image = banner(64, 48)
    image = image.convert("L").convert("I;16") if mode == "I;16" else image.convert(mode)
    options: dict[str, Any] = {}
    if mode not in {"1", "I;16"}:
        options["icc_profile"] = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    form = "JPEG" if mode == "CMYK" else "PNG"
    found = surveyed(saved(image, form, **options))
    assert (found.fault, found.width, found.height) == (None, 64, 48)


def test_damaged_metadata_is_no_reason() -> None:
    info = PngImagePlugin.PngInfo()
    info.add(b"eXIf", b"MM\0*\0\0\0\x08\xff\xff")
    data = io.BytesIO()
    banner(64, 48).save(data, "PNG", pnginfo=info, icc_profile=b"no profile")
    assert surveyed(data.getvalue()).fault is None
