"""`config`: what an area really gets and where each value comes from; values set where they go."""

from collections.abc import Sequence

from compiler.base.failure import UsageError
from compiler.commands.editing import Asked, run_edit
from compiler.commands.exits import FINE
from compiler.commands.opening import open_project
from compiler.commands.scoping import scope_on
from compiler.commands.trying import try_draft
from compiler.edit.settings.assigning import Assignment, configure
from compiler.edit.verbs.editor import Editor
from compiler.load.loading import load
from compiler.query.area_values.collecting import area_values, chosen_values, main_values, view_of
from compiler.query.area_values.value import AreaValue
from compiler.report.config_json import config_data
from compiler.report.config_text import config_text
from compiler.report.console import Console


def run(  # noqa: PLR0913 - the options of the verb
    console: Console,
    *,
    project: str | None,
    area: str,
    keys: Sequence[str],
    dry_run: bool,
    format: str,  # noqa: A002 - the option's name
    words: Sequence[str],
) -> int:
    """Print values of an area, or set them; return the exit code.

    ``words`` are keys, too: those that stand behind an option.
    """
    if options := [word for word in words if word.startswith("-")]:
        raise UsageError(f"there is no option `{options[0]}`; see `clientarea config --help`")
    keys = [*keys, *words]
    assignments = [Assignment.of(key) for key in keys if "=" in key]
    if not assignments:
        if dry_run:
            raise UsageError("`--dry-run` shows what setting a value changes: write KEY=VALUE")
        return _show(console, project, area, keys, format)
    if len(assignments) != len(keys):
        odd = next(key for key in keys if "=" not in key)
        raise UsageError(f"`{odd}` sets nothing: write `{odd}=VALUE`, or ask for it alone")
    asked = Asked(project, None, dry_run, format, ("config", area, *keys))

    def plan(editor: Editor) -> str | None:
        configure(editor, area, assignments)
        return try_draft(editor, project)

    return run_edit(console, asked, plan)


def values_of(
    console: Console, project: str | None, area: str, keys: Sequence[str]
) -> tuple[list[AreaValue], str]:
    """Return the values of an area that keys name, all without keys, and the source language."""
    opened = open_project(console, project)
    loaded = load(opened.snapshot)
    scope_on(opened, loaded.content)  # languages can be used
    view = view_of(loaded, opened.settings, area)
    return chosen_values(list(area_values(view)), keys), view.languages.source


def _show(console: Console, project: str | None, area: str, keys: Sequence[str], form: str) -> int:
    values, source = values_of(console, project, area, keys)
    if form == "json":
        console.data(config_data(area, values))
        return FINE
    shown = values if keys else main_values(values, source)
    console.result(config_text(console, shown))
    if len(shown) < len(values):
        more = len(values) - len(shown)
        console.note(f"{more} texts of levels and statuses more: name `levels` or `statuses`")
    return FINE
