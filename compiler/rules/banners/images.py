"""The images of banners, as rules look at them; worked on for the first that asks."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from compiler.banners.making import BannerImages
from compiler.banners.showing import Shown
from compiler.images.picture import Picture
from compiler.model.entity import Entity
from compiler.model.localised import Localisation
from compiler.rules.check import Scope


class Spoken(NamedTuple):
    """A banner in a language, as it is written; ``whole`` is it as its area gets it."""

    banner: Entity[Any]
    locale: str
    text: Localisation
    whole: Entity[Any]

    @property
    def entity(self) -> str:
        """The reference of the banner."""
        return str(self.banner.reference)


def banner_images(scope: Scope) -> BannerImages:
    """Return the images of all banners."""
    return BannerImages(scope.content, scope.settings, scope.senses.images)


def banner_texts(scope: Scope) -> Iterator[Spoken]:
    """Yield every banner in every language that it has."""
    for banner in scope.entities("banners"):
        for locale, text in banner.locales.items():
            whole = scope.effective[banner.area].banners.get(banner.label, banner)
            yield Spoken(banner, locale, text, whole)


def banner_files(scope: Scope) -> Iterator[tuple[Spoken, str, Picture]]:
    """Yield every image of a banner whose bytes are here once, with its path.

    A master of several languages comes with the first of them.
    """
    left = dict(scope.once(banner_images).pictures)
    for one in banner_texts(scope):
        for path in one.text.pictures.values():
            picture = left.pop(path, None)
            if picture is not None:
                yield one, path, picture


def banner_slots(scope: Scope) -> Iterator[tuple[Spoken, Shown]]:
    """Yield what every slot of a banner shows, in every language."""
    images = scope.once(banner_images)
    for one in banner_texts(scope):
        for shown in images.shown(one.whole, one.text):
            yield one, shown


def published_slots(scope: Scope) -> Iterator[tuple[Spoken, Shown]]:
    """Yield what visitors see of banners: each part of an image once for its slot."""
    images = scope.once(banner_images)
    said = set()
    for one, shown in banner_slots(scope):
        key = shown.path, shown.slot.name, shown.cut
        if images.is_public(one.text) and key not in said:
            said.add(key)
            yield one, shown
