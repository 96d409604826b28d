"""A finding: one thing about the content that its author should know, at its place."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from compiler.base.place import Place

if TYPE_CHECKING:
    from compiler.base.fix import Fix


class Severity(StrEnum):
    """How much a finding weighs: an error refuses the content, a warning and an info do not."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """Order from the heaviest, 0 for an error."""
        return _RANKS[self]


_RANKS = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


@dataclass(frozen=True, slots=True)
class Note:
    """A second place that explains a finding, with a few words."""

    message: str
    place: Place


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem or remark about content.

    ``message`` says what is wrong in the author's words, ``hint`` how to mend it (with the line to
    paste where there is one). ``entity`` is a reference such as ``texts/deposit.termsNotice``.
    ``fixes`` are what mends it without anybody's judgement. ``hidden`` says that the line may hold
    a secret: no report shows it. The words of such a finding never do.
    """

    rule: str
    severity: Severity
    message: str
    place: Place
    entity: str | None = None
    locale: str | None = None
    hint: str | None = None
    fixes: "tuple[Fix, ...]" = ()
    notes: tuple[Note, ...] = ()
    hidden: bool = False


def in_source_order(findings: list[Finding]) -> list[Finding]:
    """Sort by path, line, column, then rule and message, so that every run prints the same."""
    return sorted(findings, key=lambda f: (f.place, f.rule, f.message, f.locale or ""))
