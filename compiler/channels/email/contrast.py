"""How well a colour can be read upon another: contrast after WCAG 2.2, colours after CSS. Pure."""

import re

NORMAL = 4.5
"""What WCAG 2.2 (1.4.3, AA) asks of text."""

LARGE = 3.0
"""What it asks of large text: 24 px and more, or 18.66 px and more where it is bold."""

Colour = tuple[int, int, int]
"""Red, green, blue; each from 0 to 255."""

_FUNCTION = re.compile(r"rgba?\(\s*([\d.]+%?)[\s,]+([\d.]+%?)[\s,]+([\d.]+%?)\s*\)")
_HEX = re.compile(r"#[0-9a-f]{3}(?:[0-9a-f]{3})?")


def colour(text: str) -> Colour | None:
    """Return an opaque colour written as CSS writes it; None for one that says nothing alone."""
    from PIL import ImageColor  # noqa: PLC0415 - wanted only by content that has e-mails

    text = text.strip().lower()
    if _HEX.fullmatch(text) or text in ImageColor.colormap:
        red, green, blue = ImageColor.getrgb(text)[:3]
        return red, green, blue
    parts = _FUNCTION.fullmatch(text)
    return None if parts is None else (_part(parts[1]), _part(parts[2]), _part(parts[3]))


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast ratio, from 1 (the same) to 21 (black on white)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _part(text: str) -> int:
    number = float(text.rstrip("%")) * (2.55 if text.endswith("%") else 1)
    return min(255, round(number))


def _luminance(of: Colour) -> float:
    red, green, blue = (_linear(part / 255) for part in of)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    low = 0.04045  # where the curve of sRGB begins
    return part / 12.92 if part <= low else ((part + 0.055) / 1.055) ** 2.4
