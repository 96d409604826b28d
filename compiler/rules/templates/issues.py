"""Turns what is wrong with a template into findings at their places."""

from collections.abc import Iterator

from compiler.base.finding import Finding
from compiler.base.rule import Rule
from compiler.rules.check import Scope
from compiler.rules.templates.layouts import layout_findings
from compiler.rules.templates.parts import Part, template_parts
from compiler.templating.issues import Issue, IssueKind


def found(scope: Scope, rule: Rule, kind: IssueKind) -> Iterator[Finding]:
    """Yield the findings of one kind, of every subject, body and layout."""
    for part in scope.once(template_parts):
        for issue in part.all_issues:
            if issue.kind is kind:
                yield finding_of(scope, rule, part, issue)
    yield from layout_findings(scope, rule, kind)


def finding_of(
    scope: Scope, rule: Rule, part: Part, issue: Issue, message: str | None = None
) -> Finding:
    """Return an issue as a finding."""
    return rule.at(
        part.place(scope, issue.offset, issue.length),
        message or issue.message,
        hint=issue.hint,
        entity=str(part.written.reference),
        locale=part.locale,
    )
