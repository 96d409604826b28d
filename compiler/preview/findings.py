"""Findings as the page shows them: counted at first, then by entry, then all. Pure."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from compiler.base.finding import Finding, Severity
from compiler.preview.files import Files
from compiler.preview.rows import Page

_AT_ONCE = 500
"""How many findings are loaded together."""


def findings_data(
    findings: Sequence[Finding],
    rows: Mapping[str, int],
    pages: Sequence[Page],
    areas: Sequence[str],
    files: Files,
) -> dict[str, Any]:
    """Return counts, the files with findings, by page the file that says whose they are.

    ``rows`` are numbers of rows by reference. ``areas`` are told by name the numbers of those that
    are about the area itself and no row.
    """
    counts = Counter(finding.severity for finding in findings)
    told = [_finding(one, rows) for one in findings]
    parts = [told[begin : begin + _AT_ONCE] for begin in range(0, len(told), _AT_ONCE)]
    return {
        **{severity.value: counts[severity] for severity in Severity},
        "at_once": _AT_ONCE,
        "files": [files.data(part) for part in parts],
        "pages": _by_page(findings, rows, pages, files),
        "areas": _by_area(findings, rows, areas),
    }


def _by_page(
    findings: Sequence[Finding], rows: Mapping[str, int], pages: Sequence[Page], files: Files
) -> dict[str, str]:
    """Return for pages with findings the numbers of findings by row."""
    numbers: dict[int, list[int]] = {}
    for number, finding in enumerate(findings):
        row = rows.get(finding.entity or "")
        if row is not None:
            numbers.setdefault(row, []).append(number)
    found = {}
    for index, page in enumerate(pages):
        own = range(page.start, page.start + len(page.rows))
        told = {str(row): numbers[row] for row in own if row in numbers}
        if told:
            found[str(index)] = files.data(told)
    return found


def _by_area(
    findings: Sequence[Finding], rows: Mapping[str, int], areas: Sequence[str]
) -> dict[str, list[int]]:
    """Return by area the numbers of findings about its record and its own settings."""
    found: dict[str, list[int]] = {}
    for number, finding in enumerate(findings):
        if (finding.entity or "") in rows:
            continue
        for name in areas:
            if finding.entity == f"areas/{name}" or f"/areas/{name}/" in f"/{finding.place.path}":
                found.setdefault(name, []).append(number)
    return found


def _finding(finding: Finding, rows: Mapping[str, int]) -> dict[str, Any]:
    place = finding.place
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "hint": finding.hint,
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "entity": finding.entity,
        "row": rows.get(finding.entity or ""),
        "locale": finding.locale,
    }
