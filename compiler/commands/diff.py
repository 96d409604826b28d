"""`diff`: what changes between two versions, by entry, language and visitor."""

from functools import partial

from compiler.commands.changing import changes_between, seen_between
from compiler.commands.comparing import compared
from compiler.commands.exits import FINE
from compiler.commands.opening import open_project
from compiler.commands.revisions import version_named
from compiler.report.changes_json import changes_data
from compiler.report.changes_text import changes_text
from compiler.report.console import Console
from compiler.review.change import Weight
from compiler.review.reaching import reach_of


def run(
    console: Console,
    *,
    project: str | None,
    base: str,
    head: str | None,
    breaking: bool,
    format: str,  # noqa: A002 - the option's name
) -> int:
    """Show what changes; return the exit code, 0 whatever that is."""
    opened = open_project(console, project)
    new = opened.snapshot if head is None else version_named(opened, head)
    found = compared(opened, version_named(opened, base), new)
    changes = changes_between(found.versions, opened.images)
    if breaking:
        changes = [one for one in changes if one.weight is Weight.BREAKING]
    seen = [] if breaking else seen_between(found)
    reach = partial(reach_of, content=found.versions.now)
    if format == "json":
        console.data(changes_data(changes, seen, reach))
    else:
        console.result(changes_text(changes, seen, console, reach, breaking=breaking))
    return FINE
