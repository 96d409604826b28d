"""`remove`: take entries away that nobody needs any more, or parts of them."""

from collections.abc import Sequence

from compiler.base.failure import UsageError
from compiler.commands.editing import Asked, run_edit
from compiler.commands.locales import listed_locales
from compiler.edit.verbs.editor import Editor
from compiler.edit.verbs.removing import remove
from compiler.edit.verbs.removing_parts import remove_locales, remove_pdf, remove_slots
from compiler.report.console import Console


def run(  # noqa: PLR0913 - the options of the verb
    console: Console,
    *,
    project: str | None,
    what: Sequence[str],
    locale: str | None,
    slot: str | None,
    file: bool,
    area: str | None,
    dry_run: bool,
    format: str,  # noqa: A002 - the option's name
) -> int:
    """Remove entries, or parts of them; return the exit code."""

    def plan(editor: Editor) -> None:
        locales = listed_locales(locale, editor.active)
        if file and (slot or locale):
            raise UsageError("`--file` is the PDF of a document, which has no slots and languages")
        if file:
            remove_pdf(editor, what)
        elif slot is not None:
            remove_slots(editor, what, locales, slot.split(","))
        elif locale is not None:
            remove_locales(editor, what, locales)
        else:
            remove(editor, what)

    part = ("--file",) if file else (slot or "", locale or "")
    return run_edit(console, Asked(project, area, dry_run, format, ("remove", *what, *part)), plan)
