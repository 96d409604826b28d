"""Judge a project's content and compile it: what build, plan and publish begin with."""

from dataclasses import dataclass

from compiler.bundle.artifacts import Artifacts
from compiler.commands.judging import Judged, findings_report, judge_content
from compiler.commands.opening import Project
from compiler.report.console import Console
from compiler.report.summary import Counts, count_findings
from compiler.settings import Gate


@dataclass(frozen=True, slots=True)
class Compiled:
    """Content that passed its gate, compiled; ``artifacts`` is None where it was refused."""

    judged: Judged
    artifacts: Artifacts | None

    @property
    def counts(self) -> Counts:
        """What was found in how much content."""
        verdict = self.judged.verdict
        return count_findings(verdict.findings, entities=verdict.entities, locales=verdict.locales)


def compile_project(
    console: Console, project: Project, gate: Gate, *, strict: bool = False, keep: bool = False
) -> Compiled:
    """Judge and compile; what was found is said on stderr, remarks only of refused content.

    ``keep`` as for `judge_content`: not for what is published.
    """
    judged = judge_content(project, gate, build=True, keep=keep)
    refused = judged.refused(strict=strict)
    shown = [
        finding
        for finding in judged.verdict.findings
        if refused or finding.severity.value != "info"
    ]
    compiled = Compiled(judged, None if refused else _artifacts(project, judged))
    if shown:
        console.note(findings_report(console, project, shown, compiled.counts))
    return compiled


def _artifacts(project: Project, judged: Judged) -> Artifacts:
    from compiler.bundle.compiling import compile_content

    return compile_content(judged.content, project.settings, judged.strings)
