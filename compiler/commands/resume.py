"""`resume`: lift the hold of a rollback, and make what was stored meanwhile live."""

from compiler import __version__
from compiler.commands.targets import addressed_in, say_plan, say_result
from compiler.release.resume import ResumeRequest, plan_resume, resume
from compiler.report.console import Console


def run(
    console: Console,
    *,
    project: str | None,
    target: str,
    only_lift: bool,
    format: str,  # noqa: A002 - the option's name
) -> int:
    """Show what resuming changes, and do it."""
    addressed, world = addressed_in(console, project, target)
    request = ResumeRequest(__version__, only_lift=only_lift)
    say_plan(console, plan_resume(addressed, request, world), format)
    result = resume(addressed, request, world)
    say_result(console, addressed, result, format)
    return result.exit_code
