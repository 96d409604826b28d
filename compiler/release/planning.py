"""The plan of a publish: a pure function of a proposal and of what was read of the store."""

from collections.abc import Mapping
from dataclasses import dataclass

from compiler.base.finding import Severity
from compiler.bundle.artifacts import Side
from compiler.release.composing import Composed, compose, settled_areas
from compiler.release.difference import widened
from compiler.release.guards import Situation, objections, refuses
from compiler.release.manifest import Manifest
from compiler.release.moving import Key, new_moves
from compiler.release.plan import Plan, Refusal, commit_steps, refusal
from compiler.release.pointer import Seen
from compiler.release.proposal import Proposal, gone_after, repeats
from compiler.release.record import AreaState, Kind, Record, Release
from compiler.release.result import Outcome, Remark


@dataclass(frozen=True, slots=True)
class Found:
    """What was read of the store for one plan, and no more than the plan touches.

    ``live`` has what the live areas that differ list on each side, ``seen`` the pointers that move;
    ``lost`` are sides whose live manifest cannot be read.
    """

    live: Mapping[Key, Manifest]
    seen: Mapping[Key, Seen]
    purged: frozenset[str] = frozenset()
    lost: frozenset[Key] = frozenset()


def plan_repeated(proposal: Proposal, staged: Release | None) -> Plan | None:
    """Return the plan that does nothing, where the log says everything already; else None.

    When staging, ``staged`` is the content of a staged release newer than the live one, if any.
    """
    head, request = proposal.head, proposal.request
    if head is None or not repeats(staged or head.release, proposal.offer.contents, request):
        return None
    if staged is None:
        return Plan(Outcome.UNCHANGED, head.live, head.release.id, areas=tuple(head.release.areas))
    message = f"this content is stored already, as the staged release {head.staged}"
    said = Remark("already-staged", Severity.INFO, message)
    return Plan(Outcome.HELD, head.staged, staged.id, remarks=(said,), on_request=request.staged)


def plan_publish(proposal: Proposal, found: Found) -> Plan | Refusal:
    """Return the steps of a publish, or why there will be none."""
    remarks = objections(_situation(proposal, found))
    if refuses(remarks):
        return refusal(proposal.head, remarks)
    diff = widened(proposal.difference, found.lost)
    composed = compose(proposal.offer, diff, found.live, proposal.generation)
    remarks += tuple(_lost(key, proposal.aspect.name) for key in sorted(found.lost))
    release = _release(proposal, composed)
    if proposal.staging:
        return _staging(proposal, release, composed).saying(*remarks)
    return _going_live(proposal, release, composed, found).saying(*remarks)


def _lost(key: Key, target: str) -> Remark:
    area, side = key
    return Remark(
        "lost-manifest",
        Severity.WARNING,
        f"the store has lost what was live on the {side} side of area `{area}`: "
        "all of it is uploaded again",
        f"`clientarea verify {target}` lists what else is missing",
    )


def _situation(proposal: Proposal, found: Found) -> Situation:
    aspect = proposal.aspect
    return Situation(
        target=aspect.name,
        is_local=aspect.is_local,
        gate=aspect.gate,
        request=proposal.request,
        head=proposal.head,
        descent=proposal.order.descent,
        areas=tuple(proposal.offer.contents),
        hashes=proposal.offer.named() if found.purged else {},
        purged=found.purged,
        origin=proposal.offer.origin,
        effect=proposal.effect,
    )


def _release(proposal: Proposal, composed: Composed) -> Release:
    request, live = proposal.request, proposal.live.areas
    areas = {}
    for name in proposal.offer.contents:
        refs = {
            side: composed.refs[name, side]
            if (name, side) in composed.refs
            else live[name].side(side)
            for side in Side
        }
        gate = proposal.offer.gate(name)
        areas[name] = AreaState(refs[Side.PUBLIC], refs[Side.PRIVATE], proposal.number, gate)
    settled = settled_areas(live, areas, proposal.number)
    return Release(proposal.offer.id, request.commit, request.dirty, settled)


def _staging(proposal: Proposal, release: Release, composed: Composed) -> Plan:
    head, number = proposal.head, proposal.number
    record = Record(
        number=number,
        kind=Kind.STAGED,
        nonce=proposal.stamp.nonce,
        time=proposal.stamp.time,
        tool=proposal.request.tool,
        generation=proposal.generation,
        live=head.live if head else 0,
        held=head.held if head else None,
        staged=number,
        front=proposal.order.front,
        release=proposal.live,
        gone=head.gone if head else {},
        kept=(*(head.kept if head else ()), number),
        purged=head.purged if head else None,
        origin=proposal.offer.origin,
        stored=release,
    )
    return Plan(
        outcome=Outcome.HELD,
        number=number,
        id=release.id,
        steps=commit_steps(record, composed.uploads, ()),
        changes=composed.changes,
        remarks=(_stored_only(head, proposal.aspect.name),),
        on_request=proposal.request.staged,
    )


def _stored_only(head: Record | None, target: str) -> Remark:
    if head is not None and head.held is not None:
        return Remark(
            "target-held",
            Severity.WARNING,
            f"the target is held since the rollback {head.held}: "
            "this release is stored, and not live",
            f"`clientarea resume {target}` lifts the hold and makes it live",
        )
    message = "this release is stored, and not live"
    return Remark(
        "stored-only", Severity.INFO, message, f"`clientarea resume {target}` makes it live"
    )


def _going_live(proposal: Proposal, release: Release, composed: Composed, found: Found) -> Plan:
    head, number = proposal.head, proposal.number
    record = Record(
        number=number,
        kind=Kind.RELEASE,
        nonce=proposal.stamp.nonce,
        time=proposal.stamp.time,
        tool=proposal.request.tool,
        generation=proposal.generation,
        live=number,
        held=None,
        staged=None,
        front=proposal.order.front,
        release=release,
        gone=gone_after(head, release, number),
        kept=(*(head.kept if head else ()), number),
        purged=head.purged if head else None,
        origin=proposal.offer.origin,
    )
    steps = new_moves(record, {**found.live, **composed.manifests}, found.seen)
    plan = Plan(
        outcome=Outcome.LIVE,
        number=number,
        id=release.id,
        steps=commit_steps(record, composed.uploads, steps),
        changes=composed.changes,
        areas=tuple(release.areas),
    )
    if steps or head is None:
        return plan
    message = f"the content is that of release {head.live}: no pointer moves"
    return plan.saying(Remark("same-content", Severity.INFO, message))
