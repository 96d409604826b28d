"""Judge a project's content and compile it: what build, plan and publish begin with."""

from dataclasses import dataclass

from compiler.adapters.spool import Spool
from compiler.adapters.stages import stage
from compiler.base.failure import UsageError
from compiler.base.gate import Gate
from compiler.bundle.artifacts import Artifacts
from compiler.commands.code_reading import read_code
from compiler.commands.judging import Judged, judge_content, judge_loaded
from compiler.commands.kept_pdfs import KeptPdfs
from compiler.commands.key_findings import about_keys
from compiler.commands.opening import Project
from compiler.commands.telling import tell_findings
from compiler.load.loading import load
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
    console: Console,
    project: Project,
    gate: Gate,
    *,
    strict: bool = False,
    keep: bool = False,
    pseudo: bool = False,
) -> Compiled:
    """Judge and compile; what was found is said as by `tell_findings`.

    ``keep`` as for `judge_content`: not for what is published, which is set against code as well.
    ``pseudo`` compiles pseudo-locales, too; raises UsageError where the gate asks for reviewed
    texts.
    """
    if pseudo and gate is Gate.REVIEWED:
        raise UsageError(
            "`--pseudo` makes texts that nobody reviews, and the gate here is `reviewed`"
        )
    judged = (
        judge_content(project, gate, build=True, keep=True)
        if keep
        else _judged_for_release(project, gate)
    )
    refused = judged.refused(strict=strict)
    compiled = Compiled(judged, None if refused else _artifacts(project, judged, pseudo=pseudo))
    tell_findings(console, project.source, judged.outcome, refused=refused)
    return compiled


def _judged_for_release(project: Project, gate: Gate) -> Judged:
    """Judge what is to be released: everything anew, with the keys that code asks for."""
    with stage("reading files"):
        loaded = load(project.snapshot)
    with stage("reading code"):
        keys = about_keys(project, loaded.content, lambda: read_code(project, keep=False))
    return judge_loaded(project, loaded, gate, keys.findings, build=True, asked=keys.rules)


def _artifacts(project: Project, judged: Judged, *, pseudo: bool) -> Artifacts:
    from compiler.bundle.compiling import compile_content
    from compiler.bundle.eyes import Eyes

    pdfs = KeptPdfs(None)  # all of them were opened by those who judged
    content, strings, keep = judged.content, judged.strings, Spool().keep
    if pseudo:
        from compiler.commands.pseudo_locales import strings_with_pseudo
        from compiler.translate.pseudo.content import with_pseudo_locales

        content = with_pseudo_locales(content)
        strings = strings_with_pseudo(content, project.settings, strings)
    eyes = Eyes(pdfs.inspect, project.images, judged.texts)
    with stage("putting bundles together"):
        return compile_content(content, project.settings, strings, keep, eyes)
