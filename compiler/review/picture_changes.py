"""What became of the images of an entry in a language; opens none, but is told what they are."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from compiler.base.hashing import sha256
from compiler.images.motif import difference
from compiler.images.picture import Picture
from compiler.model.localised import Localisation
from compiler.model.reference import Kind
from compiler.review.beside import bytes_beside
from compiler.review.change import Change, What
from compiler.review.versions import Versions

Pictures = Mapping[str, Picture]
"""What images are, by SHA-256."""


class _Image(NamedTuple):
    """The image of a slot before and now; None where there is none, or it cannot be read."""

    slot: str
    before: bytes | None
    now: bytes | None


def differing_images(versions: Versions) -> dict[str, bytes]:
    """Return the images of banners that have another one now, before and after, by SHA-256."""
    found: dict[str, bytes] = {}
    for _, before, now in versions.pairs(Kind.BANNERS):
        if before is None or now is None:
            continue
        for locale in before.locales.keys() & now.locales.keys():
            for image in _differing(versions, before.locales[locale], now.locales[locale]):
                found |= {sha256(data): data for data in image[1:] if data is not None}
    return found


def image_changes(
    versions: Versions, change: Change, old: Localisation, new: Localisation, pictures: Pictures
) -> Iterator[Change]:
    """Yield the images that differ, with how much of the picture does, as ``change`` of a part.

    One that is not among ``pictures`` is told by its size alone.
    """
    for slot, was, now in _differing(versions, old, new):
        what = What.ADDED if slot not in old.pictures else What.CHANGED
        what = What.REMOVED if slot not in new.pictures else what
        before = None if was is None else _described(was, pictures)
        after = None if now is None else _described(now, pictures)
        if was is not None and now is not None:
            after = f"{after}; {_looks(was, now, pictures)}"
        yield replace(change, what=what, part=f"images.{slot}", before=before, after=after)


def _differing(versions: Versions, old: Localisation, new: Localisation) -> Iterator[_Image]:
    for slot in dict.fromkeys((*old.pictures, *new.pictures)):
        was = bytes_beside(versions.before, old.pictures.get(slot))
        now = bytes_beside(versions.now, new.pictures.get(slot))
        if was != now:
            yield _Image(slot, was, now)


def _described(data: bytes, pictures: Pictures) -> str:
    """Return what an image is: `1444 × 361 PNG, 35.1 KB`."""
    kilobytes, picture = f"{len(data) / 1000:.1f} KB", pictures.get(sha256(data))
    if picture is None:
        return kilobytes
    if picture.fault is not None:
        return f"unreadable, {kilobytes} ({picture.fault})"
    return f"{picture.width} × {picture.height} {picture.format}, {kilobytes}"


def _looks(was: bytes, now: bytes, pictures: Pictures) -> str:
    """Return how different two images look."""
    known = [pictures.get(sha256(data)) for data in (was, now)]
    ours, theirs = ["" if one is None else one.signature for one in known]
    return f"{difference(ours, theirs)} % different" if ours and theirs else "cannot be compared"
