"""`remove`: take entries away that nobody needs any more."""

from collections.abc import Sequence

from compiler.commands.editing import Asked, run_edit
from compiler.edit.verbs.editor import Editor
from compiler.edit.verbs.removing import remove
from compiler.report.console import Console


def run(
    console: Console,
    *,
    project: str | None,
    what: Sequence[str],
    area: str | None,
    dry_run: bool,
    format: str,  # noqa: A002 - the option's name
) -> int:
    """Remove entries; return the exit code."""

    def plan(editor: Editor) -> None:
        remove(editor, what)

    return run_edit(console, Asked(project, area, dry_run, format, ("remove", *what)), plan)
