"""Images of banners: their width, or why they cannot be read."""

import io
import struct
import zlib

import PIL.Image
import pytest

from compiler.rules.measuring import Image, measured

FORMATS = [(".png", "PNG"), (".jpg", "JPEG"), (".webp", "WEBP"), (".avif", "AVIF")]


def drawn(form: str, width: int = 640) -> bytes:
    """Return an image that is 20 pixels high."""
    target = io.BytesIO()
    PIL.Image.effect_noise((width, 20), 50).convert("RGB").save(target, form)
    return target.getvalue()


@pytest.mark.parametrize(("suffix", "form"), FORMATS)
def test_the_width_of_every_format(suffix: str, form: str) -> None:
    data = drawn(form)
    assert measured(f"mobile{suffix}", data) == Image(len(data), 640)


@pytest.mark.parametrize(("suffix", "form"), FORMATS)
def test_an_image_that_was_cut_off_is_damaged(suffix: str, form: str) -> None:
    data = drawn(form)
    assert measured(f"mobile{suffix}", data[: len(data) // 2]).fault is not None


def test_an_image_is_read_as_what_its_name_says() -> None:
    assert measured("mobile.png", drawn("JPEG")).fault == "this is no PNG image"
    assert measured("mobile.jpg", b"hello").fault == "this is no JPEG image"
    assert measured("mobile.avif", b"").fault == "this is no AVIF image"


def test_an_image_that_would_fill_the_memory_is_not_unpacked() -> None:
    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"IDAT", zlib.compress(b"\0" * 1000)), (b"IEND", b"")]
    data = b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in chunks
    )
    assert measured("wide.png", data).fault == "this image has more than 50 million pixels"
