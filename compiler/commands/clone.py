"""`clone`: begin a language of entries with the text of another."""

from collections.abc import Sequence

from compiler.commands.editing import Asked, run_edit
from compiler.commands.locales import listed_locales
from compiler.edit.verbs.cloning import clone
from compiler.edit.verbs.editor import Editor
from compiler.report.console import Console


def run(  # noqa: PLR0913 - the options of the verb
    console: Console,
    *,
    project: str | None,
    what: Sequence[str],
    from_: str,
    to: str,
    area: str | None,
    dry_run: bool,
    format: str,  # noqa: A002 - the option's name
) -> int:
    """Clone entries into other languages; return the exit code."""

    def plan(editor: Editor) -> None:
        (origin,) = listed_locales(from_, editor.active)
        clone(editor, what, origin, listed_locales(to, editor.active))

    command = ("clone", *what, from_, to)
    return run_edit(console, Asked(project, area, dry_run, format, command), plan)
