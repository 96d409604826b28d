"""What a reader of a compiled mail sees: colours upon one another, and the direction of its body.

The document has its CSS inlined; what is in `style` elements still (media queries) is not asked.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html.parser import HTMLParser

from typing_extensions import override

from compiler.channels.email.contrast import LARGE, NORMAL, Colour, colour, contrast
from compiler.channels.email.jinja import tokens_for
from compiler.richtext.html_names import VOID

_DECLARATION = re.compile(r"([a-z-]+)\s*:\s*((?:[^;\"']|\"[^\"]*\"|'[^']*')+)", re.IGNORECASE)
_IMPORTANT = re.compile(r"\s*!important\s*$", re.IGNORECASE)
_FIRST_COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b|rgba?\([^)]*\)|[a-zA-Z]+")
_PIXELS = re.compile(r"\s*([\d.]+)(px|pt|em|rem|%)?\s*$")
_UNITS = {"px": 1.0, "pt": 4 / 3, "em": 16.0, "rem": 16.0, "%": 0.16, None: 1.0}
_SILENT = {"head", "style", "script", "title"}
_LARGE_FROM, _LARGE_BOLD_FROM = 24.0, 18.66
_TINY = 2.0
"""Text of fewer pixels is there to be not seen."""

_BOLD = {"b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"}
_SIZES = {"h1": 32.0, "h2": 24.0, "h3": 18.72}


@dataclass(frozen=True, slots=True)
class Look:
    """How text at one place of a document looks; None where it depends on what is not known."""

    colour: tuple[str, Colour | None] = ("black", (0, 0, 0))
    background: tuple[str, Colour | None] = ("white", (255, 255, 255))
    size: float = 16.0
    bold: bool = False
    hidden: bool = False
    direction: str = ""
    align: str = ""


@dataclass(frozen=True, slots=True)
class Faint:
    """Text that is hard to read: its colour and background as written, the ratio, the least."""

    colour: str
    background: str
    ratio: float
    least: float
    text: str


class _Walk(HTMLParser):
    """Goes through a document and notes how each piece of text looks."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[tuple[str, Look]] = [("", Look())]
        self.seen: list[tuple[str, Look]] = []

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            given = {name: value or "" for name, value in attrs}
            self._open.append((tag, _look(self._open[-1][1], tag, given)))

    @override
    def handle_endtag(self, tag: str) -> None:
        if any(name == tag for name, _ in self._open):
            while self._open.pop()[0] != tag:
                pass

    @override
    def handle_data(self, data: str) -> None:
        look = self._open[-1][1]
        if data.strip() and not look.hidden:
            self.seen.append((data, look))


def faint_texts(document: str) -> Iterator[Faint]:
    """Yield text that has less contrast than WCAG 2.2 (AA) asks, each pair of colours once."""
    told = set()
    for text, look in _seen(document):
        (ink, front), (ground, back) = look.colour, look.background
        if front is None or back is None or (ink, ground) in told:
            continue
        large = look.size >= (_LARGE_BOLD_FROM if look.bold else _LARGE_FROM)
        least = LARGE if large else NORMAL
        ratio = contrast(front, back)
        if ratio < least:
            told.add((ink, ground))
            yield Faint(ink, ground, ratio, least, " ".join(text.split()))


def look_at(document: str, text: str) -> Look | None:
    """Return how a piece of text looks, None where the document does not show it."""
    return next((look for data, look in _seen(document) if text in data), None)


def _seen(document: str) -> list[tuple[str, Look]]:
    walk = _Walk()
    walk.feed(tokens_for(document).text)
    walk.close()
    return walk.seen


def _look(around: Look, tag: str, attributes: dict[str, str]) -> Look:
    style = {
        match[1].lower(): _IMPORTANT.sub("", match[2]).strip()
        for match in _DECLARATION.finditer(attributes.get("style", ""))
    }
    look = replace(
        around,
        bold=_is_bold(tag, style, around),
        size=_size(style.get("font-size"), _SIZES.get(tag, around.size)),
        hidden=around.hidden or tag in _SILENT or _is_hidden(attributes, style),
        direction=style.get("direction", attributes.get("dir", around.direction)).lower(),
        align=style.get("text-align", attributes.get("align", around.align)).lower(),
    )
    return _coloured(look, tag, attributes, style)


def _coloured(look: Look, tag: str, attributes: dict[str, str], style: dict[str, str]) -> Look:
    ink = style.get("color", attributes.get("color", "#0000ee" if tag == "a" else ""))
    if ink and ink.lower() not in {"inherit", "currentcolor"}:
        look = replace(look, colour=(ink, colour(ink)))
    ground = style.get("background-color") or style.get("background") or attributes.get("bgcolor")
    pictures = "url(" in style.get("background", "") + style.get("background-image", "")
    if pictures or "background" in attributes or "gradient" in style.get("background", ""):
        return replace(look, background=("a picture", None))
    if ground and ground.lower() not in {"transparent", "none", "inherit", "initial"}:
        first = _FIRST_COLOUR.search(ground)
        said = first[0] if first is not None else ground
        return replace(look, background=(said, colour(said)))
    return look


def _is_bold(tag: str, style: dict[str, str], around: Look) -> bool:
    weight = style.get("font-weight", "")
    if weight:
        return weight in {"bold", "bolder"} or (weight.isdigit() and int(weight) >= 700)  # noqa: PLR2004 - bold
    return around.bold or tag in _BOLD


def _is_hidden(attributes: dict[str, str], style: dict[str, str]) -> bool:
    gone = style.get("display") == "none" or style.get("visibility") == "hidden"
    faded = style.get("opacity") in {"0", "0.0"}
    tiny = "font-size" in style and _size(style["font-size"], 16.0) <= _TINY
    return gone or faded or "hidden" in attributes or (tiny and "max-height" in style)


def _size(said: str | None, around: float) -> float:
    match = _PIXELS.match(said or "")
    return float(match[1]) * _UNITS[match[2]] if match is not None else around
