"""Branding: colours, fonts and a logo, of an owner or of one area; what an area ends up with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from posixpath import dirname, join
from typing import Annotated

from pydantic import Field

from compiler.model.record import Form, Name, Record

BACKGROUND = "#ffffff"
"""What stands behind everything where `background` is not said."""

GENERIC_FONTS = (
    "serif",
    "sans-serif",
    "monospace",
    "cursive",
    "fantasy",
    "system-ui",
    "ui-serif",
    "ui-sans-serif",
    "ui-monospace",
    "ui-rounded",
)
"""The families of CSS Fonts 4 that every device has one for."""

Color = Annotated[
    str, Form(r"#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})", "must be a colour such as `#0a5` or `#00aa55`")
]
"""An opaque colour of sRGB, as CSS writes it."""

FontFamily = Annotated[
    str,
    Form(
        r"[A-Za-z0-9-][A-Za-z0-9 _-]{0,99}",
        "must be the name of a font such as `Inter`: letters, digits, spaces, `-` and `_`",
    ),
]


LogoName = Annotated[
    str,
    Form(
        r"[^/\\\r\n]+\.([pP][nN][gG]|[jJ][pP][eE]?[gG]|[wW][eE][bB][pP]|[aA][vV][iI][fF])",
        "must be the name of an image beside this file: `.png`, `.jpg`, `.webp` or `.avif`",
    ),
]
"""The name of an image in the same folder: what has it is published as it is."""


class Branding(Record):
    """What a front door looks like; an area says only what differs from its owner."""

    colors: dict[Name, Color] = Field(
        default_factory=dict,
        description="By name. `text` and `link` stand on `background` (white), `on_X` on `X`.",
    )
    fonts: dict[Name, list[FontFamily]] = Field(
        default_factory=dict,
        description="By use, such as `text` or `heading`: the font, then what to take without it.",
    )
    logo: LogoName | None = Field(None, description="An image beside this file.")


@dataclass(frozen=True, slots=True)
class Look:
    """The branding that an area ends up with; ``logo`` is the path of an image."""

    colors: Mapping[str, str] = field(default_factory=dict)
    fonts: Mapping[str, Sequence[str]] = field(default_factory=dict)
    logo: str | None = None


def look_of(*brandings: tuple[Branding | None, str]) -> Look:
    """Lay brandings over each other, the undermost first; each with the path of its file.

    Colours and fonts are overlaid by name, the logo as a whole.
    """
    colors: dict[str, str] = {}
    fonts: dict[str, Sequence[str]] = {}
    logo = None
    for branding, path in brandings:
        if branding is not None:
            colors |= branding.colors
            fonts |= branding.fonts
            logo = logo if branding.logo is None else join(dirname(path), branding.logo)
    return Look(colors, fonts, logo)
