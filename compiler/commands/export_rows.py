"""`export` of rows: all content as one file of records."""

from pathlib import Path

from compiler.base.failure import UsageError
from compiler.base.finding import Severity
from compiler.base.suggest import did_you_mean
from compiler.base.visible import visible
from compiler.commands.exits import FINE, REFUSED
from compiler.commands.opening import Project
from compiler.commands.rows_report import handed_out, written_lines
from compiler.edit.files import write_files
from compiler.edit.records.exporting import content_rows, plan_rows_export
from compiler.edit.records.project_files import project_files
from compiler.load.loading import load
from compiler.report.console import Console
from compiler.report.findings_text import finding_text
from compiler.report.source import SourceLines
from compiler.report.words import count, some


def hand_out_records(console: Console, project: Project, locale: str | None, output: str) -> int:
    """Write all content as records; return the exit code.

    1 where some of it has errors, and could not go out.
    """
    loaded = load(project.snapshot)
    errors = [one for one in loaded.findings if one.severity is Severity.ERROR]
    sources = SourceLines(project.source)
    for finding in errors:
        console.note(finding_text(finding, sources, console))
    files = project_files(project.snapshot)
    rows = content_rows(loaded.content, files)
    if locale is not None:
        known = {row.locale for row in rows if row.locale is not None}
        wanted = [tag.strip() for tag in locale.split(",")]
        for tag in wanted:
            if tag not in known:
                raise UsageError(f"there is nothing in `{tag}`; {did_you_mean(tag, known)}")
        rows = [row for row in rows if row.locale is None or row.locale in wanted]
    plan = plan_rows_export(rows, files)
    written = write_files(Path(output), plan.files)
    console.result(f"{count(len(rows), 'row')} in `{visible(output)}`.")
    if plan.counts:
        console.result(handed_out(plan.counts))
    if plan.aside:
        names = some([f"`{visible(path)}`" for path in plan.aside])
        console.result(f"Not in rows, to be copied as files: {names}.")
    console.result("\n".join(written_lines(written)))
    return REFUSED if errors else FINE
