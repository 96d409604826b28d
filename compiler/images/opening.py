"""Bytes → pixels in sRGB, as they are meant to be seen; or the reason why not.

Run only in a process that may die: decoders are libraries in C, and what they read are strangers'
files.
"""

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from PIL import ExifTags, Image, ImageCms, ImageOps, UnidentifiedImageError

from compiler.images.picture import FRAMES_MAX, PIXELS_MAX
from compiler.images.sniffing import format_of, has_end, hidden_in, refused

_PILLOW = {"PNG": "PNG", "JPEG": "JPEG", "WebP": "WEBP", "AVIF": "AVIF"}
_UNREADABLE = (
    *(OSError, ValueError, SyntaxError, EOFError, KeyError, IndexError, TypeError),
    RuntimeError,  # as the decoder of AVIF says it
)
_COORDINATES = {
    *(ExifTags.GPS.GPSLatitude, ExifTags.GPS.GPSLongitude),
    *(ExifTags.GPS.GPSDestLatitude, ExifTags.GPS.GPSDestLongitude),
}
_SRGB = ImageCms.createProfile("sRGB")


class Unusable(Exception):  # noqa: N818 - a verdict about a file, no error of the program
    """An image that cannot be used: one sentence for people, and what to do."""

    def __init__(self, fault: str, hint: str = "save it again") -> None:
        super().__init__(fault)
        self.hint = hint


@contextmanager
def in_silence() -> Iterator[None]:
    """Keep Pillow's remarks about files to itself: what is wrong with them is a verdict here."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def opened(data: bytes) -> tuple[str, Image.Image]:
    """Return the format of an image and its first frame, decoded. Raises Unusable."""
    form = format_of(data)
    if form is None:
        raise Unusable(*refused(data))
    also = hidden_in(form, data)
    if also is not None:
        raise Unusable(
            f"this {form} image is {also} as well",
            "save the image again with a program for images, which keeps nothing else",
        )
    try:
        image = Image.open(io.BytesIO(data), formats=[_PILLOW[form]])
        _bounded(image)
        image.load()
    except Image.DecompressionBombError as bomb:
        raise _too_large() from bomb
    except UnidentifiedImageError as failure:
        raise Unusable(f"this {form} image is damaged at its beginning") from failure
    except _UNREADABLE as failure:
        raise Unusable(_damaged(form, failure)) from failure
    if not has_end(form, data):  # Pillow lets it pass where the rows before that are there
        raise Unusable(f"this {form} image is cut off (its end is missing)")
    return form, image


def seen(image: Image.Image) -> Image.Image:
    """Return the current frame in 8-bit sRGB, upright, without metadata: RGB, or RGBA with holes.

    A profile that cannot be used is as good as none.
    """
    profile = image.info.get("icc_profile")
    upright = ImageOps.exif_transpose(image) if _has_orientation(image) else image
    alpha = _alpha(upright)
    if upright.mode == "I;16":
        upright = upright.convert("I").point(lambda value: value * (1 / 256) + 0).convert("L")
    colours = _in_srgb(upright, profile) if profile else None
    if colours is None:
        colours = upright.convert("RGB")
    bare = Image.new("RGB", colours.size)
    bare.paste(colours)
    if alpha is not None:
        bare.putalpha(alpha)
    return bare


def frame_count(form: str, image: Image.Image) -> int:
    """Return how many frames an image shows one after the other."""
    return 1 if form == "JPEG" else int(getattr(image, "n_frames", 1))


def tells_position(image: Image.Image) -> bool:
    """Tell whether the metadata has coordinates, of camera or subject: in EXIF, or in XMP."""
    with suppress(*_UNREADABLE):
        gps = image.getexif().get_ifd(ExifTags.IFD.GPSInfo)
        if not _COORDINATES.isdisjoint(gps):
            return True
    xmp = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or b""
    words = xmp if isinstance(xmp, bytes) else str(xmp).encode()
    return any(tag.name.encode() in words for tag in _COORDINATES)


def _bounded(image: Image.Image) -> None:
    if image.width * image.height > PIXELS_MAX:
        raise _too_large()
    if image.format != "MPO" and getattr(image, "n_frames", 1) > FRAMES_MAX:
        raise Unusable(f"this image has more than {FRAMES_MAX} frames", "use a shorter animation")


def _too_large() -> Unusable:
    return Unusable(
        f"this image has more than {PIXELS_MAX // 1_000_000} million pixels",
        "scale it down: 3840 pixels are the widest that is ever shown",
    )


def _damaged(form: str, failure: Exception) -> str:
    words = str(failure).strip().rstrip(".")
    if "too large" in words.lower() or "MAX_TEXT" in words:
        return f"this {form} image unpacks to far more than it shows ({words})"
    if "truncated" in words or isinstance(failure, EOFError):
        return f"this {form} image is cut off ({words or 'its end is missing'})"
    return f"this {form} image is damaged ({words or type(failure).__name__})"


def _has_orientation(image: Image.Image) -> bool:
    with suppress(*_UNREADABLE):
        return bool(image.getexif().get(ExifTags.Base.Orientation, 1) != 1)
    return False


def _alpha(image: Image.Image) -> Image.Image | None:
    """Return what is transparent, None where nothing is."""
    if not image.has_transparency_data:
        return None
    alpha = image.convert("RGBA").getchannel("A")
    return None if alpha.getextrema() == (255, 255) else alpha


def _in_srgb(image: Image.Image, profile: bytes) -> Image.Image | None:
    if image.mode in ("P", "PA", "RGBA", "RGBa"):
        image = image.convert("RGB")
    if image.mode in ("LA", "1"):
        image = image.convert("L")
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        return ImageCms.profileToProfile(image, source, _SRGB, outputMode="RGB")
    except (ImageCms.PyCMSError, *_UNREADABLE):
        return None
