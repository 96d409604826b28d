"""Findings as annotations of GitHub Actions: one command a line.

GitHub shows ten of a kind a step, so that the most important come first. Source: GitHub Docs,
"Workflow commands for GitHub Actions".
"""

from collections.abc import Iterator, Sequence

from compiler.base.finding import Finding, Severity
from compiler.base.visible import visible
from compiler.report.formats.located import Surroundings, by_importance
from compiler.report.words import count

_MOST = 10
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def github_annotations(findings: Sequence[Finding], around: Surroundings) -> str:
    """Return the commands, ten of a kind, and how many more findings there are."""
    return "\n".join(_lines(findings, around))


def _lines(findings: Sequence[Finding], around: Surroundings) -> Iterator[str]:
    ordered = by_importance(findings, around)
    for severity, command in _COMMANDS.items():
        those = [one for one in ordered if one.severity is severity]
        # The last notice says what is not shown.
        most = _MOST - 1 if severity is Severity.INFO else _MOST
        for one in those[:most]:
            yield f"::{command} {_properties(one, around)}::{_text(one)}"
    hidden = [
        count(number, _COMMANDS[severity])
        for severity in _COMMANDS
        if (number := _hidden(findings, severity)) > 0
    ]
    if hidden:
        more = f"{', '.join(hidden)} more; `clientarea check` lists them all"
        yield f"::notice title=clientarea::{more}"


def _hidden(findings: Sequence[Finding], severity: Severity) -> int:
    number = sum(one.severity is severity for one in findings)
    return number - (_MOST - 1 if severity is Severity.INFO else _MOST)


def _properties(finding: Finding, around: Surroundings) -> str:
    place = finding.place
    parts = {
        "file": around.path(finding),
        "line": str(place.line),
        "col": str(place.column),
        "endColumn": str(place.column + place.length),
        "title": finding.rule,
    }
    return ",".join(f"{name}={_property(value)}" for name, value in parts.items())


def _text(finding: Finding) -> str:
    said = visible(finding.message)
    hint = f"\n{finding.hint}" if finding.hint else ""
    return _data("\n".join([said, *map(visible, hint.split("\n")[1:])]))


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(visible(text)).replace(":", "%3A").replace(",", "%2C")
