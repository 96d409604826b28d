"""What a PDF says, as far as reviews ask for it."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class PdfText:
    """The text of a PDF by page; with ``trouble`` there is none.

    ``trouble`` goes on after "the PDF" and says why: ``is encrypted``.
    """

    pages: tuple[str, ...] = ()
    trouble: str | None = None


class PdfReader(Protocol):
    """What reads PDFs, of strangers too: a bad one never takes it along."""

    def text(self, data: bytes) -> PdfText:
        """Return what a PDF says."""
        ...
