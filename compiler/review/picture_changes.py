"""What became of the images of an entry in a language."""

from collections.abc import Iterator
from dataclasses import replace

from compiler.model.localised import Localisation
from compiler.review.beside import bytes_beside
from compiler.review.change import Change, What
from compiler.review.pictures import described, visual_difference
from compiler.review.versions import Versions


def image_changes(
    versions: Versions, change: Change, old: Localisation, new: Localisation
) -> Iterator[Change]:
    """Yield the images that differ, with how much of the picture does, as ``change`` of a part."""
    for slot in dict.fromkeys((*old.pictures, *new.pictures)):
        was = bytes_beside(versions.before, old.pictures.get(slot))
        now = bytes_beside(versions.now, new.pictures.get(slot))
        if was == now:
            continue
        what = What.ADDED if slot not in old.pictures else What.CHANGED
        what = What.REMOVED if slot not in new.pictures else what
        before = None if was is None else described(was)
        after = None if now is None else described(now)
        if was is not None and now is not None:
            percent = visual_difference(was, now)
            looks = "cannot be compared" if percent is None else f"{percent} % different"
            after = f"{after}; {looks}"
        yield replace(change, what=what, part=f"images.{slot}", before=before, after=after)
