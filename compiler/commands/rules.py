"""`rules`: the list of all rules."""

from compiler.commands.exits import FINE
from compiler.commands.rulebook import RULEBOOK
from compiler.report.console import Console


def run(console: Console, *, project: str | None, format: str) -> int:  # noqa: A002, ARG001
    """List every rule with its severity, whether `check --fix` mends it, and what it finds."""
    if format == "json":
        console.data(
            [
                {
                    "rule": rule.id,
                    "severity": rule.severity.value,
                    "fixable": rule.fixable,
                    "summary": rule.summary,
                }
                for rule in RULEBOOK.values()
            ]
        )
        return FINE
    width = max(len(rule_id) for rule_id in RULEBOOK)
    for rule in RULEBOOK.values():
        severity = console.style(rule.severity.value, rule.severity.value.ljust(7))
        fixable = "fix" if rule.fixable else "   "
        console.result(f"{rule.id.ljust(width)}  {severity}  {fixable}  {rule.summary}")
    return FINE
