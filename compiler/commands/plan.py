"""`plan`: what `publish` would do now, read out of the very steps that it would walk."""

from compiler.adapters.stages import stage
from compiler.base.visible import visible_lines
from compiler.bundle.artifacts import Artifacts
from compiler.commands.exits import FINE, REFUSED
from compiler.commands.output import write_output
from compiler.commands.preparing import Flags, Prepared, prepare
from compiler.commands.targets import say_remarks, world_of
from compiler.release.explain import plan_data, plan_lines
from compiler.release.plan import Plan, Refusal
from compiler.release.plan_file import Options, plan_text
from compiler.release.publishing import plan
from compiler.report.console import Console


def run(
    console: Console,
    *,
    project: str | None,
    target: str,
    gate: str | None,
    out: str | None,
    format: str,  # noqa: A002 - the option's name
    **flags: bool,
) -> int:
    """Show what publishing a project to a target would do."""
    prepared = prepare(console, project, target, gate, Flags(**flags))
    if prepared.artifacts is None:
        if format == "json":
            console.data({**prepared.refusal(), "changes": [], "steps": []})
        return REFUSED
    planned = plan_prepared(prepared, prepared.artifacts)
    if out is not None and isinstance(planned, Plan):
        asked = prepared.project.gate(gate, target)
        write_output(out, plan_text(target, planned, Options(asked, **flags)))
    if format == "json":
        console.data(plan_data(target, planned))
    else:
        say_remarks(console, planned.remarks, refused=isinstance(planned, Refusal))
        console.result(visible_lines("\n".join(plan_lines(planned))))
    return REFUSED if isinstance(planned, Refusal) else FINE


def plan_prepared(prepared: Prepared, artifacts: Artifacts) -> Plan | Refusal:
    """Return what publishing would do now. Raises StoreError."""
    world = world_of(prepared.project)
    with stage("planning"):
        return plan(prepared.target, artifacts, prepared.request, world)
