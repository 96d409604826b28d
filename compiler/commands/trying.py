"""Whether what is about to be written would pass: the cheap checks, on the files as they will be.

For edits of settings, whose values others refer to; texts are judged by `check` alone.
"""

from collections.abc import Iterator

from compiler.base.failure import RefusedError
from compiler.base.finding import Finding, Severity
from compiler.base.project_file import PROJECT_FILE
from compiler.edit.fixes.snapshot import DraftedSnapshot
from compiler.edit.verbs.editor import Editor
from compiler.load.loading import load
from compiler.rules.check import Scope
from compiler.rules.table import CHECKS
from compiler.wiring import project_folder, work_tree

_TRIED = frozenset(
    {
        "duplicate-credential",
        "faint-color",
        "foreign-acs-url",
        "missing-file",
        "missing-pkce",
        "private-scope",
        "shared-address",
        "shared-secret",
        "short-refresh",
        "unencrypted-address",
        "unknown-reference",
        "unmatched-pattern",
        "unpublished-language",
    }
)
"""Rules that look at settings alone, at no text and no file beside."""


def try_draft(editor: Editor, project: str | None) -> str | None:
    """Return what `check` would warn of that it has not until now, None where that is nothing.

    Raises RefusedError where it would be an error.
    """
    base = work_tree(project_folder(project, PROJECT_FILE))
    before = load(base)
    after = load(DraftedSnapshot(base, editor.draft))
    known = {_key(one) for one in (*before.noticed, *_found(editor.scope))}
    now = Scope(after.content, editor.scope.settings, editor.scope.gate)
    new = [one for one in (*after.noticed, *_found(now)) if _key(one) not in known]
    for one in new:
        if one.severity is Severity.ERROR:
            raise RefusedError(f"{_sentence(one)}; nothing was written")
    warnings = [_sentence(one) for one in new if one.severity is Severity.WARNING]
    return "; ".join(warnings) or None


def _found(scope: Scope) -> Iterator[Finding]:
    return (
        finding for check in CHECKS if check.rule.id in _TRIED for finding in check.findings(scope)
    )


def _key(finding: Finding) -> tuple[str, str, str]:
    return finding.rule, finding.place.path, finding.message


def _sentence(finding: Finding) -> str:
    where = f"{finding.place.path}:{finding.place.line}"
    hint = f"; {finding.hint}" if finding.hint else ""
    return f"{where}: {finding.message}{hint}"
