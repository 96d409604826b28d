"""Rules about documents: a PDF or a link, under a name of its own."""

import re
from collections.abc import Iterator
from posixpath import dirname, join
from typing import Any

from compiler.base.file_scheme import example, fits
from compiler.base.finding import Finding, Note
from compiler.base.place import Place
from compiler.base.rule import Rule
from compiler.model.document import Document
from compiler.model.entity import Entity
from compiler.rules.check import Scope
from compiler.rules.files import file_bytes

_HEADER = b"%PDF-"
_HEADER_WITHIN = 1024
_ADDRESSABLE = re.compile(r"[A-Za-z0-9._-]{1,100}")
_LFS = b"version https://git-lfs"


def document_source(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A document has both a file and a link, or neither.

    **Why** Visitors open one thing: the PDF beside the document's YAML, or the page behind the
    link.

    **Bad**

    ```yaml
    name: Fee schedule
    file: fees.pdf
    link: https://acme.example/fees
    ```

    **Good**

    ```yaml
    name: Fee schedule
    file: fees.pdf
    ```

    **Not flagged** Other links in the description.
    """
    for document in documents(scope):
        record, entity = document.record, str(document.reference)
        if record.file is not None and record.link is not None:
            yield rule.at(
                document.places.key("link"),
                f"`{document.label}` has both a file and a link",
                hint="keep one of them",
                entity=entity,
            )
        elif record.file is None and record.link is None:
            yield rule.at(
                document.places.value(),
                f"`{document.label}` has neither a file nor a link",
                hint="write `file: <name>.pdf` with the PDF beside it, or `link: https://…`",
                entity=entity,
            )


def not_a_pdf(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """The file of a document is no PDF, or is not named as one.

    **Why** Visitors get it as a PDF and could not open it.

    **Bad** A Word document that was renamed to `fees.pdf`; an empty file; a PDF with the name
    `fees.doc`.

    **Good** A file exported as PDF: it begins with `%PDF-`, and its name ends with `.pdf`.

    **Not flagged** A file that is missing (`missing-file`).
    """
    for document, path in document_files(scope):
        data = file_bytes(scope, path)
        wrong = None if data is None else _no_pdf(path.rpartition("/")[2], data)
        if wrong is not None:
            message, hint = wrong
            place, entity = document.places.value("file"), str(document.reference)
            yield rule.at(place, message, hint=hint, entity=entity)


def _no_pdf(name: str, data: bytes) -> tuple[str, str] | None:
    """Return why a file is no PDF, and how to mend that."""
    if not data:
        return f"`{name}` is empty", "export the document again"
    if data.startswith(_LFS):
        return f"`{name}` is a pointer of Git LFS that was changed", "restore it, or add the PDF"
    if not is_pdf(data):
        return f"`{name}` is no PDF", "export it as PDF; renaming is not enough"
    if not name.lower().endswith(".pdf"):
        return f"`{name}` is a PDF, and is not named as one", "let its name end with `.pdf`"
    return None


def is_pdf(data: bytes) -> bool:
    """Tell whether bytes begin as those of a PDF; readers look for that in the first KB."""
    return _HEADER in data[:_HEADER_WITHIN]


def document_name(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A PDF is not named as the project names its PDFs.

    **Why** Visitors keep documents under these names, and find the version of a year by them; and a
    new version gets a new name, so that a name stands for one document for ever.

    **Bad** `license final (2).pdf`

    **Good** `License-Agreement-2025-v1.pdf`; or a scheme of the project's own, of the parts
    `<Category>` (words with hyphens), `<Year>`, `<Date>` (2027-01-31), `<Version>` (v1, v1.2),
    `<Language>`:

    ```yaml
    # clientarea.yaml
    documents: {names: "<Category>-<Version>-<Language>.pdf"}
    ```

    **Not flagged** A file that is missing (`missing-file`), or is no PDF (`not-a-pdf`); a name that
    no address can have (`file-name`).
    """
    scheme = scope.settings.documents.names
    for document, path in document_files(scope):
        name, data = path.rpartition("/")[2], file_bytes(scope, path)
        told = data is None or _no_pdf(name, data) is not None or not _ADDRESSABLE.fullmatch(name)
        if not told and not fits(scheme, name):
            yield rule.at(
                document.places.value("file"),
                f"`{name}` is not named as `{scheme}`",
                hint=f"rename it, to a name such as `{example(scheme)}`",
                entity=str(document.reference),
            )


def duplicate_name(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """Two documents have one name.

    **Why** Visitors choose a document by its name.

    **Bad**

    ```yaml
    name: Licence      # documents/licence-2025.yaml
    name: Licence      # documents/licence-2026.yaml
    ```

    **Good**

    ```yaml
    name: Licence 2025
    name: Licence 2026
    ```

    **Not flagged** The titles that languages give a document.
    """
    seen: dict[str, tuple[str, Place]] = {}
    for document in documents(scope):
        key = " ".join(document.record.name.split()).casefold()
        place = document.places.value("name")
        if key in seen:
            other, where = seen[key]
            yield rule.at(
                place,
                f"`{document.label}` has the name of `{other}`",
                entity=str(document.reference),
                notes=(Note(f"`{other}`", where),),
            )
        seen.setdefault(key, (document.label, place))


def documents(scope: Scope) -> Iterator[Entity[Document]]:
    """Yield every document as it is written, those of areas last."""
    for document in scope.entities("documents"):
        if isinstance(document.record, Document):
            yield document


def document_files(scope: Scope) -> Iterator[tuple[Entity[Document], str]]:
    """Yield every document that names a file, with the path where it should lie."""
    for document in documents(scope):
        path = pdf_of(document)
        if path is not None:
            yield document, path


def pdf_of(entity: Entity[Any]) -> str | None:
    """Return where the PDF of a document should lie, None where it names none."""
    name = getattr(entity.record, "file", None)
    return None if name is None else join(dirname(entity.places.path), name)
