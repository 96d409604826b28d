"""`accept`: take the marks off translations that somebody has read."""

from collections.abc import Sequence

from compiler.commands.editing import Asked, run_edit
from compiler.commands.locales import listed_locales
from compiler.edit.verbs.accepting import accept
from compiler.edit.verbs.editor import Editor
from compiler.report.console import Console


def run(  # noqa: PLR0913 - the options of the verb
    console: Console,
    *,
    project: str | None,
    what: Sequence[str],
    locale: str | None,
    area: str | None,
    dry_run: bool,
    format: str,  # noqa: A002 - the option's name
) -> int:
    """Accept translations; return the exit code."""

    def plan(editor: Editor) -> None:
        accept(editor, what, listed_locales(locale, editor.active))

    command = ("accept", *what, locale or "")
    return run_edit(console, Asked(project, area, dry_run, format, command), plan)
