"""Which image, and which part of it, a slot of a banner shows in a language."""

from collections.abc import Iterable, Mapping
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


def shown(
    text: Localisation, others: Iterable[Localisation], pictures: Mapping[str, Picture]
) -> list[Shown]:
    """Return what the slots of a language show, from the narrowest to the widest.

    A slot without an image of its own is cut from the master, in the shape that it has in the first
    of the ``others`` with an image for it. ``pictures`` are the images that are here, by path;
    slots with one that cannot be used are left out, as those without any.
    """
    others = tuple(others)
    found = []
    for slot in SLOTS:
        one = _own(slot, text, pictures) or _cut(slot, text, others, pictures)
        if one is not None:
            found.append(one)
    return found


def _own(slot: Slot, text: Localisation, pictures: Mapping[str, Picture]) -> Shown | None:
    path = text.images.get(slot.name)
    picture = None if path is None else pictures.get(path)
    if path is None or picture is None or picture.fault is not None:
        return None
    return Shown(slot, path, picture)


def _cut(
    slot: Slot,
    text: Localisation,
    others: tuple[Localisation, ...],
    pictures: Mapping[str, Picture],
) -> Shown | None:
    master = text.master
    picture = None if master is None else pictures.get(master.path)
    if slot.name in text.images or master is None or picture is None or picture.fault is not None:
        return None
    shapes = (_own(slot, one, pictures) for one in others)
    ratio = next((one.ratio for one in shapes if one is not None), slot.ratio)
    return Shown(slot, master.path, picture, Cut(ratio, master.x, master.y))
