"""Rules about logos, which are published as they are."""

from collections.abc import Iterator
from posixpath import dirname, join
from typing import Any

from compiler.base.finding import Finding
from compiler.base.rule import Rule
from compiler.images.picture import Picture
from compiler.images.work import SURVEY, Order
from compiler.model.entity import Entity
from compiler.rules.check import Scope
from compiler.rules.files import file_bytes

_POSITION = "this image tells where it was taken (coordinates in its metadata)"


def logo_paths(scope: Scope) -> Iterator[tuple[Entity[Any], str]]:
    """Yield owners and areas that name a logo, with the path of it."""
    areas: list[Entity[Any]] = [area.record for area in scope.content.areas.values()]
    for entity in (*areas, *scope.content.owners.values()):
        branding = entity.record.branding
        if branding is not None and branding.logo is not None:
            yield entity, join(dirname(entity.places.path), branding.logo)


def unusable_logo(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A logo is no image that can be shown, or says more than it shows.

    **Why** It is published as it is: what stands in the file, every visitor can read. What an image
    is, is told from its bytes, not from its name. An SVG can carry scripts, and hardly any mail
    reader shows one.

    **Bad** A text, a PDF or an SVG that was renamed to `logo.png`; an image that was cut off on its
    way; a photograph that has the coordinates of where it was taken.

    ```yaml
    branding: {logo: logo.png}
    ```

    **Good** A whole image, saved as PNG, JPEG, WebP or AVIF, without location.

    **Not flagged** An image whose bytes are not here (Git LFS), its size and its shape.
    """
    named = [one for one in logo_paths(scope) if file_bytes(scope, one[1]) is not None]
    orders = [Order(path, SURVEY) for path in sorted({path for _, path in named})]
    found = scope.senses.images.done(orders, scope.content.asset)
    for entity, path in named:
        picture = found[Order(path, SURVEY)]
        if not isinstance(picture, Picture):
            continue
        fault = picture.fault or (_POSITION if picture.has_position else None)
        if fault is not None:
            yield rule.at(
                entity.places.value("branding", "logo"),
                f"`{path.rpartition('/')[2]}`: {fault}",
                hint=picture.hint if picture.fault else "export it again without location",
                entity=str(entity.reference),
            )
