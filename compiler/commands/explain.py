"""`explain`: the page of one rule."""

from compiler.base.failure import UsageError
from compiler.base.suggest import did_you_mean
from compiler.commands.exits import FINE
from compiler.commands.rulebook import RULEBOOK
from compiler.report.console import Console


def run(console: Console, *, project: str | None, rule: str) -> int:  # noqa: ARG001
    """Print what a rule finds, why, and what to write instead. Raises UsageError."""
    page = RULEBOOK.get(rule)
    if page is None:
        raise UsageError(f"there is no rule `{rule}`; {did_you_mean(rule, RULEBOOK)}")
    fixable = ", mended by `check --fix`" if page.fixable else ""
    console.result(f"{console.style('strong', page.id)} ({page.severity}{fixable})\n\n{page.doc}")
    return FINE
