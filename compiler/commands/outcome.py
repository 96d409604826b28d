"""What a check came to, without the content that it was about. Imported first: keep it light."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from compiler.base.finding import Finding, Severity
from compiler.commands.code_state import NO_CODE, CodeState
from compiler.commands.finding_format import finding_in, finding_out
from compiler.report.summary import Counts, count_findings


@dataclass(frozen=True, slots=True)
class Outcome:
    """All findings in source order, the number of entries, the active locales.

    It is ``lasting`` unless it depends on more than the project's files, its base and ``code``.
    """

    findings: tuple[Finding, ...]
    entities: int
    active: tuple[str, ...]
    lasting: bool = True
    code: CodeState = NO_CODE

    def counts(self, findings: Sequence[Finding]) -> Counts:
        """Count some of the findings, and what was looked at."""
        return count_findings(findings, entities=self.entities, locales=len(self.active))


def outcome_out(outcome: Outcome) -> dict[str, Any]:
    """Return an outcome that lasts as JSON has it."""
    findings = list(map(finding_out, outcome.findings))
    of_files = {"findings": findings, "entities": outcome.entities, "active": outcome.active}
    return {**of_files, "code": list(outcome.code)}


def outcome_in(data: Mapping[str, Any]) -> Outcome:
    """Return the outcome that `outcome_out` has made JSON of."""
    findings = tuple(map(finding_in, data["findings"]))
    patterns, digest = data["code"]
    active, code = tuple(data["active"]), CodeState(patterns or (), digest)
    return Outcome(findings, data["entities"], active, code=code)


def refuses(findings: Sequence[Finding], *, strict: bool) -> bool:
    """Tell whether one of the findings refuses the content; with ``strict`` a warning does."""
    bar = Severity.WARNING if strict else Severity.ERROR
    return any(finding.severity.rank <= bar.rank for finding in findings)
