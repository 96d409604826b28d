"""Collection: what no kept release needs is deleted. `gc` in the terms of the command line.

The record raises the generation, so that a publisher who counts on an object that goes fails its
commit, and no name is ever used again. Assets stay: mails that were sent point there.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from compiler.base.finding import Severity
from compiler.bundle.artifacts import Side
from compiler.release.committing import Planner, carry_out, foresee
from compiler.release.gathering import stamp
from compiler.release.holdings import (
    Names,
    names_of_hashes,
    needed_names,
    older_names,
    read_listings,
    read_records,
)
from compiler.release.log import is_done
from compiler.release.plan import Plan, Refusal, closing_steps, refusal
from compiler.release.proposal import Stamp
from compiler.release.reading import read_purged
from compiler.release.record import Kind, Record
from compiler.release.result import Outcome, Remark, Result
from compiler.release.retention import RetentionRule, kept_numbers
from compiler.release.steps import CreateRecord, Delete, Step, WriteDone, WriteHint
from compiler.release.target import Target, World


@dataclass(frozen=True, slots=True)
class CollectRequest:
    """Which releases are to stay."""

    rule: RetentionRule
    tool: str


def collect(target: Target, request: CollectRequest, world: World) -> Result:
    """Delete what no kept release needs. Raises StoreError."""
    return carry_out(target, _planner(target, request, world), world.progress)


def plan_collection(target: Target, request: CollectRequest, world: World) -> Plan | Refusal:
    """Return what `collect` would do now. Writes nothing. Raises StoreError."""
    return foresee(target, _planner(target, request, world))


def _planner(target: Target, request: CollectRequest, world: World) -> Planner:
    def planner(head: Record | None) -> Plan | Refusal:
        if head is None:
            message = f"nothing has been published to `{target.name}` yet"
            return refusal(head, (Remark("no-release", Severity.ERROR, message),))
        now = stamp(world.clock)
        records = read_records(target.private, head.kept)
        kept = kept_numbers(head, records, request.rule, now.time)
        contents = [record.content for record in records if record.number in kept]
        contents.append(head.release)
        needed = needed_names(target, head, contents, read_listings(target, contents))
        purged = names_of_hashes(target, read_purged(target.private, head))
        settled = head.kind is Kind.COLLECTION and kept == head.kept
        generation = head.generation if settled else head.generation + 1
        doomed = {
            side: (older - needed[side]) | purged[side]
            for side, older in older_names(target, generation).items()
        }
        if settled:
            done = is_done(target.private, head.number)
            return left_over(head, doomed, () if done else closing_steps(head))
        if kept == head.kept and not any(doomed.values()):
            return left_over(head, doomed, ())
        return _plan(head, doomed, kept, now, request.tool)

    return planner


def _plan(head: Record, doomed: Names, kept: tuple[int, ...], now: Stamp, tool: str) -> Plan:
    record = replace(
        head,
        number=head.number + 1,
        kind=Kind.COLLECTION,
        nonce=now.nonce,
        time=now.time,
        tool=tool,
        generation=head.generation + 1,
        kept=kept,
        origin=None,
        reason=None,
        stored=None,
    )
    steps: tuple[Step, ...] = (
        CreateRecord(record),
        WriteHint(record.number),
        *deletion_steps(doomed),
        WriteDone(record.number),
    )
    plan = replace(_unchanged(head), outcome=Outcome.LIVE, steps=steps)
    return plan.saying(_said(doomed, kept, len(head.kept) - len(kept)))


def left_over(head: Record, doomed: Names, closing: tuple[Step, ...]) -> Plan:
    """Plan deletions that need no record: what an interrupted run left, or somebody put back."""
    steps = (*deletion_steps(doomed), *closing)
    if not steps:
        said = Remark("nothing-to-delete", Severity.INFO, "nothing is there that has to go")
        return _unchanged(head).saying(said)
    count = sum(map(len, doomed.values()))
    said = Remark(
        "deletion-finished",
        Severity.INFO,
        f"{count:,} object{'' if count == 1 else 's'} go that an earlier run was to delete",
    )
    return replace(_unchanged(head), steps=steps).saying(said)


def _unchanged(head: Record) -> Plan:
    live, release_id = head.live or None, head.release.id or None
    return Plan(Outcome.UNCHANGED, live, release_id, areas=tuple(head.release.areas))


def deletion_steps(doomed: Mapping[Side, frozenset[str]]) -> tuple[Delete, ...]:
    """Return the steps that delete names, side by side."""
    return tuple(Delete(side, tuple(sorted(doomed[side]))) for side in Side if doomed[side])


def _said(doomed: Names, kept: tuple[int, ...], gone: int) -> Remark:
    count = sum(map(len, doomed.values()))
    objects = f"{count:,} object{'' if count == 1 else 's'}"
    releases = f"{gone} release{'' if gone == 1 else 's'}"
    return Remark(
        "collected",
        Severity.INFO,
        f"{releases} and {objects} go; {len(kept)} stay whole, from {min(kept, default=0)} on",
    )
