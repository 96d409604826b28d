"""What all images of all banners are, and what is made of those that visitors see: asked for once.

All at once, so that all cores can take part.
"""

from functools import cached_property
from typing import Any

from compiler.banners.showing import Shown, shown
from compiler.banners.variants import Variant, variants
from compiler.images.picture import Picture
from compiler.images.recipe import Look, Rendition
from compiler.images.work import SURVEY, Answer, Failure, ImageWork, Order
from compiler.model.content import Content, Layer
from compiler.model.entity import Entity
from compiler.model.localised import Localisation
from compiler.model.overlay import effective_layer
from compiler.ports.snapshot import UnreadableError
from compiler.settings import Settings


class BannerImages:
    """The images of the banners of some content, worked on by ``work`` when they are asked for."""

    def __init__(self, content: Content, settings: Settings, work: ImageWork) -> None:
        self._content = content
        self._settings = settings
        self._work = work

    @cached_property
    def pictures(self) -> dict[str, Picture]:
        """What every image is whose bytes are here, by path."""
        paths = {
            path
            for layer in self._content.layers()
            for banner in layer.banners.values()
            for text in banner.locales.values()
            for path in text.pictures.values()
        }
        orders = [Order(path, SURVEY) for path in sorted(paths) if self._is_here(path)]
        found = self._work.done(orders, self._content.asset)
        return {one.path: said for one, said in found.items() if isinstance(said, Picture)}

    def shown(self, banner: Entity[Any], text: Localisation) -> list[Shown]:
        """Return what the slots of a banner show in a language; shapes are the source's first."""
        source = self._content.languages.source
        others = sorted(banner.locales.items(), key=lambda one: one[0] != source)
        return shown(text, (one for _, one in others), self.pictures)

    def variants(self, one: Shown) -> list[Variant]:
        """Return the renditions of a slot that are published."""
        return variants(one, self._settings)

    def made(self, variant: Variant) -> Rendition | Failure:
        """Return what became of a rendition, made with all others that visitors see."""
        said = self._answer(variant.order)
        return said if isinstance(said, Rendition) else _failure(said)

    def look(self, one: Shown) -> Look | Failure:
        """Return what stands in place of an image until it is loaded."""
        said = self._answer(_look(one))
        return said if isinstance(said, Look) else _failure(said)

    def data(self, variant: Variant) -> bytes:
        """Return the bytes of a rendition. Raises WorldError where it cannot be made."""
        return self._work.data(variant.order, self._content.asset)

    def is_public(self, text: Localisation) -> bool:
        """Tell whether visitors see what a banner says in a language."""
        return id(text) in self._public_ids

    @cached_property
    def _public_ids(self) -> frozenset[int]:
        """Which objects those are: they hold mappings, and have no hash."""
        return frozenset(id(text) for _, text in self._public)

    @cached_property
    def _public(self) -> list[tuple[Entity[Any], Localisation]]:
        """What banners say in the languages in which visitors see them."""
        enabled = self._content.languages.enabled
        chains = (self._content.languages.chain(tag) for tag in enabled)
        tags = {*enabled, *(parent for chain in chains for parent in chain.parents)}
        return [
            (banner, text)
            for layer in self._layers()
            for banner in layer.banners.values()
            for tag, text in banner.locales.items()
            if tag in tags and text.active
        ]

    @cached_property
    def _everything(self) -> dict[Order, Answer]:
        """What is made for visitors."""
        orders: dict[Order, None] = {}
        for banner, text in self._public:
            for one in self.shown(banner, text):
                orders[_look(one)] = None
                orders.update(dict.fromkeys(variant.order for variant in self.variants(one)))
        return self._work.done(list(orders), self._content.asset)

    def _answer(self, order: Order) -> Answer:
        known = self._everything.get(order)
        return self._work.done([order], self._content.asset)[order] if known is None else known

    def _layers(self) -> list[Layer]:
        areas: list[str | None] = [*self._content.areas]
        return [effective_layer(self._content, area) for area in areas or [None]]

    def _is_here(self, path: str) -> bool:
        try:
            self._content.asset(path)
        except (KeyError, UnreadableError):
            return False
        return True


def _look(one: Shown) -> Order:
    return Order(one.path, one.cut)


def _failure(said: Answer) -> Failure:
    return said if isinstance(said, Failure) else Failure("nothing came of this image")
