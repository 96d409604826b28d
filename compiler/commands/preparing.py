"""What plan and publish share: content that passed the target's gate, the target, the request."""

from dataclasses import dataclass
from typing import Any

from compiler import __version__
from compiler.adapters.build_folder import prepare_build_folder
from compiler.base.gate import Gate
from compiler.base.visible import visible
from compiler.bundle.artifacts import Artifacts
from compiler.commands.committed import is_of_commit
from compiler.commands.compiled import Compiled, compile_project
from compiler.commands.judging import judge_content
from compiler.commands.opening import Project, open_project
from compiler.commands.targets import open_target
from compiler.ports.history import HistoryError, Revision
from compiler.release.target import PublishRequest, Target
from compiler.report.console import Console
from compiler.report.findings_json import findings_data
from compiler.wiring import history


@dataclass(frozen=True, slots=True)
class Flags:
    """What the user allows on the command line."""

    staged: bool
    allow_older: bool
    allow_dirty: bool
    yes: bool
    pseudo: bool


@dataclass(frozen=True, slots=True)
class Prepared:
    """A publish about to begin; ``artifacts`` is None where the content was refused."""

    project: Project
    compiled: Compiled
    artifacts: Artifacts | None
    target: Target
    request: PublishRequest

    def refusal(self) -> dict[str, Any]:
        """Return the result for programs where the content was refused."""
        return {
            "result": "refused",
            "target": self.target.name,
            "number": None,
            "id": None,
            "findings": findings_data(self.compiled.judged.verdict.findings),
        }


def prepare(
    console: Console, project: str | None, target: str, gate: str | None, flags: Flags
) -> Prepared:
    """Open the project and its target, check and compile. Raises UsageError."""
    opened = open_project(console, project)
    height = opened.gate(gate, target)
    addressed = open_target(opened, target, height)
    if addressed.is_local:
        prepare_build_folder(opened.root)
    # Asked before the files are read: a checkout meanwhile must not name newer files' commit.
    revision = _revision(console, opened, local=addressed.is_local)
    compiled = compile_project(console, opened, height, pseudo=flags.pseudo)
    passed = height
    if compiled.artifacts is not None and not addressed.is_local:
        passed = _highest_passed(opened, height, reviewed=not flags.pseudo)
    request = _request(revision, passed, flags)
    return Prepared(opened, compiled, compiled.artifacts, addressed, request)


def _highest_passed(project: Project, passed: Gate, *, reviewed: bool) -> Gate:
    """Return the highest gate that content passes: a promotion to another target asks for it.

    Where not ``reviewed`` there are texts beside it that nobody has read.
    """
    most = Gate.REVIEWED if reviewed else Gate.COMPLETE
    higher = [gate for gate in Gate if passed.height < gate.height <= most.height]
    for gate in reversed(higher):
        if not judge_content(project, gate).refused(strict=False):
            return gate
    return passed


def _revision(console: Console, project: Project, *, local: bool) -> Revision:
    """Return what is checked out; that Git cannot say is a notice on `local`.

    For other targets `git status` is not believed: their releases are to be rebuilt by others.
    """
    try:
        found = history(project.root).revision()
        if local or found.commit is None or found.dirty:
            return found
        return Revision(found.commit, dirty=not is_of_commit(project, found.commit))
    except HistoryError as failure:
        if not local:
            raise
        console.note(f"note: {visible(str(failure))}")
        return Revision(None)


def _request(revision: Revision, gate: Gate, flags: Flags) -> PublishRequest:
    return PublishRequest(
        commit=revision.commit,
        dirty=revision.dirty,
        gate=gate,
        tool=__version__,
        staged=flags.staged,
        allow_older=flags.allow_older,
        allow_dirty=flags.allow_dirty,
        yes=flags.yes,
    )
