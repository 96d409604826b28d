"""The last line of a check: how much was found, in how much content."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from compiler.base.finding import Finding, Severity
from compiler.report.console import Console
from compiler.report.words import count, listed


@dataclass(frozen=True, slots=True)
class Counts:
    """Findings by severity, and how many entries and active locales were looked at.

    ``fixable`` counts the findings that `check --fix` mends.
    """

    errors: int
    warnings: int
    infos: int
    entities: int
    locales: int
    fixable: int = 0

    def data(self) -> dict[str, Any]:
        """Return the ``summary`` of the command line's JSON."""
        return {
            "errors": self.errors,
            "warnings": self.warnings,
            "infos": self.infos,
            "fixable": self.fixable,
            "entities": self.entities,
            "locales": self.locales,
        }


def count_findings(findings: Sequence[Finding], *, entities: int, locales: int) -> Counts:
    """Count findings by severity."""
    by = Counter(finding.severity for finding in findings)
    fixable = sum(bool(finding.fixes) for finding in findings)
    return Counts(
        by[Severity.ERROR], by[Severity.WARNING], by[Severity.INFO], entities, locales, fixable
    )


def summary_text(console: Console, counts: Counts) -> str:
    """Return the last line for people."""
    entries, languages = (
        count(counts.entities, "entry", "entries"),
        count(counts.locales, "language"),
    )
    found = listed(_found(console, counts)) or console.style("good", "No findings")
    fixable = (
        f"\n`clientarea check --fix` mends {counts.fixable} of them." if counts.fixable else ""
    )
    return f"{found}; {entries} in {languages} checked.{fixable}"


def _found(console: Console, counts: Counts) -> list[str]:
    numbers = (
        ("error", counts.errors, "errors"),
        ("warning", counts.warnings, "warnings"),
        ("info", counts.infos, "remarks"),
    )
    nouns = {"info": "remark"}
    return [
        console.style(name, count(number, nouns.get(name, name), plural))
        for name, number, plural in numbers
        if number
    ]
