"""What compiling sees files by: what PDFs are, what images are and come to."""

from dataclasses import dataclass, field

from compiler.images.direct import DirectWork
from compiler.images.work import ImageWork
from compiler.ports.pdf_facts import Inspect


@dataclass(frozen=True, slots=True)
class Eyes:
    """Without ``inspect`` PDFs are published without a thumbnail and without their text."""

    inspect: Inspect | None = None
    images: ImageWork = field(default_factory=DirectWork)
