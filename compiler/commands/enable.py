"""`enable`: let visitors choose a language."""

from compiler.commands.editing import Asked, run_edit
from compiler.edit.verbs.editor import Editor
from compiler.edit.verbs.enabling import enable
from compiler.report.console import Console


def run(
    console: Console,
    *,
    project: str | None,
    locale: str,
    allow_missing: bool,
    dry_run: bool,
    format: str,  # noqa: A002 - the option's name
) -> int:
    """Enable a language; return the exit code."""

    def plan(editor: Editor) -> None:
        enable(editor, locale, allow_missing=allow_missing)

    return run_edit(console, Asked(project, None, dry_run, format, ("enable", locale)), plan)
