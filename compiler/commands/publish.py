"""`publish`: check, compile, and make a release live."""

from compiler.commands.exits import REFUSED
from compiler.commands.preparing import Flags, prepare
from compiler.commands.targets import say_result, world_of
from compiler.release.publishing import publish
from compiler.report.console import Console
from compiler.report.progress import UploadProgress


def run(
    console: Console,
    *,
    project: str | None,
    target: str,
    gate: str | None,
    format: str,  # noqa: A002 - the option's name
    **flags: bool,
) -> int:
    """Publish a project to a target."""
    prepared = prepare(console, project, target, gate, Flags(**flags))
    if prepared.artifacts is None:
        if format == "json":
            console.data(prepared.refusal())
        return REFUSED
    world = world_of(prepared.project, UploadProgress(console.err))
    result = publish(prepared.target, prepared.artifacts, prepared.request, world)
    say_result(console, prepared.target, result, format)
    return result.exit_code
