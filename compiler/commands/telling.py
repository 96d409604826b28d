"""What is said on stderr of content that was compiled. Imported first: keep it light."""

from compiler.base.finding import Severity
from compiler.commands.outcome import Outcome
from compiler.report.console import Console
from compiler.report.findings_text import findings_report
from compiler.report.source import SourceLines, SourceReader


def tell_findings(console: Console, source: SourceReader, found: Outcome, *, refused: bool) -> None:
    """Say what was found; remarks only of refused content."""
    shown = [one for one in found.findings if refused or one.severity is not Severity.INFO]
    if shown:
        counts = found.counts(found.findings)
        console.note(findings_report(console, SourceLines(source), shown, counts))
