"""`publish`: check, compile, and make a release live."""

from compiler.adapters.stages import stage
from compiler.base.failure import UsageError
from compiler.bundle.artifacts import Artifacts
from compiler.commands.exits import REFUSED
from compiler.commands.output import read_input
from compiler.commands.preparing import Flags, Prepared, prepare
from compiler.commands.targets import say_result, world_of
from compiler.release.plan_file import PlanFile, UnreadablePlanError, parse_plan
from compiler.release.publishing import publish
from compiler.release.result import Result
from compiler.report.console import Console
from compiler.report.progress import UploadProgress


def run(
    console: Console,
    *,
    project: str | None,
    target: str,
    gate: str | None,
    plan: str | None,
    format: str,  # noqa: A002 - the option's name
    **flags: bool,
) -> int:
    """Publish a project to a target."""
    told = _told(plan, target, any_option=gate is not None or any(flags.values()))
    if told is not None:
        gate, flags = told.options.gate, told.options.flags
    prepared = prepare(console, project, target, gate, Flags(**flags))
    if prepared.artifacts is None:
        if format == "json":
            console.data(prepared.refusal())
        return REFUSED
    result = publish_prepared(console, prepared, prepared.artifacts, told)
    say_result(console, prepared.target, result, format)
    return result.exit_code


def publish_prepared(
    console: Console, prepared: Prepared, artifacts: Artifacts, told: PlanFile | None = None
) -> Result:
    """Make content live, or say why not; exactly as ``told`` where it is. Raises StoreError."""
    world = world_of(prepared.project, UploadProgress(console.err))
    with stage("releasing"):
        return publish(prepared.target, artifacts, prepared.request, world, told)


def _told(path: str | None, target: str, *, any_option: bool) -> PlanFile | None:
    """Return the plan that a file holds. Raises UsageError where it is for something else."""
    if path is None:
        return None
    try:
        told = parse_plan(read_input(path))
    except UnreadablePlanError as failure:
        raise UsageError(f"`{path}` {failure}") from failure
    if told.target != target:
        raise UsageError(
            f"`{path}` is a plan for `{told.target}`:"
            f" `clientarea publish {told.target} --plan {path}`"
        )
    if any_option:
        raise UsageError("the options of a plan stand in its file; leave out all but `--plan`")
    return told
