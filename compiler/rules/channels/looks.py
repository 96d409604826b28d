"""Rules about how layouts of e-mails look: direction of writing, contrast."""

import re
from collections.abc import Iterator, Mapping

from compiler.base.finding import Finding
from compiler.base.rule import Rule
from compiler.channels.email.appearance import Faint, faint_texts, look_at
from compiler.channels.email.layout import layout_html
from compiler.messages.cldr import direction
from compiler.model.content import Layout
from compiler.rules.channels.layouts import mail_layouts, place_in_layout
from compiler.rules.check import Scope
from compiler.rules.wording import in_area
from compiler.templating.brand import area_brand, brand_slots, branded_html

_PROBE = "XPROBEX"
_ROOT = re.compile(r"<(?:html|mjml)\b", re.IGNORECASE)


def missing_direction(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A layout shows a language that is written from right to left as if it were not.

    **Why** Sentences in Arabic, Hebrew or Persian are torn: signs, numbers and names stand in wrong
    places.

    **Bad**

    ```html
    <html lang="{{ locale }}">
    ```

    **Good**

    ```html
    <html lang="{{ locale }}" dir="{{ direction }}">
    ```

    In MJML sections and columns have a direction of their own: write
    `direction="{{ direction }}"` there, and `align="{{ start }}"` where text is aligned.

    **Not flagged** Layouts of no language that is written from right to left.
    """
    for layout, locale in _shown_from_right(scope):
        look = look_at(_probed(layout, locale), _PROBE)
        root = _ROOT.search(layout.text)
        at = root.start() if root is not None else 0
        if look is None:
            continue
        if look.direction != "rtl":
            yield rule.at(
                place_in_layout(layout, at, 5),
                f"`{locale}` is written from right to left, and this layout shows it from left to"
                " right",
                hint='write `dir="{{ direction }}"` here'
                + (
                    ", and `direction` in `<mj-section>` and `<mj-column>`" if _mjml(layout) else ""
                ),
            )
        elif look.align == "left":
            yield rule.at(
                place_in_layout(layout, at, 5),
                f"`{locale}` is written from right to left, and this layout aligns it to the left",
                hint='write `align="{{ start }}"` where it says `left`, or where the body stands',
            )


def low_contrast(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """Text of a layout has too little contrast to what is behind it.

    **Why** Many people cannot read it, and nobody in the sun.

    **Bad**

    ```html
    <p style="color: #999999; background: #ffffff">Harbour Street 1</p>
    ```

    **Good**

    ```html
    <p style="color: #666666; background: #ffffff">Harbour Street 1</p>
    ```

    WCAG 2.2 (AA) asks for a ratio of 4.5, and of 3 for large text. What a layout takes from
    branding (`{{ brand.colors.text }}`) is looked at as each area has it.

    **Not flagged** Text on pictures, and in colours that are half transparent; what only a media
    query says.
    """
    source = scope.content.languages.source
    for layout in mail_layouts(scope):
        probed = _probed(layout, source)
        told: set[tuple[str, str]] = set()
        for area, brand in _brands(scope) if any(brand_slots(layout.text)) else [(None, {})]:
            for faint in faint_texts(branded_html(probed, brand)):
                if (faint.colour, faint.background) not in told:
                    told.add((faint.colour, faint.background))
                    yield _faint(rule, layout, faint, area, brand)


def _brands(scope: Scope) -> Iterator[tuple[str | None, Mapping[str, str]]]:
    """Yield the brandings that layouts are shown in, each with an area that has it."""
    seen: list[dict[str, str]] = []
    for area in scope.content.areas or [None]:
        brand = area_brand(scope.content, area)
        colors = {name: value for name, value in brand.items() if name.startswith("colors.")}
        if colors not in seen:
            seen.append(colors)
            yield area, brand


def _faint(
    rule: Rule, layout: Layout, faint: Faint, area: str | None, brand: Mapping[str, str]
) -> Finding:
    at, length = _written(layout, faint, brand)
    return rule.at(
        place_in_layout(layout, at, length),
        f"`{faint.colour}` on `{faint.background}` has a contrast of {faint.ratio:.1f}"
        f"{in_area(area)}; {faint.least:g} is needed to read it",
        hint="take a darker or a lighter colour",
    )


def _written(layout: Layout, faint: Faint, brand: Mapping[str, str]) -> tuple[int, int]:
    """Return where a layout says one of two colours: itself, or as branding."""
    for color in (faint.colour, faint.background):
        if color in layout.text:
            return layout.text.index(color), len(color)
        for slot in brand_slots(layout.text):
            if slot.name is not None and brand.get(slot.name) == color:
                return slot.offset, slot.length
    return 0, len(faint.colour)


def _shown_from_right(scope: Scope) -> Iterator[tuple[Layout, str]]:
    """Yield each layout of mails with the first language from right to left that it shows."""
    locales = [one for one in scope.content.languages.active if direction(one) == "rtl"]
    for layout in mail_layouts(scope):
        if locales:
            yield layout, locales[0]


def _probed(layout: Layout, locale: str) -> str:
    """Return a layout around a paragraph and a link."""
    # They import what compiles Markdown, which content without templates does not pay for.
    from compiler.channels.email.compiling import Words, compile_mail  # noqa: PLC0415
    from compiler.richtext.markdown import RichText  # noqa: PLC0415

    html = f'<p>{_PROBE}</p><p><a href="https://acme.example">x</a></p>'
    words = Words(_PROBE[::-1], "", RichText(html, ""), locale)
    return compile_mail(words, layout_html(layout.path, layout.text).html).html


def _mjml(layout: Layout) -> bool:
    return ".mjml" in layout.path
