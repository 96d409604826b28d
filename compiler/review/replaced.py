"""PDFs that are others now, under the file name that those before them had."""

from collections.abc import Iterator, Mapping
from posixpath import basename, dirname, join
from typing import Any, NamedTuple

from compiler.base.finding import Finding
from compiler.base.rule import Rule
from compiler.base.versioned_name import next_version
from compiler.model.content import Content
from compiler.model.entity import Entity
from compiler.review.beside import bytes_beside
from compiler.review.versions import Versions


class ReplacedPdf(NamedTuple):
    """A document of now whose PDF is not the one that was published under that name."""

    document: Entity[Any]
    area: str | None
    name: str


def replaced_pdfs(versions: Versions) -> Iterator[ReplacedPdf]:
    """Yield each, whichever document had the PDF before, if that was active."""
    for area, before, now in versions.layers():
        was = dict(_pdfs(before.documents, active=True))
        for path, document in _pdfs(now.documents, active=False):
            if path in was and _differs(versions.before, versions.now, path):
                yield ReplacedPdf(document, area, basename(path))


def _pdfs(
    documents: Mapping[str, Entity[Any]], *, active: bool
) -> Iterator[tuple[str, Entity[Any]]]:
    """Yield the PDFs of documents by path, of active ones alone if wanted."""
    for document in documents.values():
        name = getattr(document.record, "file", None)
        if name is not None and (not active or document.record.active):
            yield join(dirname(document.places.path), name), document


def _differs(before: Content, now: Content, path: str) -> bool:
    old, new = bytes_beside(before, path), bytes_beside(now, path)
    return old is not None and new is not None and old != new


def replaced_pdf(versions: Versions, rule: Rule) -> Iterator[Finding]:
    """A PDF is another one, and has the file name of the one that was published.

    **Why** Who has the old one on the disk, in a mail or in a court file cannot tell the two apart:
    a file name stands for one document for ever. What was published stays at its address.

    **Bad** `License-Agreement-2025-v1.pdf` is exported again, with another clause.

    **Good** It is saved as `License-Agreement-2025-v2.pdf`, and the document names that:

    ```yaml
    file: License-Agreement-2025-v2.pdf
    ```

    **Not flagged** A PDF of a document that was not active; the same bytes.
    """
    for found in replaced_pdfs(versions):
        name, better = found.name, next_version(found.name)
        yield rule.at(
            found.document.places.value("file"),
            f"`{name}` is not the PDF that was published under this name",
            hint=f"raise the version: save the new PDF as `{better}`, and write\n"
            f"file: {better}\nthe old one may go, or come back",
            entity=str(found.document.reference),
        )
