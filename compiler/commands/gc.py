"""`gc`: delete what no kept release of a target needs."""

from compiler import __version__
from compiler.base.visible import visible_lines
from compiler.commands.exits import FINE, REFUSED
from compiler.commands.opening import open_project
from compiler.commands.targets import open_target, say_remarks, say_result, world_of
from compiler.release.collecting import CollectRequest, collect, plan_collection
from compiler.release.explain import plan_data, plan_lines
from compiler.release.plan import Refusal
from compiler.release.retention import RetentionRule
from compiler.release.target import Target, World
from compiler.report.console import Console


def run(  # noqa: PLR0913 - the options of the verb
    console: Console,
    *,
    project: str | None,
    target: str,
    keep: int | None,
    days: int | None,
    yes: bool,
    format: str,  # noqa: A002 - the option's name
) -> int:
    """Collect what is not needed; without ``yes`` only say what would go."""
    asked = collection(console, project, target, keep=keep, days=days)
    if yes:
        result = collect(*asked)
        say_result(console, asked[0], result, format)
        return result.exit_code
    planned = plan_collection(*asked)
    if format == "json":
        console.data(plan_data(target, planned))
    else:
        say_remarks(console, planned.remarks, refused=isinstance(planned, Refusal))
        console.result(visible_lines("\n".join(plan_lines(planned, "nothing to delete"))))
    if isinstance(planned, Refusal) or planned.steps:
        console.note("nothing was deleted; `--yes` does it")
        return REFUSED
    return FINE


def collection(
    console: Console, project: str | None, target: str, *, keep: int | None, days: int | None
) -> tuple[Target, CollectRequest, World]:
    """Return what is to be collected where, by the target's own rule where nothing is said."""
    opened = open_project(console, project)
    retention = opened.target(target).retention
    rule = RetentionRule(keep or retention.keep, days or retention.days)
    return open_target(opened, target), CollectRequest(rule, __version__), world_of(opened)
