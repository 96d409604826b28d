"""Findings for programs: the record of the command line's JSON."""

from collections.abc import Sequence
from typing import Any

from compiler.base.finding import Finding


def findings_data(findings: Sequence[Finding]) -> list[dict[str, Any]]:
    """Return findings as JSON objects, in their order."""
    return [_finding(finding) for finding in findings]


def _finding(finding: Finding) -> dict[str, Any]:
    from compiler.base.fix import fix_object  # noqa: PLC0415 - `check` in words does without

    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "path": finding.place.path,
        "line": finding.place.line,
        "column": finding.place.column,
        "entity": finding.entity,
        "locale": finding.locale,
        "hint": finding.hint,
        "fix": [fix_object(fix) for fix in finding.fixes] or None,
    }
