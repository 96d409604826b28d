"""Content loaded for a question about it, before any rule is run."""

from collections.abc import Iterable

from compiler.base.failure import UsageError
from compiler.base.finding import Finding, Severity
from compiler.commands.opening import Project
from compiler.load.loading import load
from compiler.model.content import Content
from compiler.model.languages import LANGUAGES_FILE
from compiler.report.words import count
from compiler.rules.check import Scope, Senses


def scope_of(project: Project, senses: Senses | None = None) -> tuple[Scope, tuple[Finding, ...]]:
    """Load a project; return what can be asked of it, and what is wrong with its files.

    Raises UsageError as `scope_on`.
    """
    loaded = load(project.snapshot)
    return scope_on(project, loaded.content, senses), loaded.findings


def scope_on(project: Project, content: Content, senses: Senses | None = None) -> Scope:
    """Return what can be asked of content.

    Raises UsageError where languages.yaml cannot be used, without which nothing has a state.
    """
    if not content.languages.readable:
        raise UsageError(f"`{LANGUAGES_FILE}` cannot be used; `clientarea check` says why")
    seen = senses or Senses(images=project.images)
    return Scope(content, project.settings, project.gate(None), senses=seen)


def files_with_errors(findings: Iterable[Finding]) -> set[str]:
    """Return the paths of files that have an error, so that something of them may be missing."""
    return {one.place.path for one in findings if one.severity is Severity.ERROR}


def errors_remark(number: int) -> str:
    """Say that something may be missing from an answer."""
    verb = "has" if number == 1 else "have"
    return (
        f"note: {count(number, 'file')} {verb} errors, and something of them may be missing here;"
        " `clientarea check` says what"
    )
