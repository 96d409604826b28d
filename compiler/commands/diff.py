"""`diff`: what changes between two versions, by entry, language and visitor."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from compiler.commands.changing import changes_between, seen_between
from compiler.commands.comparing import compared
from compiler.commands.exits import FINE
from compiler.commands.opening import open_project
from compiler.commands.revisions import version_named
from compiler.report.changes_json import changes_data
from compiler.report.changes_text import changes_text
from compiler.report.console import Console
from compiler.review.change import Change, Weight
from compiler.review.reaching import Reach, reach_of
from compiler.review.visible import Seen


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
    found = diff(console, project, base, head, breaking=breaking)
    if format == "json":
        console.data(changes_data(found.changes, found.seen, found.reach))
    else:
        console.result(
            changes_text(found.changes, found.seen, console, found.reach, breaking=breaking)
        )
    return FINE


class Difference(NamedTuple):
    """Changes by entry, what visitors see of them, and which areas a change reaches."""

    changes: list[Change]
    seen: list[Seen]
    reach: Callable[[Change], Reach | None]


def diff(
    console: Console, project: str | None, base: str, head: str | None, *, breaking: bool
) -> Difference:
    """Compare two versions, the second of which is the work tree where ``head`` is None.

    Only what is ``breaking`` where that is asked for. Raises UsageError, HistoryError, StoreError.
    """
    opened = open_project(console, project)
    new = opened.snapshot if head is None else version_named(opened, head)
    found = compared(opened, version_named(opened, base), new)
    changes = changes_between(found.versions, opened.images)
    if breaking:
        changes = [one for one in changes if one.weight is Weight.BREAKING]
    seen = [] if breaking else seen_between(found)
    return Difference(changes, seen, partial(reach_of, content=found.versions.now))
