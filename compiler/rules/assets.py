"""Rules about the files that content names: they must be there, and not too large."""

from collections.abc import Iterator
from dataclasses import replace
from posixpath import dirname, join
from typing import Any

from compiler.base.finding import Finding
from compiler.base.place import Place
from compiler.base.rule import Rule
from compiler.model.entity import Entity
from compiler.ports.pdf_facts import PdfFacts
from compiler.ports.snapshot import UnreadableError
from compiler.rules.check import Scope
from compiler.rules.documents import document_files
from compiler.rules.files import file_bytes
from compiler.rules.images import banner_images
from compiler.rules.pdfs.facts import pdf_facts

_KILOBYTE = 1000
_MOST_WEIGHTS = 3
_ADVICE = {
    "images": "export it with its images at 150 dpi, as JPEG",
    "fonts": "export it with the letters of its fonts alone that it uses",
    "files in it": "take the attachments out",
}
"""What makes a PDF smaller, by what takes most of the space in it."""


def missing_file(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """The PDF of a document, or the logo of an area or owner, does not lie beside it.

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
            name = path.rpartition("/")[2]
            yield rule.at(
                place,
                f"there is no file `{name}` in `{dirname(path)}`",
                hint=f"put it there, beside `{place.path.rpartition('/')[2]}`",
                entity=entity,
            )


def _named_files(scope: Scope) -> Iterator[tuple[Place, str, str]]:
    for document, path in document_files(scope):
        yield document.places.value("file"), path, str(document.reference)
    branded: list[Entity[Any]] = [area.record for area in scope.content.areas.values()]
    for entity in (*branded, *scope.content.owners.values()):
        branding = entity.record.branding
        if branding is not None and branding.logo is not None:
            path = join(dirname(entity.places.path), branding.logo)
            yield entity.places.value("branding", "logo"), path, str(entity.reference)


def _exists(scope: Scope, path: str) -> bool:
    try:
        scope.content.asset(path)
    except KeyError:
        return False
    except UnreadableError:
        return True  # there is a file, and loading says why its bytes are not
    return True


def over_budget(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """An image or PDF is larger than the project's budget.

    **Why** Visitors on a telephone wait for it and pay for it. The budgets stand in
    clientarea.yaml; where nothing is said, 150 KB for an image of a banner, 5 MB for a PDF.

    **Bad** `banners/summer/en/wide.png` has 900 KB.

    **Good** The same picture as WebP or AVIF, with 120 KB; or another budget:

    ```yaml
    budgets: {banner: 1 MB}
    ```

    **Not flagged** Images and PDFs whose bytes are not here (Git LFS).
    """
    budgets = scope.settings.budgets
    for path, image in scope.once(banner_images).items():
        if image.size > budgets.banner:
            yield _too_big(rule, Place(path), "image", image.size, budgets.banner)
    for document, path in document_files(scope):
        data = file_bytes(scope, path)
        if data is not None and len(data) > budgets.document:
            place, facts = document.places.value("file"), scope.once(pdf_facts).get(path)
            found = _too_big(rule, place, "PDF", len(data), budgets.document)
            yield found if facts is None else replace(found, hint=_weights(facts))


def _too_big(rule: Rule, place: Place, what: str, size: int, budget: int) -> Finding:
    return rule.at(place, f"this {what} has {_kilobytes(size)}, the budget is {_kilobytes(budget)}")


def _weights(facts: PdfFacts) -> str | None:
    """Return what takes most of the space in a PDF, and what can be done about it."""
    heavy = facts.weights[:_MOST_WEIGHTS]
    parts = ", ".join(f"{what} {_kilobytes(size)}" for what, size in heavy if size)
    if not parts:
        return None
    advice = _ADVICE.get(heavy[0][0])
    return f"it holds: {parts}" + (f"; {advice}" if advice else "")


def _kilobytes(size: int) -> str:
    return f"{size / 1000:,.1f} KB".replace(".0 ", " ") if size >= _KILOBYTE else f"{size} bytes"
