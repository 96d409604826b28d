"""What compiling sees files by: what PDFs are, what images are and come to."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from compiler.images.direct import DirectWork
from compiler.images.work import ImageWork
from compiler.ports.pdf_facts import Inspect
from compiler.richtext.markdown import RichText


@dataclass(frozen=True, slots=True)
class Eyes:
    """Without ``inspect`` PDFs are published without a thumbnail and without their text.

    ``texts`` is what some Markdown was compiled to already, by itself.
    """

    inspect: Inspect | None = None
    images: ImageWork = field(default_factory=DirectWork)
    texts: Mapping[str, RichText] = field(default_factory=dict)
