"""`rollback`: an older release becomes live, and the target is held."""

from compiler import __version__
from compiler.commands.opening import open_project
from compiler.commands.targets import open_target, say_plan, say_result, world_of
from compiler.release.rollback import RollbackRequest, plan_rollback, rollback
from compiler.report.console import Console


def run(  # noqa: PLR0913 - the options of the verb
    console: Console,
    *,
    project: str | None,
    target: str,
    to: int,
    with_credentials: bool,
    reason: str | None,
    format: str,  # noqa: A002 - the option's name
) -> int:
    """Show what an older release changes, and make it live."""
    opened = open_project(console, project)
    addressed, world = open_target(opened, target), world_of(opened)
    request = RollbackRequest(to, __version__, with_credentials=with_credentials, reason=reason)
    say_plan(console, plan_rollback(addressed, request, world), format)
    result = rollback(addressed, request, world)
    say_result(console, addressed, result, format)
    return result.exit_code
