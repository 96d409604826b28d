"""Rules about the files that content names: they must be there, and not too large."""

from collections.abc import Iterator
from dataclasses import replace
from posixpath import dirname, join
from typing import Any

from compiler.base.finding import Finding
from compiler.base.place import Place
from compiler.base.rule import Rule
from compiler.model.area import sign_on_files
from compiler.model.entity import Entity
from compiler.ports.pdf_facts import PdfFacts
from compiler.ports.snapshot import UnreadableError
from compiler.rules.check import Scope
from compiler.rules.documents import document_files
from compiler.rules.files import file_bytes
from compiler.rules.pdfs.facts import pdf_facts
from compiler.rules.wording import kilobytes

_MOST_WEIGHTS = 3
_ADVICE = {
    "images": "export it with its images at 150 dpi, as JPEG",
    "fonts": "export it with the letters of its fonts alone that it uses",
    "files in it": "take the attachments out",
}
"""What makes a PDF smaller, by what takes most of the space in it."""


def missing_file(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """The PDF of a document, or another file that a record names, does not lie beside it.

    **Why** There would be nothing to open or to show.

    **Bad** (the folder has `Licence-2026.pdf`)

    ```yaml
    file: licence-2026.pdf
    ```

    **Good** The name of a file in the same folder, in the same upper and lower case.

    ```yaml
    file: Licence-2026.pdf
    ```

    **Not flagged** Files whose bytes are not here (Git LFS); images of banners (`missing-slot`).
    """
    for place, path, entity in _named_files(scope):
        if not _exists(scope, path):
            name, beside = path.rpartition("/")[2], place.path.rpartition("/")[2]
            yield rule.at(
                place,
                f"there is no file `{name}` in `{dirname(path)}`",
                hint=_near(scope, path) or f"put it there, beside `{beside}`",
                entity=entity,
            )


def _near(scope: Scope, path: str) -> str | None:
    """Return that only upper and lower case tell a path from a file that is there."""
    same = (one for one in scope.content.files if one.casefold() == path.casefold())
    near = next(same, None)
    return None if near is None else f"write `{near.rpartition('/')[2]}`, in the case of the file"


def _named_files(scope: Scope) -> Iterator[tuple[Place, str, str]]:
    for document, path in document_files(scope):
        yield document.places.value("file"), path, str(document.reference)
    for banner in scope.entities("banners"):
        for locale, text in banner.locales.items():
            if text.master is not None:
                place = banner.places.value("locales", locale, "master", "file")
                yield place, text.master.path, str(banner.reference)
    branded: list[Entity[Any]] = [area.record for area in scope.content.areas.values()]
    for entity in (*branded, *scope.content.owners.values()):
        branding = entity.record.branding
        if branding is not None and branding.logo is not None:
            path = join(dirname(entity.places.path), branding.logo)
            yield entity.places.value("branding", "logo"), path, str(entity.reference)
    for area in scope.content.areas.values():
        for route, name in sign_on_files(area.record.record):
            path = join(dirname(area.record.places.path), name)
            yield area.record.places.value(*route), path, str(area.record.reference)


def _exists(scope: Scope, path: str) -> bool:
    try:
        scope.content.asset(path)
    except KeyError:
        return False
    except UnreadableError:
        return True  # there is a file, and loading says why its bytes are not
    return True


def over_budget(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """An image of a banner or a PDF comes to more than the project's budget.

    **Why** Visitors on a telephone wait for it and pay for it. The budgets stand in
    clientarea.yaml; where nothing is said, 150 KB for an image of a banner, 5 MB for a PDF. Of an
    image that is published in several formats, each has to keep to it, and one for sharp screens to
    as many times as much as it is sharper. Its quality is lowered for that, but never so far that
    blocks and blur are seen (below an SSIM of 0.90).

    **Bad** `banners/summer/en/wide.png` is full of fine grain: as JPEG it has 310 KB where it looks
    good enough.

    **Good** A calmer picture; or another budget:

    ```yaml
    budgets: {banner: 400 KB}
    ```

    **Not flagged** How large the file in the repository is: what counts is what is published.
    Images and PDFs whose bytes are not here (Git LFS), banners that no visitor sees.
    """
    budgets = scope.settings.budgets
    for document, path in document_files(scope):
        data = file_bytes(scope, path)
        if data is not None and len(data) > budgets.document:
            place, facts = document.places.value("file"), scope.once(pdf_facts).get(path)
            words = f"this PDF has {kilobytes(len(data))}"
            found = rule.at(place, f"{words}, the budget is {kilobytes(budgets.document)}")
            yield found if facts is None else replace(found, hint=_weights(facts))


def _weights(facts: PdfFacts) -> str | None:
    """Return what takes most of the space in a PDF, and what can be done about it."""
    heavy = facts.weights[:_MOST_WEIGHTS]
    parts = ", ".join(f"{what} {kilobytes(size)}" for what, size in heavy if size)
    if not parts:
        return None
    advice = _ADVICE.get(heavy[0][0])
    return f"it holds: {parts}" + (f"; {advice}" if advice else "")
