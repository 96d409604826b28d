"""Rules about what visitors see of banners: one picture in all widths and languages, soon there."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from compiler.banners.making import BannerImages
from compiler.banners.showing import Shown
from compiler.banners.variants import Variant
from compiler.base.finding import Finding, Note
from compiler.base.place import Place
from compiler.base.rule import Rule
from compiler.images.motif import ALIKE, likeness
from compiler.images.recipe import FLOOR, Rendition
from compiler.model.entity import Entity
from compiler.rules.banners.images import banner_images, banner_texts, published_slots
from compiler.rules.check import Scope
from compiler.rules.wording import kilobytes, listed

_SAME_RATIO = 0.02
"""How much two ratios may differ: sizes in whole pixels are never quite the same."""


def differing_ratio(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A slot of a banner has another shape in one language than in another.

    **Why** Pages keep room for a banner of one shape; in that language they would jump, or cut it.

    **Bad** `en/wide.png` is 1920 × 480 pixels, `es/wide.png` 1920 × 600.

    **Good** Both are four times as wide as they are high.

    **Not flagged** Differences below 2 %; slots among each other, which differ on purpose.
    """
    images, source = scope.once(banner_images), scope.content.languages.source
    for banner in scope.entities("banners"):
        first: dict[str, Shown] = {}
        for locale in _source_first(banner, source):
            text = banner.locales[locale]
            for shown in images.shown(banner, text):
                other = first.setdefault(shown.slot.name, shown)
                if abs(shown.ratio / other.ratio - 1) > _SAME_RATIO:
                    yield rule.at(
                        Place(shown.path),
                        f"`{shown.slot.name}` is {_size(shown)} here, and of another shape"
                        f" elsewhere: {_size(other)}",
                        hint=f"save it {shown.size[0]} × {round(shown.size[0] / other.ratio)}",
                        entity=str(banner.reference),
                        locale=locale,
                        notes=(Note("the other one", Place(other.path)),),
                    )


def differing_motif(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A slot of a banner shows something else than the others.

    **Why** Whoever turns a telephone, or opens the page elsewhere, takes it for another campaign.
    Often it is the image of another banner, or of the last one.

    **Bad** `mobile.png` shows a beach, `tablet.png`, `desktop.png` and `wide.png` a mountain.

    **Good** One motif in all slots, cut for their widths.

    **Not flagged** Parts of one picture, and the same things set out anew. How alike images are is
    told from their colours and forms. Where it is meant, silence it in the line of the language:

    ```yaml
    locales:
      en:  # clientarea: ignore differing-motif -- the sun has no room on telephones
    ```
    """
    images = scope.once(banner_images)
    for banner, locale, text, whole in banner_texts(scope):
        several = images.shown(whole, text)
        for odd, other in _odd_ones(several):
            yield rule.at(
                text.places.key(),
                f"`{odd.slot.name}` shows something else than `{other.slot.name}`",
                hint="use one motif in all slots, or silence this where it is meant",
                entity=str(banner.reference),
                locale=locale,
                notes=(Note("it looks different", Place(odd.path)),),
            )


def over_budget(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """Find images of banners that cannot be both small and good enough."""
    images = scope.once(banner_images)
    for spoken, shown in published_slots(scope):
        large = [one for one in _made(images, shown) if not one.made.fits]
        for density in dict.fromkeys(one.variant.density for one in large):
            yield rule.at(
                Place(shown.path),
                _too_large(shown, [one for one in large if one.variant.density == density]),
                hint="use a calmer picture, or raise `budgets: {banner: …}` in clientarea.yaml",
                entity=spoken.entity,
                locale=spoken.locale,
            )


class _Made(NamedTuple):
    variant: Variant
    made: Rendition


def _made(images: BannerImages, shown: Shown) -> Iterator[_Made]:
    for variant in images.variants(shown):
        made = images.made(variant)
        if isinstance(made, Rendition):
            yield _Made(variant, made)


def _too_large(shown: Shown, large: Sequence[_Made]) -> str:
    recipe = large[0].variant.recipe
    names = [one.variant.recipe.format for one in large]
    sizes = [
        f"{name} {kilobytes(one.made.size)} ({one.made.ssim:.2f})"
        for name, one in zip(names, large, strict=True)
    ]
    nearest = [
        f"{name} {kilobytes(one.made.nearest_size or 0)} ({one.made.nearest_ssim:.2f})"
        for name, one in zip(names, large, strict=True)
    ]
    return (
        f"`{shown.slot.name}`, {recipe.width} pixels wide, has a budget of"
        f" {kilobytes(recipe.budget)} and takes more to look good enough, an SSIM of {FLOOR:.2f}:"
        f" {listed(sizes, quote='')}; smaller, it would be {listed(nearest, quote='')}"
    )


def _source_first(banner: Entity[Any], source: str) -> list[str]:
    return sorted(banner.locales, key=lambda locale: locale != source)


def _size(shown: Shown) -> str:
    return f"{shown.size[0]} × {shown.size[1]}"


def _odd_ones(several: Sequence[Shown]) -> Iterable[tuple[Shown, Shown]]:
    """Return the slots that look like none of the widest, each with that; or that one alone."""
    if len(several) < 2:  # noqa: PLR2004 - nothing to compare
        return []
    *narrower, widest = several
    odd = [one for one in narrower if not _alike(one, widest)]
    if len(odd) == len(narrower) > 1 and _alike(odd[0], odd[-1]):
        return [(widest, odd[-1])]
    return [(one, widest) for one in odd]


def _alike(one: Shown, other: Shown) -> bool:
    return (
        one.path == other.path or likeness(one.picture.signature, other.picture.signature) >= ALIKE
    )
