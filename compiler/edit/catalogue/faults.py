"""What stands in the way of editing a catalogue."""

from compiler.base.finding import Finding, Severity
from compiler.read.po_file import PoFile
from compiler.read.rules import DUPLICATE_ENTRY


def faults_of(file: PoFile) -> tuple[Finding, ...]:
    """Return why a catalogue cannot be edited by entry; entries that stand twice can be."""
    return tuple(
        finding
        for finding in file.findings
        if finding.severity is Severity.ERROR and finding.rule != DUPLICATE_ENTRY.id
    )
