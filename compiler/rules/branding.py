"""Rules about branding: colours that can be read, fonts, what layouts ask for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import floor
from typing import Any

from compiler.base.finding import Finding
from compiler.base.place import Place
from compiler.base.rule import Rule
from compiler.base.suggest import did_you_mean
from compiler.channels.email.contrast import LARGE, NORMAL, colour, contrast
from compiler.model.branding import BACKGROUND, GENERIC_FONTS
from compiler.model.content import Layout
from compiler.model.entity import Entity
from compiler.rules.channels.layouts import place_in_layout
from compiler.rules.check import Scope
from compiler.rules.wording import listed
from compiler.templating.brand import BrandSlot, area_brand, brand_slots

_BACKGROUND = "background"
_UPON_BACKGROUND = ("text", "link")
_SEEN_UPON_BACKGROUND = ("primary",)
_UPON = ("on_", "on-")
_SHOWN = 3
_WAYS = "`brand.name`, `brand.url`, `brand.logo`, `brand.colors.NAME` and `brand.fonts.NAME`"


@dataclass(frozen=True, slots=True)
class _Pair:
    """A colour upon another, and the least contrast (WCAG 2.2) that it needs."""

    upper: str
    lower: str
    least: float


def faint_color(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A colour of branding cannot be read upon the one behind it.

    **Why** Many people cannot read it, and nobody in the sun; in many countries a shop must be
    readable by law.

    **Bad**

    ```yaml
    branding: {colors: {primary: "#0a5", on_primary: "#ffffff"}}
    ```

    **Good**

    ```yaml
    branding: {colors: {primary: "#00794a", on_primary: "#ffffff"}}
    ```

    `text` and `link` stand on `background` (white where it is not said), `on_X` on `X`: WCAG 2.2
    (1.4.3, AA) asks for 4.5. Buttons and borders in `primary` need 3 upon `background` (1.4.11).

    **Not flagged** Other names, of which nobody knows what they stand upon.
    """
    for entity, colors, own in _colored(scope):
        for pair in _pairs(colors):
            names = [name for name in (pair.upper, pair.lower) if name in own]
            ratio = _ratio(colors, pair)
            if not names or ratio is None or ratio >= pair.least:
                continue
            upper, lower = colors[pair.upper], colors.get(pair.lower, BACKGROUND)
            yield rule.at(
                entity.places.value("branding", "colors", names[0]),
                f"`{pair.upper}` (`{upper}`) on `{pair.lower}` (`{lower}`) has a contrast of"
                f" {floor(ratio * 100) / 100:.2f}; {pair.least:g} is needed",
                hint="take a darker or a lighter colour for one of them",
                entity=str(entity.reference),
            )


def _colored(
    scope: Scope,
) -> Iterator[tuple[Entity[Any], Mapping[str, str], Mapping[str, str]]]:
    """Yield owners and areas with the colours they end up with, and those they say themselves."""
    for owner in scope.content.owners.values():
        own = owner.record.branding.colors if owner.record.branding is not None else {}
        yield owner, own, own
    for name, area in scope.content.areas.items():
        branding = area.record.record.branding
        if branding is not None:
            yield area.record, scope.content.look(name).colors, branding.colors


def _pairs(colors: Mapping[str, str]) -> Iterator[_Pair]:
    for name in colors:
        if name in _UPON_BACKGROUND:
            yield _Pair(name, _BACKGROUND, NORMAL)
        elif name in _SEEN_UPON_BACKGROUND:
            yield _Pair(name, _BACKGROUND, LARGE)
        elif name.startswith(_UPON) and name[3:] in colors:
            yield _Pair(name, name[3:], NORMAL)


def _ratio(colors: Mapping[str, str], pair: _Pair) -> float | None:
    upper, lower = colour(colors[pair.upper]), colour(colors.get(pair.lower, BACKGROUND))
    return None if upper is None or lower is None else contrast(upper, lower)


def missing_generic_font(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """Fonts of branding do not end in one that every device has.

    **Why** Where none of them is there, each browser and mail reader shows another one, mostly with
    serifs.

    **Bad**

    ```yaml
    branding: {fonts: {text: [Inter]}}
    ```

    **Good**

    ```yaml
    branding: {fonts: {text: [Inter, Arial, sans-serif]}}
    ```

    **Not flagged** A list that an area does not say itself: its owner is told.
    """
    entities: list[Entity[Any]] = [one.record for one in scope.content.areas.values()]
    for entity in (*scope.content.owners.values(), *entities):
        fonts = entity.record.branding.fonts if entity.record.branding is not None else {}
        for name, families in fonts.items():
            if not families or families[-1] not in GENERIC_FONTS:
                yield rule.at(
                    entity.places.value("branding", "fonts", name),
                    f"`{name}` does not end in a font that every device has",
                    hint="add `sans-serif`, `serif` or `monospace` at the end",
                    entity=str(entity.reference),
                )


def unknown_brand_value(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A layout asks for something of branding that an area does not have.

    **Why** There would be a gap in its mails: no colour, no name, no picture.

    **Bad** (no area and no owner has a colour `primary`)

    ```html
    <a style="color: {{ brand.colors.primary }}">
    ```

    **Good** The colour in `branding` of the area or its owner, or another in its place.

    ```html
    <a style="color: {{ brand.colors.primary | default("#00794a") }}">
    ```

    A layout has `brand.name` and `brand.url` (of the area), `brand.logo` (the image that the mailer
    attaches), `brand.colors.NAME` and `brand.fonts.NAME`.

    **Not flagged** What has a `default`; an area whose owner is not there or cannot be read.
    """
    owners = scope.content.owners
    areas: list[str | None] = [
        name
        for name, area in scope.content.areas.items()
        if area.record.record.owner is None or area.record.record.owner in owners
    ]
    if not scope.content.areas:
        areas = [None]
    brands = {area: area_brand(scope.content, area) for area in areas}
    for layout in scope.content.layouts.values():
        for slot in brand_slots(layout.text):
            if slot.name is None:
                yield rule.at(
                    _place(layout, slot),
                    f"`{slot.text}` asks for nothing that `brand` has",
                    hint=f"there is {_WAYS}, and of filters `default` alone",
                )
            elif slot.default is None:
                yield from _lacking(rule, layout, slot, brands)


def _lacking(
    rule: Rule, layout: Layout, slot: BrandSlot, brands: Mapping[str | None, Mapping[str, str]]
) -> Iterator[Finding]:
    lacking = [area for area, brand in brands.items() if slot.name not in brand]
    if not lacking:
        return
    known = {f"brand.{name}" for brand in brands.values() for name in brand}
    asked = f"brand.{slot.name}"
    near = did_you_mean(asked, known) if known and asked not in known else None
    yield rule.at(
        _place(layout, slot),
        f"{_who([area for area in lacking if area is not None])} no `{asked}`",
        hint=near
        or 'say it in `branding` of the area or its owner, or write `| default("…")` here',
    )


def _who(areas: Sequence[str]) -> str:
    """Return who lacks something, up to the verb."""
    if not areas:
        return "a project without areas has"
    if len(areas) == 1:
        return f"the area `{areas[0]}` has"
    more = f", … ({len(areas)})" if len(areas) > _SHOWN else ""
    shown = listed(areas) if not more else ", ".join(f"`{one}`" for one in areas[:_SHOWN])
    return f"the areas {shown}{more} have"


def _place(layout: Layout, slot: BrandSlot) -> Place:
    return place_in_layout(layout, slot.offset, slot.length)
