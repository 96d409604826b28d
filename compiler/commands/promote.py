"""`promote`: what is live on one target becomes a release of another."""

from compiler import __version__
from compiler.base.failure import UsageError
from compiler.commands.opening import open_project
from compiler.commands.targets import open_target, say_plan, say_result, world_of
from compiler.release.promoting import PromoteRequest, plan_promotion, promote
from compiler.release.target import Target, World
from compiler.report.console import Console
from compiler.report.progress import UploadProgress


def run(  # noqa: PLR0913 - the options of the verb
    console: Console,
    *,
    project: str | None,
    source: str,
    target: str,
    staged: bool,
    allow_older: bool,
    yes: bool,
    format: str,  # noqa: A002 - the option's name
) -> int:
    """Show what differs, and promote it."""
    request = PromoteRequest(__version__, staged=staged, allow_older=allow_older, yes=yes)
    origin, addressed, world = both_ends(console, project, source, target)
    say_plan(console, plan_promotion(origin, addressed, request, world), format)
    result = promote(origin, addressed, request, world)
    say_result(console, addressed, result, format)
    return result.exit_code


def both_ends(
    console: Console, project: str | None, source: str, target: str
) -> tuple[Target, Target, World]:
    """Return from where to where. Raises UsageError where it is the same."""
    if source == target:
        raise UsageError(f"`{source}` cannot be promoted to itself")
    opened = open_project(console, project)
    world = world_of(opened, UploadProgress(console.err))
    return open_target(opened, source), open_target(opened, target), world
