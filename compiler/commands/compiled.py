"""Judge a project's content and compile it: what build, plan and publish begin with."""

from dataclasses import dataclass

from compiler.adapters.spool import Spool
from compiler.adapters.stages import stage
from compiler.base.gate import Gate
from compiler.bundle.artifacts import Artifacts
from compiler.commands.judging import Judged, judge_content
from compiler.commands.kept_pdfs import KeptPdfs
from compiler.commands.opening import Project
from compiler.commands.telling import tell_findings
from compiler.report.console import Console
from compiler.report.summary import Counts


@dataclass(frozen=True, slots=True)
class Compiled:
    """Content that passed its gate, compiled; ``artifacts`` is None where it was refused."""

    judged: Judged
    artifacts: Artifacts | None

    @property
    def counts(self) -> Counts:
        """What was found in how much content."""
        outcome = self.judged.outcome
        return outcome.counts(outcome.findings)


def compile_project(
    console: Console, project: Project, gate: Gate, *, strict: bool = False, keep: bool = False
) -> Compiled:
    """Judge and compile; what was found is said as by `tell_findings`.

    ``keep`` as for `judge_content`: not for what is published.
    """
    judged = judge_content(project, gate, build=True, keep=keep)
    refused = judged.refused(strict=strict)
    compiled = Compiled(judged, None if refused else _artifacts(project, judged))
    tell_findings(console, project.source, judged.outcome, refused=refused)
    return compiled


def _artifacts(project: Project, judged: Judged) -> Artifacts:
    from compiler.bundle.compiling import compile_content
    from compiler.bundle.eyes import Eyes

    pdfs = KeptPdfs(None)  # all of them were opened by those who judged
    strings, keep = judged.strings, Spool().keep
    eyes = Eyes(pdfs.inspect, project.images, judged.texts)
    with stage("putting bundles together"):
        return compile_content(judged.content, project.settings, strings, keep, eyes)
