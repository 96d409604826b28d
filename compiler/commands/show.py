"""`show`: one entry in every language, with states and findings."""

from collections.abc import Sequence

from compiler.commands.exits import FINE
from compiler.commands.judging import judge_content
from compiler.commands.opening import open_project
from compiler.commands.scoping import scope_on
from compiler.query.showing import shown
from compiler.report.console import Console
from compiler.report.show_json import show_data
from compiler.report.show_text import show_text
from compiler.report.source import SourceLines


def run(
    console: Console,
    *,
    project: str | None,
    what: Sequence[str],
    format: str,  # noqa: A002 - the option's name
) -> int:
    """Print the entries that are asked for; return the exit code, which findings do not change."""
    opened = open_project(console, project)
    judged = judge_content(opened, opened.gate(None))
    scope = scope_on(opened, judged.content)
    languages = judged.content.languages
    found = shown(scope, what, judged.verdict.findings)
    if format == "json":
        console.data([show_data(one, languages) for one in found])
    else:
        sources = SourceLines(opened.source)
        console.result("\n\n".join(show_text(console, one, languages, sources) for one in found))
    return FINE
