"""Links and images that name something of this repository: ``documents/license-2025``.

``documents/<label>`` and ``texts/<label>`` can be linked to, ``banners/<label>`` be shown.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape, unescape
from typing import Final

KINDS: Final = ("documents", "banners", "texts")
_REFERENCE = re.compile(rf"({'|'.join(KINDS)})/([A-Za-z0-9._-]+)(?:#(.*))?")
_LINK = re.compile(r'<a href="([^"]*)"')
_IMAGE = re.compile(r'<img src="(banners/[^"]*)" alt="([^"]*)"([^>]*)>')
_BEGINNINGS = tuple(f'="{kind}/' for kind in KINDS)


@dataclass(frozen=True, slots=True)
class Reference:
    """What an address names: kind, label, and a place within a text."""

    kind: str
    label: str
    anchor: str | None = None

    @property
    def name(self) -> str:
        """The entity that is meant."""
        return f"{self.kind}/{self.label}"


def reference_of(address: str) -> Reference | None:
    """Return what an address names in this repository, None where it leads outside."""
    match = _REFERENCE.fullmatch(address)
    return Reference(match[1], match[2], match[3]) if match else None


def is_reference(address: str) -> bool:
    """Tell whether an address names something of this repository."""
    return _REFERENCE.fullmatch(address) is not None


@dataclass(frozen=True, slots=True)
class Picture:
    """The image of one slot: where it is, its size in pixels, from which width of a page on."""

    source: str
    width: int
    height: int
    from_width: int


@dataclass(frozen=True, slots=True)
class Target:
    """What a reference comes to: an address, or pictures from the narrowest slot to the widest."""

    address: str | None = None
    pictures: tuple[Picture, ...] = ()


Resolve = Callable[[Reference], Target | None]
"""Says what a reference comes to, None where that is nothing in this language."""


def with_references(html: str, resolve: Resolve) -> str:
    """Put addresses in the place of references; of what there is not, only the words are left."""
    if not any(beginning in html for beginning in _BEGINNINGS):
        return html

    def link(match: re.Match[str]) -> str:
        reference = reference_of(unescape(match[1]))
        if reference is None:
            return match[0]
        target = resolve(reference)
        address = None if target is None else target.address
        return "<a" if address is None else f'<a href="{escape(address)}"'

    def image(match: re.Match[str]) -> str:
        reference = reference_of(unescape(match[1]))
        target = None if reference is None else resolve(reference)
        if target is None or not target.pictures:
            return match[2]
        return _picture(target.pictures, match[2], match[3])

    return _IMAGE.sub(image, _LINK.sub(link, html))


def _picture(pictures: tuple[Picture, ...], alt: str, others: str) -> str:
    first, *wider = pictures
    sources = "".join(
        f'<source media="(min-width: {one.from_width}px)" srcset="{escape(one.source)}" '
        f'width="{one.width}" height="{one.height}">'
        for one in reversed(wider)
    )
    size = f' width="{first.width}" height="{first.height}"'
    given = others if re.search(r"\b(?:width|height)=", others) else f"{size}{others}"
    image = f'<img src="{escape(first.source)}" alt="{alt}"{given}>'
    return f"<picture>{sources}{image}</picture>" if wider else image
