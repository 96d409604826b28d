"""The PDFs of documents, with what is known of each once it was opened."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import NamedTuple

from compiler.base.finding import Finding
from compiler.base.place import Place
from compiler.base.rule import Rule
from compiler.ports.pdf_facts import PdfFacts
from compiler.rules.check import Scope
from compiler.rules.documents import document_files, is_pdf
from compiler.rules.files import file_bytes


class DocumentPdf(NamedTuple):
    """The PDF of a document: its file name, where that is written, whose it is, what it is."""

    name: str
    place: Place
    entity: str
    facts: PdfFacts

    def says(self, rule: Rule, message: str, hint: str | None = None) -> Finding:
        """Make a finding about it; the message goes on after its name."""
        return rule.at(self.place, f"`{self.name}` {message}", hint=hint, entity=self.entity)


def pdf_facts(scope: Scope) -> Mapping[str, PdfFacts]:
    """Return what the PDFs of documents are, by path."""
    if scope.senses.inspect is None:
        return {}
    return scope.senses.inspect(
        {path: partial(scope.content.asset, path) for path in pdf_paths(scope)}
    )


def pdf_paths(scope: Scope) -> list[str]:
    """Return the paths of what begins as a PDF does, sorted."""
    named = {path for _, path in document_files(scope)}
    return sorted(path for path in named if is_pdf(file_bytes(scope, path) or b""))


def document_pdfs(scope: Scope) -> Iterator[DocumentPdf]:
    """Yield the PDFs of documents that were opened, or that could not be."""
    known = scope.once(pdf_facts)
    for document, path in document_files(scope):
        facts = known.get(path)
        if facts is not None:
            name, place = path.rpartition("/")[2], document.places.value("file")
            yield DocumentPdf(name, place, str(document.reference), facts)
