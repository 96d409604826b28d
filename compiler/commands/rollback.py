"""`rollback`: an older release becomes live, and the target is held."""

from compiler import __version__
from compiler.commands.targets import addressed_in, say_plan, say_result
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
    request = RollbackRequest(to, __version__, with_credentials=with_credentials, reason=reason)
    addressed, world = addressed_in(console, project, target)
    say_plan(console, plan_rollback(addressed, request, world), format)
    result = rollback(addressed, request, world)
    say_result(console, addressed, result, format)
    return result.exit_code
