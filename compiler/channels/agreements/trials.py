"""What is asked of whoever prints agreements, and what they answer."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol


class FlawKind(StrEnum):
    """What came of printing."""

    REFUSED = "refused"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Agreement:
    """An agreement in one language, compiled: a ``document`` of Typst and its ``text``.

    Jinja is kept in both. ``samples`` makes the samples by name; agreements with the same ``key``
    come to the same.
    """

    document: str
    text: str
    locale: str
    samples: Callable[[], Mapping[str, Mapping[str, Any]]]
    key: str = ""


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong with a PDF, and with which sample.

    ``line`` and ``column`` from 1, in the document; 0 where it is not of one place. Not ``lasting``
    is what another run may not find: that something takes too long.
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


class Press(Protocol):
    """What prints agreements of strangers, within limits of time and memory."""

    def flaws(self, agreements: Sequence[Agreement]) -> list[tuple[Flaw, ...]] | None:
        """Return what is wrong with each agreement; None where what prints is not installed."""
        ...
