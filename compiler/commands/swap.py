"""`swap`: two slots or two documents exchange what they show."""

from collections.abc import Sequence

from compiler.base.failure import UsageError
from compiler.commands.editing import Asked, run_edit
from compiler.commands.locales import listed_locales
from compiler.edit.verbs.editor import Editor
from compiler.edit.verbs.swapping import swap_documents, swap_slots
from compiler.report.console import Console

_TWO = 2


def run(  # noqa: PLR0913 - the options of the verb
    console: Console,
    *,
    project: str | None,
    what: Sequence[str],
    slot: str | None,
    locale: str | None,
    area: str | None,
    dry_run: bool,
    format: str,  # noqa: A002 - the option's name
) -> int:
    """Swap the images of slots, or the files of documents; return the exit code."""

    def plan(editor: Editor) -> None:
        if slot is not None:
            swap_slots(editor, what, slot.split(","), listed_locales(locale, editor.active))
        elif len(what) != _TWO or locale is not None:
            raise UsageError(
                "name two documents, or the two slots of a banner: `--slot mobile,tablet`"
            )
        else:
            swap_documents(editor, *what)

    command = ("swap", *what, slot or "", locale or "")
    return run_edit(console, Asked(project, area, dry_run, format, command), plan)
