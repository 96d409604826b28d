"""`status`: how complete each language is, by kind or by namespace."""

from dataclasses import replace

from compiler.base.finding import Finding
from compiler.commands.exits import FINE
from compiler.commands.locales import chosen_locales
from compiler.commands.opening import open_project
from compiler.commands.scoping import errors_remark, files_with_errors, scope_of
from compiler.query.completeness import Completeness, completeness
from compiler.report.columns import terminal_columns
from compiler.report.console import Console
from compiler.report.status_json import status_data
from compiler.report.status_text import status_text


def run(
    console: Console,
    *,
    project: str | None,
    by: str,
    locale: str | None,
    format: str,  # noqa: A002 - the option's name
) -> int:
    """Print the matrix; return the exit code, which says nothing about completeness."""
    found, findings = status(console, project, locale)
    if format == "json":
        console.data(status_data(found))
    else:
        console.result(status_text(console, found, by, terminal_columns()))
    broken = files_with_errors(findings)
    if broken:
        console.note(errors_remark(len(broken)))
    return FINE


def status(
    console: Console, project: str | None, locale: str | None
) -> tuple[Completeness, tuple[Finding, ...]]:
    """Return how complete languages are, and what is wrong with the files. Raises UsageError."""
    scope, findings = scope_of(open_project(console, project))
    found = completeness(scope)
    if locale is not None:
        chosen = chosen_locales(locale, scope.content.languages.active)
        found = replace(found, rows=tuple(row for row in found.rows if row.locale in chosen))
    return found, findings
