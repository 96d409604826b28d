"""Links and images that name something of this repository: ``documents/license-2025``.

``documents/<label>`` and ``texts/<label>`` can be linked to, ``banners/<label>`` be shown.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape, unescape
from typing import Final

KINDS: Final = ("documents", "banners", "texts")
_REFERENCE = re.compile(rf"({'|'.join(KINDS)})/([A-Za-z0-9._-]+)(?:#(.*))?")
_TAG = re.compile(r'<(a|img)((?: [a-z-]+="[^"]*")*)>')
_ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')
_SIGNS = (*(f"{kind}/" for kind in KINDS), "&", "\\")
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


def may_refer(markdown: str) -> bool:
    """Tell whether a text may have a reference in it, at a glance."""
    # An entity or a backslash may stand for any letter of one.
    return any(sign in markdown for sign in _SIGNS)


def undisguised(markdown: str) -> str:
    """Return a text in which every reference can be seen by its letters, and perhaps more than are.

    Markdown takes a character behind a backslash, and an entity, for the character it means.
    """
    plain = markdown.replace("\\", "") if "\\" in markdown else markdown
    return unescape(plain) if "&" in plain else plain


def is_reference(address: str) -> bool:
    """Tell whether an address names something of this repository."""
    return _REFERENCE.fullmatch(address) is not None


@dataclass(frozen=True, slots=True)
class Picture:
    """The image of one slot: its size in CSS pixels, from which width of a page on.

    ``forms`` are media types and values of `srcset`, the best format first; the last is one that
    every program shows, which is at ``source``.
    """

    source: str
    width: int
    height: int
    from_width: int
    forms: tuple[tuple[str, str], ...]


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

    def resolved(match: re.Match[str]) -> str:
        attributes = dict(_ATTRIBUTE.findall(match[2]))
        is_link = match[1] == "a"
        reference = reference_of(unescape(attributes.get("href" if is_link else "src", "")))
        if reference is None:
            return match[0]
        target = resolve(reference) or Target()
        return _link(target, attributes) if is_link else _image(target, attributes)

    return _TAG.sub(resolved, html)


def _link(target: Target, attributes: Mapping[str, str]) -> str:
    href = {"href": escape(target.address)} if target.address is not None else {}
    others = {name: value for name, value in attributes.items() if name != "href"}
    return _tag("a", {**href, **others})


def _image(target: Target, attributes: Mapping[str, str]) -> str:
    """Return the picture for each width of a page; without any, the alternative text."""
    if not target.pictures:
        return attributes.get("alt", "")
    first, *wider = target.pictures
    size = {"width": str(first.width), "height": str(first.height)}
    address = {"src": escape(first.source), "srcset": escape(first.forms[-1][1])}
    image = _tag("img", {**size, **attributes, **address})
    ranges = [(f"(min-width: {one.from_width}px)", one, one.forms) for one in reversed(wider)]
    sources = [
        _source(media, form, one)
        for media, one, forms in [*ranges, (None, first, first.forms[:-1])]
        for form in forms
    ]
    return f"<picture>{''.join(sources)}{image}</picture>" if sources else image


def _source(media: str | None, form: tuple[str, str], picture: Picture) -> str:
    media_type, srcset = form
    return _tag(
        "source",
        {
            **({} if media is None else {"media": media}),
            "type": media_type,
            "srcset": escape(srcset),
            "width": str(picture.width),
            "height": str(picture.height),
        },
    )


def _tag(name: str, attributes: Mapping[str, str]) -> str:
    """Return a tag; the values are escaped already."""
    written = "".join(f' {key}="{value}"' for key, value in attributes.items())
    return f"<{name}{written}>"
