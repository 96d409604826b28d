"""`import` of rows: records of a database, and a folder of Markdown, whose files are such rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from compiler.base.failure import UsageError
from compiler.base.finding import Finding
from compiler.base.visible import visible
from compiler.commands.exits import FINE, REFUSED
from compiler.commands.opening import Project
from compiler.commands.rows_report import remark_lines, rows_report
from compiler.edit.files import compare, write_files
from compiler.edit.interchange.gather import gather
from compiler.edit.languages_file import PATH as LANGUAGES_PATH
from compiler.edit.languages_file import read_languages
from compiler.edit.mails.reading import NAMES as MAIL_NAMES
from compiler.edit.mails.reading import mail_rows
from compiler.edit.records.importing import RecordsOrder, plan_rows
from compiler.edit.records.markdown_folder import NAMES, markdown_rows
from compiler.edit.records.project_files import project_files
from compiler.edit.records.reading import read_records
from compiler.edit.records.row import Remark, Row
from compiler.edit.records.summary import Summary
from compiler.report.console import Console
from compiler.report.findings_text import finding_text
from compiler.report.source import SourceLines

_LARGEST = 500_000_000


@dataclass(frozen=True, slots=True)
class Wish:
    """What the user asked for."""

    paths: tuple[str, ...]
    source_locale: str | None
    renames: Mapping[str, str]
    prefix: str | None
    overwrite: bool
    dry_run: bool


@dataclass(frozen=True, slots=True)
class _Came:
    """What files gave: rows, and what there is to say about the files.

    ``unread`` of those left out are refused as they are, too large to be read.
    """

    files: Mapping[str, bytes]
    rows: tuple[Row, ...]
    findings: tuple[Finding, ...] = ()
    remarks: tuple[Remark, ...] = ()
    left_out: tuple[tuple[str, str], ...] = ()
    unread: int = 0
    count: int = 0
    others: int = 0
    moved: int = 0


def bring_records(console: Console, project: Project, wish: Wish) -> int:
    """Bring in files of records; return the exit code: 1 where something did not come in."""
    found = gather(wish.paths, ("*.json",), _LARGEST)
    read = [read_records(path, data) for path, data in found.files.items()]
    came = _Came(
        found.files,
        tuple(row for one in read for row in one.rows),
        tuple(finding for one in read for finding in one.findings),
        tuple(remark for one in read for remark in one.remarks),
        left_out=tuple(found.left_out),
        unread=len(found.left_out),
        count=sum(one.count for one in read),
        others=found.others,
    )
    return _bring(console, project, wish, came)


def bring_markdown(console: Console, project: Project, wish: Wish) -> int:
    """Bring in folders of Markdown as texts; return the exit code as for records."""
    found = gather(wish.paths, NAMES)
    read = markdown_rows(found.files, wish.paths, wish.renames, wish.prefix)
    left_out = (*found.left_out, *read.left_out)
    if not read.rows and not read.findings:
        raise _nothing(left_out)
    came = _Came(
        found.files,
        read.rows,
        read.findings,
        left_out=left_out,
        unread=len(found.left_out),
        count=len(read.rows),
        others=found.others,
        moved=read.moved,
    )
    return _bring(console, project, wish, came, beside=True)


def bring_mails(console: Console, project: Project, wish: Wish) -> int:
    """Bring in e-mails of other systems as templates; return the exit code as for records."""
    found = gather(wish.paths, MAIL_NAMES)
    source = wish.source_locale or project_source(project)
    read = mail_rows(found.files, wish.paths, source, wish.prefix)
    left_out = (*found.left_out, *read.left_out)
    if not read.rows:
        raise _nothing(left_out)
    came = _Came(
        found.files,
        tuple(read.rows),
        left_out=left_out,
        unread=len(found.left_out),
        count=read.templates,
        others=found.others,
    )
    return _bring(console, project, wish, came, beside=True)


def _nothing(left_out: Sequence[tuple[str, str]]) -> UsageError:
    reason = "; ".join(f"`{path}`: {why}" for path, why in left_out[:3])
    return UsageError(f"nothing could be brought in: {reason or 'there is no file'}")


def project_source(project: Project) -> str:
    """Return the source language that the project has. Raises UsageError without one."""
    if all(entry.path != LANGUAGES_PATH for entry in project.snapshot.entries()):
        raise UsageError("nobody says which language texts were written in; `--source-locale` does")
    return read_languages(project.snapshot.read(LANGUAGES_PATH)).source


def _bring(
    console: Console, project: Project, wish: Wish, came: _Came, *, beside: bool = False
) -> int:
    sources = SourceLines(came.files.get)
    for finding in came.findings:
        console.note(finding_text(finding, sources, console))
    if not came.rows:
        for line in remark_lines(came.remarks):
            console.note(line)
        for path, why in came.left_out:
            console.note(f"Left out `{visible(path)}`: {why}.")
        console.result("Nothing was brought in.")
        return REFUSED if came.findings or came.remarks or came.unread else FINE
    order = RecordsOrder(
        wish.source_locale, wish.renames, wish.overwrite, beside, project.settings.labels
    )
    plan = plan_rows(order, came.rows, project_files(project.snapshot))
    remarks = sorted((*came.remarks, *plan.remarks), key=lambda one: (one.path, one.number))
    for line in remark_lines(remarks):
        console.note(line)
    write = compare if wish.dry_run else write_files
    written = write(project.root, plan.files)
    summary: Summary = replace(plan.summary, rows=came.count, left_out=came.left_out)
    report = rows_report(
        summary, written, others=came.others, moved=came.moved, dry_run=wish.dry_run, files=beside
    )
    console.result(report)
    return REFUSED if came.findings or remarks or came.unread else FINE
