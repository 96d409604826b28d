"""Findings for people: place, words, the line itself with a caret, and how to mend it."""

from collections import Counter
from collections.abc import Iterator, Sequence

from compiler.base.finding import Finding, Note, Severity
from compiler.base.place import Place
from compiler.base.visible import visible, visible_lines
from compiler.report.console import Console
from compiler.report.source import SourceLines, excerpt
from compiler.report.summary import Counts, summary_text
from compiler.report.words import count


def finding_text(finding: Finding, sources: SourceLines, console: Console) -> str:
    """Return a finding as a block of lines."""
    return "\n".join(_lines(finding, sources, console))


def findings_report(
    console: Console, sources: SourceLines, findings: Sequence[Finding], counts: Counts
) -> str:
    """Return findings and their sum as text."""
    blocks = [finding_text(finding, sources, console) for finding in findings]
    return "\n\n".join([*blocks, summary_text(console, counts)])


def mended_text(findings: Sequence[Finding], files: int, console: Console) -> str:
    """Return what was mended, a line each, and a sum; nothing where nothing was."""
    if not findings:
        return ""
    lines = [
        f"{_place(one.place)}: {console.style('good', 'mended')}: {visible(one.message)} "
        + console.style("faint", f"[{one.rule}]")
        for one in findings
    ]
    total = f"{count(len(findings), 'finding')} mended in {count(files, 'file')}"
    return "\n".join([*lines, f"{total}: {_by_rule(findings)}.", "", ""])


def unmended_text(number: int) -> str:
    """Return a last line about findings whose files `--fix` could not change."""
    if not number:
        return ""
    why = "a name is taken, or the file is written in a way that only its author can change"
    return f"\n{count(number, 'finding')} could not be mended: {why}."


def _by_rule(findings: Sequence[Finding]) -> str:
    """Return how many findings each rule has, the most first."""
    numbers = Counter(one.rule for one in findings)
    ranked = sorted(numbers.items(), key=lambda one: (-one[1], one[0]))
    return ", ".join(f"{number} {rule}" for rule, number in ranked)


def _lines(finding: Finding, sources: SourceLines, console: Console) -> Iterator[str]:
    severity = console.style(finding.severity.value, finding.severity.value)
    message = console.style("strong", visible(finding.message))
    rule = console.style("faint", f"[{finding.rule}]")
    yield f"{_place(finding.place)}: {severity}: {message} {rule}"
    margin = " " * max(4, len(str(finding.place.line)) + 1)
    if not finding.hidden:
        yield from _source(finding.place, finding.severity, sources, console)
    for note in finding.notes:
        yield from _note(note, margin, console)
    if finding.hint:
        first, *rest = visible_lines(finding.hint).split("\n")
        yield f"{margin} {console.style('good', '= ' + first)}"
        yield from (f"{margin}   {line}" for line in rest)


def _source(
    place: Place, severity: Severity, sources: SourceLines, console: Console
) -> Iterator[str]:
    line = sources.line(place)
    if line is None or not line.strip():
        return
    number = str(place.line).rjust(4)
    part = excerpt(line, place)
    yield f"{console.style('faint', number + ' |')} {part.text}".rstrip()
    gutter = console.style("faint", " " * len(number) + " |")
    yield f"{gutter} {console.style(severity.value, part.marks)}"


def _note(note: Note, margin: str, console: Console) -> Iterator[str]:
    yield f"{margin} {console.style('faint', '= ' + _place(note.place))}: {visible(note.message)}"


def _place(place: Place) -> str:
    return f"{visible(place.path)}:{place.line}:{place.column}"
