"""Findings as a Code Quality report of GitLab.

Source: GitLab Docs, "Code Quality", "Code Quality report format".
"""

import json
from collections.abc import Sequence

from compiler.base.finding import Finding, Severity
from compiler.base.visible import visible
from compiler.report.formats.located import Surroundings, fingerprints, importance

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def gitlab_code_quality(findings: Sequence[Finding], around: Surroundings) -> str:
    """Return the report: a list, the most important first; paths from the repository's top."""
    # Named in their own order, so that a name does not depend on what has changed.
    named = zip(findings, fingerprints(findings), strict=True)
    report = [
        {
            "description": visible(one.message),
            "check_name": one.rule,
            "fingerprint": name,
            "severity": _SEVERITIES[one.severity],
            "location": {"path": around.path(one), "lines": {"begin": one.place.line}},
        }
        for one, name in sorted(named, key=lambda pair: importance(pair[0], around))
    ]
    return json.dumps(report, ensure_ascii=False, indent=2)
