"""Rules about the slots of banners: an image for each, wide enough."""

from collections.abc import Iterator
from posixpath import dirname, join

from compiler.banners.showing import Shown
from compiler.base.finding import Finding, Severity
from compiler.base.place import Place
from compiler.base.rule import Rule
from compiler.images.recipe import WHOLE
from compiler.model.banner import SLOT_NAMES
from compiler.rules.banners.images import banner_slots, banner_texts
from compiler.rules.check import Scope
from compiler.rules.wording import listed


def missing_slot(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A banner is active in a language without an image for every slot.

    **Why** Visitors with a screen of that width would see no banner, or a broken image. The slots
    are `mobile`, `tablet`, `desktop` and `wide`.

    **Bad** (`en/` has `mobile.png`, `tablet.png` and `desktop.png`)

    ```yaml
    locales: {en: {active: true}}
    ```

    **Good** Put `en/wide.png` beside them, or:

    ```yaml
    locales: {en: {active: false}}
    ```

    **Not flagged** Languages in which the banner is not active; slots that are cut from a `master`.
    """
    for banner, locale, text, _ in banner_texts(scope):
        missing = [name for name in SLOT_NAMES if not text.has_slot(name)]
        if text.active and missing:
            where = join(dirname(banner.places.path), locale)
            yield rule.at(
                text.places.key("active"),
                f"`{banner.label}` is active in `{locale}` and lacks {listed(missing)}",
                hint=f"put {listed(f'{where}/{name}.png' for name in missing)} (or .jpg, .webp, "
                ".avif) there, or write `active: false`",
                entity=str(banner.reference),
                locale=locale,
            )


def narrow_banner(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """An image is narrower than the screens of its slot.

    **Why** It would be stretched and look blurred. Below the narrowest screen of the slot that is
    an error, below the widest a warning: `mobile` 375–640 pixels, `tablet` 640–1024, `desktop`
    1024–1444, `wide` 1444–1920.

    **Bad** `tablet.png` is 600 pixels wide.

    **Good** `tablet.png` is 1024 pixels wide, or 2048 for sharp screens.

    **Not flagged** Wider images: they are scaled.
    """
    said = set()
    for (banner, locale, _, _), shown in banner_slots(scope):
        slot, (width, _) = shown.slot, shown.size
        key = shown.path, slot.name, width  # a master is the same in several languages
        if width < slot.upper and key not in said:
            said.add(key)
            broken = width < slot.lower
            edge = f"narrowest screen ({slot.lower})" if broken else f"widest screen ({slot.upper})"
            yield rule.at(
                Place(shown.path),
                f"{_what(shown)} {width} pixels wide, less than the {edge} of `{slot.name}`",
                hint=f"use an image of {slot.upper} pixels or more",
                entity=str(banner.reference),
                locale=locale,
                severity=Severity.ERROR if broken else Severity.WARNING,
            )


def _what(shown: Shown) -> str:
    """Name the image, or the part of a master that a slot shows."""
    return "this image is" if shown.cut == WHOLE else "the part of this image that is shown is"


def inactive_banner(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A banner is active in no language, so nobody sees it.

    **Why** A remark: `active` is false where nothing is said.

    **Bad**

    ```yaml
    locales: {en: {description: Summer campaign}}
    ```

    **Good**

    ```yaml
    locales: {en: {active: true, description: Summer campaign}}
    ```

    **Not flagged** A banner that is active in one language.
    """
    for banner in scope.entities("banners"):
        if not any(text.active for text in banner.locales.values()) and banner.area is None:
            yield rule.at(
                banner.places.key("locales"),
                f"`{banner.label}` is active in no language",
                hint="write `active: true` in the languages that are to show it",
                entity=str(banner.reference),
            )
