"""Content loaded for a question about it, before any rule is run."""

from collections.abc import Iterable

from compiler.base.failure import UsageError
from compiler.base.finding import Finding, Severity
from compiler.commands.opening import Project
from compiler.load.loading import load
from compiler.model.languages import LANGUAGES_FILE
from compiler.report.words import count
from compiler.rules.check import Scope


def scope_of(project: Project) -> tuple[Scope, tuple[Finding, ...]]:
    """Load a project; return what can be asked of it, and what is wrong with its files.

    Raises UsageError where languages.yaml cannot be used, without which nothing has a state.
    """
    loaded = load(project.snapshot)
    if not loaded.content.languages.readable:
        raise UsageError(f"`{LANGUAGES_FILE}` cannot be used; `clientarea check` says why")
    return Scope(loaded.content, project.settings, project.gate(None)), loaded.findings


def files_with_errors(findings: Iterable[Finding]) -> set[str]:
    """Return the paths of files that have an error, so that something of them may be missing."""
    return {one.place.path for one in findings if one.severity is Severity.ERROR}


def errors_remark(number: int) -> str:
    """Say that something may be missing from an answer."""
    verb = "has" if number == 1 else "have"
    return f"note: {count(number, 'file')} {verb} errors, and something of them may be missing here"
