"""Resume: the hold of a rollback is lifted, and what was stored meanwhile becomes live."""

from dataclasses import dataclass, replace

from compiler.base.finding import Severity
from compiler.release.committing import Planner, carry_out, foresee
from compiler.release.gathering import staged_content, stamp
from compiler.release.plan import Plan, Refusal, commit_steps, refusal
from compiler.release.record import Kind, Origin, Record
from compiler.release.restoring import Intent, plan_restoration, read_source
from compiler.release.result import Outcome, Remark, Result
from compiler.release.target import Target, World


@dataclass(frozen=True, slots=True)
class ResumeRequest:
    """Whether the hold is lifted alone, or the newest staged release becomes live with it."""

    tool: str
    only_lift: bool = False
    reason: str | None = None


def resume(target: Target, request: ResumeRequest, world: World) -> Result:
    """Lift the hold, and make the newest staged release live. Raises StoreError."""
    return carry_out(target, _planner(target, request, world), world.progress)


def plan_resume(target: Target, request: ResumeRequest, world: World) -> Plan | Refusal:
    """Return what `resume` would do now. Writes nothing. Raises StoreError."""
    return foresee(target, _planner(target, request, world))


def _planner(target: Target, request: ResumeRequest, world: World) -> Planner:
    def planner(head: Record | None) -> Plan | Refusal:
        if head is None:
            message = f"nothing has been published to `{target.name}` yet"
            return refusal(head, (Remark("no-release", Severity.ERROR, message),))
        staged = None if request.only_lift else staged_content(target, head)
        if staged is None:
            return _lift(head, request, world)
        if head.staged not in head.kept:
            message = f"the staged release {head.staged} is no longer kept"
            hint = f"publish it again, or `clientarea resume {target.name} --only-lift`"
            return refusal(head, (Remark("no-release", Severity.ERROR, message, hint),))
        intent = Intent(
            Kind.RESUME, Origin(head.staged), request.tool, stamp(world.clock), request.reason
        )
        source = read_source(target, head, staged, anew=False)
        return plan_restoration(head, source, source.then, intent)

    return planner


def _lift(head: Record, request: ResumeRequest, world: World) -> Plan:
    live, release_id = head.live or None, head.release.id or None
    areas = tuple(head.release.areas)
    if head.held is None:
        said = Remark("not-held", Severity.INFO, "the target is not held: there is nothing to lift")
        return Plan(Outcome.UNCHANGED, live, release_id, remarks=(said,), areas=areas)
    now = stamp(world.clock)
    record = replace(
        head,
        number=head.number + 1,
        kind=Kind.RESUME,
        nonce=now.nonce,
        time=now.time,
        tool=request.tool,
        held=None,
        origin=None,
        reason=request.reason,
        stored=None,
    )
    said = Remark("hold-lifted", Severity.INFO, f"the hold is lifted; release {live} stays live")
    steps = commit_steps(record, (), ())
    return Plan(Outcome.LIVE, live, release_id, steps=steps, remarks=(said,), areas=areas)
