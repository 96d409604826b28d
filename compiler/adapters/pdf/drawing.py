"""Draws the first page of a PDF by PDFium, then reads its text, in a process that may die."""

import base64
import io
import re
from typing import Any

import PIL.Image
import PIL.WebPImagePlugin
import pypdfium2

from compiler.adapters.pdf.limiting import Say

_WIDTH, _HEIGHT = 480, 680
"""Pixels of the box that the first page is fitted into: A4 at 240 wide, twice as sharp."""
_QUALITY = 75
_MOST_SIGNS = 200_000
"""Signs of text: who searches finds what stands on the first fifty pages or so."""
_HYPHEN = re.compile("(?:\ufffe|\u00ad|\u0002)[\r\n]*")
"""What PDFium gives for a hyphen at which a word was broken."""


def say_picture(data: bytes, say: Say) -> None:
    """Say what a PDF looks like, then what it says; each as soon as it is known."""
    try:
        document = pypdfium2.PdfDocument(data)
        say(thumbnail=_thumbnail(document[0]))
        say(text=_text(document))
    except pypdfium2.PdfiumError as failure:
        say(damage=" ".join(str(failure).split()))


def _thumbnail(page: Any) -> tuple[str, int, int] | None:  # noqa: ANN401 - of the library
    """Return the page as WebP (base64) with its width and height, None where it has no area."""
    width, height = page.get_size()
    if not (0 < width < float("inf") and 0 < height < float("inf")):
        return None
    scale = min(_WIDTH / width, _HEIGHT / height)
    image: PIL.Image.Image = page.render(scale=scale, may_draw_forms=False).to_pil()
    out = io.BytesIO()
    image.convert("RGB").save(out, "WEBP", quality=_QUALITY, method=6)
    return base64.b64encode(out.getvalue()).decode(), image.width, image.height


def _text(document: Any) -> str:  # noqa: ANN401
    """Return the text: a line a page, also of an empty one, without signs that nobody sees."""
    pages: list[str] = []
    left = _MOST_SIGNS
    for page in document:
        text = page.get_textpage()
        read = text.get_text_range(0, min(text.count_chars(), left))
        words = " ".join(_HYPHEN.sub("", read).split())
        pages.append("".join(sign for sign in words if sign.isprintable()))
        left -= len(words)
        if left <= 0:
            break
    return "\n".join(pages).rstrip("\n")
