"""What a layout takes from the branding of an area: `{{ brand.colors.primary }}`.

Put in when everything else is compiled, so that areas share that work; nothing of it is left for
whoever renders.
"""

import html
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from compiler.model.branding import GENERIC_FONTS
from compiler.model.content import Content

LOGO_ID = "logo"
"""The Content-ID under which a mailer attaches the logo."""

_ANY = re.compile(r"\{\{-?[ \t]*brand\b[^{}\n]*\}\}|\{%-?[^{}%\n]*\bbrand\b[^{}%\n]*%\}")
_SLOT = re.compile(
    r"\{\{-?[ \t]*brand\.(?P<name>name|url|logo|(?:colors|fonts)\.[A-Za-z0-9_-]+)[ \t]*"
    r"(?:\|[ \t]*default\([ \t]*(?P<default>\"[^\"{}\n]*\"|'[^'{}\n]*')[ \t]*\)[ \t]*)?-?\}\}"
)
_WORDED = re.compile(r"-?[A-Za-z][A-Za-z0-9-]*")
Values = Mapping[str, str]
"""By name (`colors.primary`) what an area puts in, as CSS or text."""


@dataclass(frozen=True, slots=True)
class BrandSlot:
    """A place that asks for branding; ``name`` is None where nothing can be asked so."""

    offset: int
    length: int
    text: str
    name: str | None
    default: str | None


def area_brand(content: Content, area: str | None) -> dict[str, str]:
    """Return what layouts of an area may say; None, which is no area, says nothing."""
    if area is None or area not in content.areas:
        return {}
    record = content.areas[area].record.record
    look = content.look(area)
    return {
        "name": record.name,
        "url": record.url,
        **{f"colors.{key}": value for key, value in look.colors.items()},
        **{f"fonts.{key}": font_stack(families) for key, families in look.fonts.items()},
        **({} if look.logo is None else {"logo": f"cid:{LOGO_ID}"}),
    }


def font_stack(families: Iterable[str]) -> str:
    """Return families as CSS has them: `'Segoe UI', Arial, sans-serif`."""
    return ", ".join(
        one if one in GENERIC_FONTS or _WORDED.fullmatch(one) else f"'{one}'" for one in families
    )


def brand_slots(text: str) -> Iterator[BrandSlot]:
    """Yield the places of a layout that ask for branding, in their order."""
    for found in _ANY.finditer(text):
        slot = _SLOT.fullmatch(found[0])
        name = slot["name"] if slot is not None else None
        default = slot["default"][1:-1] if slot is not None and slot["default"] else None
        yield BrandSlot(found.start(), len(found[0]), found[0], name, default)


def branded_html(text: str, values: Values) -> str:
    """Put branding into HTML; what there is neither of it nor a default for, is empty."""
    return _filled(text, values, lambda value: html.escape(value).replace("{", "&#123;"))


def branded_text(text: str, values: Values) -> str:
    """Do the same to plain text."""
    return _filled(text, values, lambda value: value.replace("{", "{{ '{' }}"))


def unbranded(text: str) -> str:
    """Return a layout that asks for nothing of branding, every offset the same."""
    return _SLOT.sub(lambda slot: "{{ locale".ljust(len(slot[0]) - 2) + "}}", text)


def _filled(text: str, values: Values, escape: Callable[[str], str]) -> str:
    def value(slot: re.Match[str]) -> str:
        default = slot["default"][1:-1] if slot["default"] else ""
        return escape(values.get(slot["name"], default))

    return _SLOT.sub(value, text) if "brand" in text else text
