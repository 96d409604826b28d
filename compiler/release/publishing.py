"""Publishing: from artifacts to a live release, or to the words why not. `plan` is its dry twin."""

from compiler.bundle.artifacts import Artifacts
from compiler.release.committing import Planner, carry_out, foresee
from compiler.release.gathering import (
    effect_of,
    gather,
    names_purged,
    order_of,
    staged_content,
    stamp,
)
from compiler.release.offer import Compiled, Offer
from compiler.release.plan import Plan, Refusal
from compiler.release.plan_file import PlanFile, exactly
from compiler.release.planning import plan_publish, plan_repeated
from compiler.release.proposal import Aspect, Proposal
from compiler.release.record import Record
from compiler.release.result import Result
from compiler.release.target import PublishRequest, Target, World


def publish(
    target: Target,
    artifacts: Artifacts,
    request: PublishRequest,
    world: World,
    told: PlanFile | None = None,
) -> Result:
    """Make the artifacts the live release of the target, or store them where it is held.

    Where a plan is ``told``, exactly that is done, or nothing. Raises StoreError where nothing
    could be committed.
    """
    planner = offering(target, Compiled(artifacts, request.gate), request, world)
    if told is not None:
        planner = exactly(planner, target.name, told)
    return carry_out(target, planner, world.progress)


def plan(
    target: Target, artifacts: Artifacts, request: PublishRequest, world: World
) -> Plan | Refusal:
    """Return what `publish` would do now. Reads the store, writes nothing. Raises StoreError."""
    offer = Compiled(artifacts, request.gate)
    return foresee(target, offering(target, offer, request, world))


def offering(target: Target, offer: Offer, request: PublishRequest, world: World) -> Planner:
    """Return the planner of a release of what is offered."""
    aspect = Aspect(target.name, target.gate, target.is_local)

    def planner(head: Record | None) -> Plan | Refusal:
        order = order_of(world.history, head, request.commit)
        effect = effect_of(world, head, offer, request)
        proposal = Proposal(aspect, head, offer, request, order, effect, stamp(world.clock))
        staged = staged_content(target, head) if proposal.staging else None
        repeated = plan_repeated(proposal, staged)
        if repeated is not None and not names_purged(target, head, offer):
            return repeated  # else the guards refuse it
        moving = not proposal.staging
        return plan_publish(proposal, gather(target, head, proposal.difference, moving=moving))

    return planner
