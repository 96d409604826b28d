"""`rename`: give an entry another label, wherever it is named."""

from compiler.commands.editing import Asked, run_edit
from compiler.edit.verbs.editor import Editor
from compiler.edit.verbs.renaming import rename
from compiler.report.console import Console


def run(
    console: Console,
    *,
    project: str | None,
    old: str,
    new: str,
    dry_run: bool,
    format: str,  # noqa: A002 - the option's name
) -> int:
    """Rename an entry or a namespace; return the exit code."""

    def plan(editor: Editor) -> str | None:
        return rename(editor, old, new)

    return run_edit(console, Asked(project, None, dry_run, format, ("rename", old, new)), plan)
