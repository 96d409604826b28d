"""`show`: one entry in every language, with states and findings; or messages as files."""

from collections.abc import Sequence

from compiler.base.failure import UsageError
from compiler.commands.exits import FINE
from compiler.commands.judging import judge_loaded
from compiler.commands.opening import Project, open_project
from compiler.commands.scoping import scope_on
from compiler.load.loading import load
from compiler.model.languages import Languages
from compiler.query.showing import Shown, chosen, with_findings
from compiler.report.console import Console
from compiler.report.show_json import show_data
from compiler.report.show_text import show_text
from compiler.report.source import SourceLines


def run(  # noqa: PLR0913 - the options of the verb
    console: Console,
    *,
    project: str | None,
    what: Sequence[str],
    format: str,  # noqa: A002 - the option's name
    locale: str | None,
    sample: str | None,
    area: str | None,
    output: str | None,
) -> int:
    """Print the entries that are asked for; return the exit code, which findings do not change."""
    opened = open_project(console, project)
    if format in {"eml", "pdf"}:
        from compiler.commands.file_formats import FILE_FORMATS
        from compiler.commands.message_files import Wish, show_files

        locales = tuple(locale.split(",")) if locale else ()
        wish = Wish(tuple(what), locales, sample, area, output)
        show_files(console, opened, wish, FILE_FORMATS[format])
        return FINE
    only = {"--locale": locale, "--sample": sample, "--area": area, "--output": output}
    for option, value in only.items():
        if value is not None:
            raise UsageError(f"`{option}` is for `--format eml` and `pdf`")
    found, languages = show(opened, what)
    if format == "json":
        console.data([show_data(one, languages) for one in found])
    else:
        sources = SourceLines(opened.source)
        console.result("\n\n".join(show_text(console, one, languages, sources) for one in found))
    return FINE


def show(project: Project, what: Sequence[str]) -> tuple[list[Shown], Languages]:
    """Return the entries that patterns choose, each with its findings. Raises UsageError."""
    loaded = load(project.snapshot)
    entries = chosen(scope_on(project, loaded.content), what)
    judged = judge_loaded(project, loaded, project.gate(None))
    return with_findings(entries, judged.verdict.findings), loaded.content.languages
