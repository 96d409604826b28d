"""What attributes of MJML may say, by their names: its compiler passes over what it does not know.

After the documentation of MJML 4. Lengths may have any unit of CSS; what readers make of them is
theirs.
"""

import re
from collections.abc import Mapping

from compiler.channels.email.contrast import colour

_UNIT = r"(?:px|%|em|rem|pt|vw|vh)"
_LENGTH = rf"(?:\d*\.?\d+{_UNIT}|0)"
_LENGTHS = re.compile(rf"{_LENGTH}(?: +{_LENGTH}){{0,3}}")
_SIZE = re.compile(rf"{_LENGTH}|auto")
_LINE = re.compile(rf"{_LENGTH}|\d*\.?\d+|normal")
_SPACING = re.compile(rf"-?{_LENGTH}|normal")
_FUNCTION = re.compile(
    r"(?:rgb|hsl)a?\([\d.,%/ ]+(?:deg)?[\d.,%/ ]*\)|#[0-9a-fA-F]{4}(?:[0-9a-fA-F]{4})?"
)
_KEYWORDS = frozenset({"transparent", "inherit", "currentcolor", "initial", "none"})

_PADDED = re.compile(r"(?:\w+-)*padding(?:-(?:top|right|bottom|left))?|(?:\w+-)*border-radius")
_SIZED = frozenset(
    {"width", "height", "max-height", "background-width", "background-height", "font-size"}
    | {"ico-font-size", "icon-size", "icon-height", "icon-width", "tb-width"}
)
_WORDS: Mapping[str, frozenset[str]] = {
    name: frozenset(words.split())
    for names, words in {
        "align": "left center right justify",
        "text-align": "left center right justify start end",
        "ico-align icon-position": "left center right",
        "vertical-align icon-align": "top middle bottom",
        "direction": "ltr rtl",
        "dir": "ltr rtl auto",
        "full-width": "full-width true false",
        "fluid-on-mobile": "true false",
        "mode": "horizontal vertical fixed-height fluid-height",
        "background-repeat": "repeat no-repeat repeat-x repeat-y",
        "hamburger": "hamburger",
        "inline": "inline",
        "thumbnails": "visible hidden",
        "border-style": "solid dashed dotted double groove ridge inset outset none hidden",
        "text-decoration": "none underline overline line-through",
        "text-transform": "none capitalize uppercase lowercase",
        "font-style": "normal italic oblique",
    }.items()
    for name in names.split()
}


def value_fault(name: str, value: str) -> str | None:
    """Return what an attribute should say instead, None where its value can be carried out."""
    said = value.strip()
    if not said or "{{" in said or "{%" in said:
        return None
    if name in _WORDS:
        words = _WORDS[name]
        return None if said in words else f"write {_either(words)}"
    if name == "color" or name.endswith("-color"):
        return None if _is_colour(said) else "write a colour such as `#2456d6`"
    if _PADDED.fullmatch(name):
        return None if _LENGTHS.fullmatch(said) else "write one to four lengths such as `10px 25px`"
    pattern = _SIZE if name in _SIZED else _LINE if name.endswith("line-height") else None
    if name == "letter-spacing":
        pattern = _SPACING
    if pattern is None or pattern.fullmatch(said):
        return None
    return f"write a length with its unit, such as `{_number(said)}px`"


def _is_colour(said: str) -> bool:
    if said.lower() in _KEYWORDS or _FUNCTION.fullmatch(said):
        return True
    return colour(said) is not None


def _number(said: str) -> str:
    found = re.match(r"\d+", said)
    return found[0] if found else "16"


def _either(words: frozenset[str]) -> str:
    *others, last = (f"`{word}`" for word in sorted(words))
    return f"{', '.join(others)} or {last}" if others else last
