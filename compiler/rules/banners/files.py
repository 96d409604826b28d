"""Rules about the files of banners' images: what they are, and what they tell beside that."""

from collections.abc import Iterator
from posixpath import splitext

from compiler.base.finding import Finding
from compiler.base.place import Place
from compiler.base.rule import Rule
from compiler.images.picture import SUFFIXES
from compiler.images.work import Failure
from compiler.rules.banners.images import Spoken, banner_files, banner_images, published_slots
from compiler.rules.check import Scope


def unreadable_image(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """An image of a banner cannot be used: it is damaged, too large, or something else.

    **Why** Nothing could be shown. What an image is, is told from its bytes, not from its name. An
    SVG is refused, as it can carry scripts and load from elsewhere; so is a file that is something
    else beside an image, an archive or a page, as it may be made to be taken for that.

    **Bad** A GIF that was renamed to `mobile.png`; an image that was cut off on its way; one that
    unpacks to more than 50 million pixels.

    **Good** A whole image, saved as PNG, JPEG, WebP or AVIF.

    **Not flagged** Images whose bytes are not here (Git LFS).
    """
    for spoken, path, picture in banner_files(scope):
        if picture.fault is not None:
            yield _at(rule, spoken, path, picture.fault, picture.hint)
    images = scope.once(banner_images)
    for spoken, shown in published_slots(scope):
        made = [images.made(one) for one in images.variants(shown)]
        failures = [one.reason for one in made if isinstance(one, Failure)]
        if failures:
            yield _at(rule, spoken, shown.path, failures[0], "use a smaller or calmer image")


def animated_banner(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """An image of a banner moves, and the project does not allow that.

    **Why** What moves draws the eye from what a visitor came for, and takes many times the bytes.

    **Bad** `mobile.webp` has 24 frames.

    **Good** The best frame, saved as an image of its own; or, where movement is wanted:

    ```yaml
    banners: {animation: true}
    ```

    **Not flagged** Images that stand still; with that setting, those that move.
    """
    if scope.settings.banners.animation:
        return
    for spoken, path, picture in banner_files(scope):
        if picture.frames > 1:
            message = f"this image moves: it has {picture.frames} frames"
            hint = "save one frame, or write `banners: {animation: true}` in clientarea.yaml"
            yield _at(rule, spoken, path, message, hint)


def image_with_position(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """An image of a banner tells where it was taken.

    **Why** Whoever can read the repository can read the coordinates, perhaps of somebody's home.
    What is published has none: all metadata is taken out of it.

    **Bad** A photograph straight from a telephone.

    **Good** The same one, exported without location.

    **Not flagged** Other metadata: camera, date, orientation, the name of a town.
    """
    for spoken, path, picture in banner_files(scope):
        if picture.has_position:
            message = "this image tells where it was taken (coordinates in its metadata)"
            yield _at(rule, spoken, path, message, "export it again without location")


def misnamed_image(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """An image of a banner has the name of another format.

    **Why** A remark: it is published as what it is, but other programs may refuse to open it.

    **Bad** `mobile.png` is a JPEG.

    **Good** `mobile.jpg`

    **Not flagged** Files that are no image of a format for banners (`unreadable-image`).
    """
    for spoken, path, picture in banner_files(scope):
        stem, suffix = splitext(path)
        if picture.fault is None and suffix != SUFFIXES[picture.format]:
            better = f"{stem.rpartition('/')[2]}{SUFFIXES[picture.format]}"
            message = f"this is a {picture.format} image by its bytes"
            yield _at(rule, spoken, path, message, f"rename it to `{better}`")


def _at(rule: Rule, spoken: Spoken, path: str, message: str, hint: str | None) -> Finding:
    return rule.at(Place(path), message, hint=hint, entity=spoken.entity, locale=spoken.locale)
