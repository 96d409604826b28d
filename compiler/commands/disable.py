"""`disable`: let visitors choose a language no more."""

from compiler.commands.editing import Asked, run_edit
from compiler.edit.verbs.editor import Editor
from compiler.edit.verbs.enabling import disable
from compiler.report.console import Console


def run(
    console: Console,
    *,
    project: str | None,
    locale: str,
    dry_run: bool,
    format: str,  # noqa: A002 - the option's name
) -> int:
    """Disable a language; return the exit code."""

    def plan(editor: Editor) -> None:
        disable(editor, locale)

    return run_edit(console, Asked(project, None, dry_run, format, ("disable", locale)), plan)
