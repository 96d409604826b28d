"""What is known of a PDF once it was opened: whether it is whole, safe, and fit for everybody."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple


class Danger(StrEnum):
    """What a PDF may do beside showing its pages."""

    JAVASCRIPT = "javascript"
    LAUNCH = "launch"  # start a program
    EMBEDDED = "embedded"  # bring files along
    SUBMIT = "submit"  # send what was filled in
    EXTERNAL = "external"  # open or take in what lies elsewhere


class Lock(StrEnum):
    """How a PDF is encrypted."""

    PASSWORD = "password"  # noqa: S105 - nobody can open it without
    RESTRICTED = "restricted"  # everybody can open it, and may not do everything


class Act(NamedTuple):
    """One thing that a PDF may do: ``what`` names it, ``page`` counts from 1; 0 is no page."""

    danger: Danger
    what: str
    page: int = 0


class Thumbnail(NamedTuple):
    """The first page as a WebP image, in pixels."""

    data: bytes
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class PdfFacts:
    """What a PDF is.

    ``trouble`` and ``foreign`` go on after "this PDF": why it is not safe to open (``takes more
    than 10 s to open``), what the file is beside a PDF (``is a ZIP archive, too``). ``damage`` is
    what is broken, as a program says it that can read on in spite of it; ``cut`` tells that the end
    is missing. ``fonts`` are those that are not embedded; ``weights`` are bytes by what takes them,
    the largest first. ``text`` is that of all pages, a line for each; None where it has not been
    read.
    """

    trouble: str = ""
    foreign: str = ""
    damage: str = ""
    cut: bool = False
    lock: Lock | None = None
    pages: int = 0
    title: str = ""
    language: str = ""
    tagged: bool = False
    acts: tuple[Act, ...] = ()
    fonts: tuple[str, ...] = ()
    weights: tuple[tuple[str, int], ...] = ()
    thumbnail: Thumbnail | None = None
    text: str | None = None

    @property
    def is_open(self) -> bool:
        """Whether it could be opened whole, so that what it holds is known."""
        broken = self.trouble or self.damage or self.cut
        return not broken and self.lock is not Lock.PASSWORD and self.pages > 0


def facts_of(data: Mapping[str, Any]) -> PdfFacts:
    """Return facts from plain data, as JSON has it; the thumbnail's bytes are bytes already."""
    given = dict(data)
    lock, thumbnail = given.get("lock"), given.get("thumbnail")
    given |= {
        "lock": None if lock is None else Lock(lock),
        "acts": tuple(Act(Danger(one[0]), *one[1:]) for one in given.get("acts", ())),
        "fonts": tuple(given.get("fonts", ())),
        "weights": tuple((what, size) for what, size in given.get("weights", ())),
        "thumbnail": None if thumbnail is None else Thumbnail(*thumbnail),
    }
    return PdfFacts(**given)


Pdfs = Mapping[str, Callable[[], bytes]]
"""PDFs by path, read when they are needed."""

Inspect = Callable[[Pdfs], Mapping[str, PdfFacts]]
"""Returns what PDFs are, by path: each opened where it cannot do harm."""
