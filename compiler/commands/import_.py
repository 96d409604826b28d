"""`import`: bring in catalogues of another tool, records, a folder of Markdown, e-mails."""

from collections.abc import Mapping, Sequence

from compiler.base.failure import UsageError
from compiler.base.finding import Severity
from compiler.base.locale_tag import is_canonical
from compiler.commands.exits import FINE, REFUSED
from compiler.commands.import_rows import (
    Wish,
    bring_mails,
    bring_markdown,
    bring_records,
    project_source,
)
from compiler.commands.interchange import import_report, known_namespace, look_for_extra
from compiler.commands.opening import Project, open_project
from compiler.edit.files import compare, write_files
from compiler.edit.interchange.formats import FORMATS
from compiler.edit.interchange.gather import gather
from compiler.edit.interchange.importing import plan_import
from compiler.edit.interchange.order import Order
from compiler.edit.languages_file import PATH as LANGUAGES_PATH
from compiler.report.console import Console
from compiler.report.findings_text import finding_text
from compiler.report.source import SourceLines

_ROWS = {"records": bring_records, "markdown": bring_markdown, "mails": bring_mails}


def run(  # noqa: PLR0913 - the options of the verb
    console: Console,
    *,
    project: str | None,
    format: str,  # noqa: A002 - the option's name
    namespace: str | None,
    paths: Sequence[str],
    source_locale: str | None,
    locale_map: Sequence[str],
    prefix: str | None,
    overwrite: bool,
    dry_run: bool,
) -> int:
    """Bring foreign content into the project; return the exit code.

    1 where a file has errors, or something has changed here since it was handed out: all others
    come in nevertheless.
    """
    opened = open_project(console, project)
    source = None if source_locale is None else _locale(source_locale, "--source-locale")
    renames = _renames(locale_map)
    if prefix is not None and format not in {"markdown", "mails"}:
        raise UsageError("`--prefix` is for `--format markdown` and `mails`")
    if format in _ROWS:
        if namespace is not None:
            raise UsageError(f"`--format {format}` takes no `--namespace`")
        wish = Wish(tuple(paths), source, renames, prefix, overwrite=overwrite, dry_run=dry_run)
        return _ROWS[format](console, opened, wish)
    if overwrite:
        raise UsageError(
            "`--overwrite` is for records, markdown and mails; catalogues always replace"
        )
    look_for_extra(format)
    order = Order(
        format,
        known_namespace(namespace),
        source or project_source(opened),
        renames,
        opened.settings.labels,
    )
    return _bring_catalogues(console, opened, order, paths, dry_run=dry_run)


def _bring_catalogues(
    console: Console, opened: Project, order: Order, paths: Sequence[str], *, dry_run: bool
) -> int:
    came = gather(paths, FORMATS[order.format].names)
    plan = plan_import(order, came.files, _there(opened, order.namespace), came.left_out)
    sources = SourceLines(came.files.get)
    for finding in plan.findings:
        console.note(finding_text(finding, sources, console))
    write = compare if dry_run else write_files
    written = write(opened.root, plan.files)
    console.result(import_report(plan.summary, written, others=came.others, dry_run=dry_run))
    broken = any(finding.severity is Severity.ERROR for finding in plan.findings)
    return REFUSED if broken or came.left_out or plan.changed else FINE


def _there(project: Project, namespace: str) -> Mapping[str, bytes]:
    """Return the files of the project that an import reads: the namespace and the languages."""
    folder = f"content/translations/{namespace}/"
    return {
        entry.path: project.snapshot.read(entry.path)
        for entry in project.snapshot.entries()
        if entry.path.startswith(folder) or entry.path == LANGUAGES_PATH
    }


def _renames(pairs: Sequence[str]) -> dict[str, str]:
    renames = {}
    for pair in pairs:
        word, equals, locale = pair.partition("=")
        if not (word and equals):
            raise UsageError(f"`--locale-map {pair}`: write `--locale-map NAME=LANGUAGE`")
        renames[word] = _locale(locale, f"--locale-map {word}=")
    return renames


def _locale(tag: str, option: str) -> str:
    if not is_canonical(tag):
        raise UsageError(
            f"`{option}`: `{tag}` is no language tag; write one such as `es` or `es-MX`"
        )
    return tag
