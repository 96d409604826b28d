"""Findings keep secrets: none repeats one in its words, and no report shows a line that has one."""

from collections.abc import Sequence
from dataclasses import replace

from compiler.base.finding import Finding, Note
from compiler.secrets.literals import redacted


def discreet(findings: Sequence[Finding]) -> list[Finding]:
    """Return the same findings, fit to be shown to whoever may not see the secrets themselves."""
    lines = {(one.place.path, one.place.line) for one in findings if one.hidden}
    return [_discreet(one, (one.place.path, one.place.line) in lines) for one in findings]


def _discreet(finding: Finding, secret_line: bool) -> Finding:  # noqa: FBT001 - what it stands on
    if secret_line and not finding.hidden:
        # What it would mend, or quotes, may be the secret.
        finding = replace(finding, hidden=True, hint=None, fixes=())
    message, hint = redacted(finding.message), finding.hint and redacted(finding.hint)
    notes = tuple(Note(redacted(note.message), note.place) for note in finding.notes)
    if (message, hint, notes) == (finding.message, finding.hint, finding.notes):
        return finding
    return replace(finding, message=message, hint=hint, notes=notes)
