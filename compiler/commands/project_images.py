"""The work on the images of a project, begun when the first one is asked for."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from compiler.wiring import image_work

if TYPE_CHECKING:  # whoever has no banners does without
    from compiler.images.picture import Picture
    from compiler.images.work import Answer, ImageWork, Order, Read


class ProjectImages:
    """Works on images as `ImageWork`; without any nothing is imported, and no folder made."""

    def __init__(self, root: Path, heard: Callable[[int, int], None]) -> None:
        self._root = root
        self._heard = heard

    def done(self, orders: "Sequence[Order]", read: "Read") -> "dict[Order, Answer]":
        """Return the answer to each order."""
        return self._work.done(orders, read) if orders else {}

    def surveyed(self, images: Mapping[str, bytes]) -> "dict[str, Picture]":
        """Return what images are, by name; each is opened in a process that may die of it."""
        if not images:
            return {}
        from compiler.images.picture import Picture
        from compiler.images.work import SURVEY, Order

        answers = self.done([Order(name, SURVEY) for name in images], images.__getitem__)
        return {one.path: said for one, said in answers.items() if isinstance(said, Picture)}

    def data(self, order: "Order", read: "Read") -> bytes:
        """Return the bytes that an order made."""
        return self._work.data(order, read)

    @cached_property
    def _work(self) -> "ImageWork":
        return image_work(self._root, self._heard)
