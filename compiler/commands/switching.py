"""`lock`, `unlock`, `activate` and `deactivate`: switches of entries."""

from collections.abc import Sequence

from compiler.commands.editing import Asked, run_edit
from compiler.commands.locales import listed_locales
from compiler.edit.verbs.editor import Editor
from compiler.edit.verbs.states import set_active, set_locked
from compiler.report.console import Console


def run(  # noqa: PLR0913 - the options of the verbs
    console: Console,
    *,
    switch: str,
    project: str | None,
    what: Sequence[str],
    area: str | None,
    dry_run: bool,
    format: str,  # noqa: A002 - the option's name
    locale: str | None = None,
) -> int:
    """Turn a switch of entries; return the exit code."""

    def plan(editor: Editor) -> None:
        if switch in {"lock", "unlock"}:
            set_locked(editor, what, locked=switch == "lock")
        else:
            locales = listed_locales(locale, editor.active)
            set_active(editor, what, locales, active=switch == "activate")

    command = (switch, *what, locale or "")
    return run_edit(console, Asked(project, area, dry_run, format, command), plan)
