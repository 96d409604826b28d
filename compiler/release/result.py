"""What a release verb answers: told apart in words, as JSON and by exit code."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from compiler.base.finding import Severity


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to say about a release: ``rule`` is its id, ``hint`` how to mend it."""

    rule: str
    severity: Severity
    message: str
    hint: str | None = None


class Outcome(StrEnum):
    """How a verb ended."""

    LIVE = "live"
    UNCHANGED = "unchanged"
    PENDING = "pending"
    HELD = "held"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Result:
    """The end of a verb; ``number`` and ``id`` are of the release it speaks of, None without one.

    ``on_request`` says that a release was staged because the caller asked for just that;
    ``areas`` are those that are live now.
    """

    outcome: Outcome
    target: str
    number: int | None = None
    id: str | None = None
    remarks: tuple[Remark, ...] = ()
    on_request: bool = False
    areas: tuple[str, ...] = ()

    @property
    def exit_code(self) -> int:
        """0 live or unchanged, 4 pending, 1 held (unless that was asked for) or refused."""
        if self.outcome is Outcome.PENDING:
            return 4
        fine = self.outcome in {Outcome.LIVE, Outcome.UNCHANGED} or self.on_request
        return 0 if fine else 1

    @property
    def data(self) -> dict[str, Any]:
        """The result for programs."""
        return {
            "result": self.outcome.value,
            "target": self.target,
            "number": self.number,
            "id": self.id,
            "findings": remarks_data(self.remarks),
        }


def remarks_data(remarks: Iterable[Remark]) -> list[dict[str, Any]]:
    """Return remarks for programs."""
    return [
        {
            "rule": remark.rule,
            "severity": remark.severity.value,
            "message": remark.message,
            "hint": remark.hint,
        }
        for remark in remarks
    ]
