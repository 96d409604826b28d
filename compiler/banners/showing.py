"""Which image, and which part of it, a slot of a banner shows in a language."""

from collections.abc import Mapping
from dataclasses import dataclass

from compiler.images.picture import Picture
from compiler.images.recipe import WHOLE, Cut
from compiler.model.banner import SLOTS, Slot
from compiler.model.localised import Localisation


@dataclass(frozen=True, slots=True)
class Shown:
    """What a slot shows: a part of an image that can be used, which lies at ``path``."""

    slot: Slot
    path: str
    picture: Picture
    cut: Cut = WHOLE

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the part, in pixels of the image."""
        return self.cut.size(self.picture.width, self.picture.height)

    @property
    def ratio(self) -> float:
        """Width through height."""
        width, height = self.size
        return width / height


def shown(text: Localisation, pictures: Mapping[str, Picture]) -> list[Shown]:
    """Return what the slots of a language show, from the narrowest to the widest.

    ``pictures`` are the images that are here, by path; slots with one that cannot be used are left
    out, as those without any.
    """
    found = []
    for slot in SLOTS:
        path = text.images.get(slot.name)
        picture = None if path is None else pictures.get(path)
        if path is not None and picture is not None and picture.fault is None:
            found.append(Shown(slot, path, picture))
    return found
