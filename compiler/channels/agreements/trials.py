"""What is asked of whoever prints agreements, and what they answer."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Protocol

Files = Mapping[str, Callable[[], bytes]]
"""What documents draw: bytes by path."""


class FlawKind(StrEnum):
    """What came of printing."""

    REFUSED = "refused"
    LOST = "lost"
    OUTSIDE = "outside"
    LEFT = "left"
    """A placeholder is left in it."""
    TWICE = "twice"
    UNSEEN = "unseen"
    FONT = "font"


@dataclass(frozen=True, slots=True)
class Agreement:
    """An agreement in one language, compiled: a ``document`` of Typst and its ``text``.

    Jinja is kept in both. ``samples`` makes the samples by name, ``files`` the bytes of what is
    drawn, by path; agreements with the same ``key`` come to the same.
    """

    document: str
    text: str
    locale: str
    samples: Callable[[], Mapping[str, Mapping[str, Any]]]
    files: Files = field(default_factory=dict)
    key: str = ""


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong with a PDF, and with which sample.

    ``message`` is what Typst says, or the words (the font) that it is about. ``line``
    and ``column`` from 1, in the document; 0 where it is not of one place. Not ``lasting`` is what
    another run may not find: that something takes too long.
    """

    kind: FlawKind
    message: str
    sample: str = ""
    hint: str | None = None
    line: int = 0
    column: int = 0
    lasting: bool = True


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF with so many ``pages``; or the ``flaw`` for which there is none."""

    pdf: bytes = b""
    pages: int = 0
    flaw: Flaw | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as WebP; width and height in pixels."""

    data: bytes
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Drawn:
    """The first pages of a PDF of so many ``pages``; or the ``flaw`` for which there is none."""

    pictures: tuple[Picture, ...] = ()
    pages: int = 0
    flaw: Flaw | None = None


class Press(Protocol):
    """What prints agreements of strangers, within limits of time and memory, and reads them."""

    def flaws(self, agreements: Sequence[Agreement]) -> list[tuple[Flaw, ...]] | None:
        """Return what is wrong with each agreement; None where what prints is not installed."""
        ...


class Printer(Press, Protocol):
    """What hands out the PDFs, too."""

    def print(
        self, source: str, files: Files | None = None, public_url: str | None = None
    ) -> Printed:
        """Return the PDF of a document that is rendered: the same bytes each time.

        ``files`` are what it draws, ``public_url`` is where readers find the public side.
        """
        ...

    def draw(self, documents: Sequence[tuple[str, Files]], most: int) -> list[Drawn] | None:
        """Return ``most`` pages of each document that is rendered; None without what prints."""
        ...
