"""All changes between two versions, those of the texts of PDFs too, and how much they weigh."""

from compiler.review.breaking import weighed_changes
from compiler.review.change import Change
from compiler.review.changes import changes_of
from compiler.review.pdfs import differing_pdfs
from compiler.review.versions import Versions
from compiler.wiring import pdf_reader


def changes_between(versions: Versions) -> list[Change]:
    """Return every change; PDFs are read where they differ."""
    reader = pdf_reader()
    texts = {digest: reader.text(data) for digest, data in differing_pdfs(versions).items()}
    return list(weighed_changes(changes_of(versions, texts), versions))
