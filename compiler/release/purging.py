"""Purging: content that must go at once, and never come back. `purge` in the command line.

The record extends the list of purged hashes; then every name that such content has is deleted.
Nobody publishes, rolls back or resumes to it any more; what a publisher who lost a race puts back
is deleted by `gc` and `verify`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from compiler.base.finding import Severity
from compiler.base.hashing import canonical_json, sha256
from compiler.bundle.artifacts import Side
from compiler.release.collecting import deletion_steps, left_over
from compiler.release.committing import Planner, carry_out, foresee
from compiler.release.gathering import stamp
from compiler.release.holdings import (
    Listing,
    Names,
    having,
    namesakes,
    read_listings,
    read_records,
    stored_names,
)
from compiler.release.layout import asset_hash, object_hash, object_name
from compiler.release.log import is_done
from compiler.release.plan import Plan, Refusal, closing_steps, refusal
from compiler.release.proposal import Stamp
from compiler.release.reading import read_purge_list
from compiler.release.record import Kind, Record
from compiler.release.record_json import time_text
from compiler.release.result import Outcome, Remark, Result
from compiler.release.shapes import PurgedHash, PurgeListObject
from compiler.release.steps import CreateRecord, WriteDone, WriteHint, upload_of
from compiler.release.target import Target, World

_MOST_KIN = 50


@dataclass(frozen=True, slots=True)
class PurgeRequest:
    """The SHA-256 of what is to go, why, and whether even from under the live release.

    ``public_url`` is where readers find the public side, for the addresses that caches hold.
    """

    hashes: tuple[str, ...]
    reason: str
    tool: str
    now: bool = False
    public_url: str | None = None


def purge(target: Target, request: PurgeRequest, world: World) -> Result:
    """Take content down. Raises StoreError."""
    return carry_out(target, _planner(target, request, world), world.progress)


def plan_purge(target: Target, request: PurgeRequest, world: World) -> Plan | Refusal:
    """Return what `purge` would do now. Writes nothing. Raises StoreError."""
    return foresee(target, _planner(target, request, world))


def _planner(target: Target, request: PurgeRequest, world: World) -> Planner:
    def planner(head: Record | None) -> Plan | Refusal:
        if head is None:
            message = f"nothing has been published to `{target.name}` yet"
            return refusal(head, (Remark("no-release", Severity.ERROR, message),))
        wrong = tuple(_needed(target, head, request))
        if wrong:
            return refusal(head, wrong)
        live = read_listings(target, [head.release])
        links = _links(live, request)
        if links and not request.now:
            return refusal(head, links)
        stored = stored_names(target)
        doomed = having(stored, frozenset(request.hashes))
        known = read_purge_list(target.private, head)
        remarks = (*links, *_said(target, request, doomed, known), *_kin(namesakes(stored, doomed)))
        if set(request.hashes) <= known.keys():
            open_ = head.kind is Kind.PURGE and not is_done(target.private, head.number)
            return left_over(head, doomed, closing_steps(head) if open_ else ()).saying(*remarks)
        return _plan(head, doomed, known, request, stamp(world.clock)).saying(*remarks)

    return planner


def _needed(target: Target, head: Record, request: PurgeRequest) -> Iterator[Remark]:
    """Refuse manifests and lists: without them nobody knows what a release is."""
    records = read_records(target.private, head.kept)
    names = {head.purged} | {
        state.side(side).name
        for release in [head.release, *(record.content for record in records)]
        for state in release.areas.values()
        for side in Side
    }
    own = {object_hash(name) for name in names if name is not None}
    for one in request.hashes:
        if one in own:
            message = f"{one} is a list of the store's own, and no content"
            yield Remark("not-content", Severity.ERROR, message)


def _links(live: Iterable[Listing], request: PurgeRequest) -> tuple[Remark, ...]:
    """Say where the live release names what is to go; an error unless that is wanted."""
    hint = None if request.now else "publish without it, then purge; or `--now` leaves dead links"
    severity = Severity.WARNING if request.now else Severity.ERROR
    found = []
    for listing in live:
        area, side = listing.key
        for logical, hash_of_it in _named(listing):
            if hash_of_it in request.hashes:
                message = f"the live release names {hash_of_it}: {area}, {side}, `{logical}`"
                found.append(Remark("live-content", severity, message, hint))
    return tuple(sorted(found, key=lambda remark: remark.message))


def _named(listing: Listing) -> Iterator[tuple[str, str | None]]:
    for logical, name in listing.manifest.files.items():
        yield logical, object_hash(name)
    for name in listing.manifest.assets:
        yield name, asset_hash(name)


def _said(
    target: Target, request: PurgeRequest, doomed: Names, known: Mapping[str, Any]
) -> Iterator[Remark]:
    count = sum(map(len, doomed.values()))
    objects = f"{count:,} object{'' if count == 1 else 's'}"
    hashes = f"{len(request.hashes)} hash{'' if len(request.hashes) == 1 else 'es'}"
    go = "goes" if count == 1 else "go"
    yield Remark("purged", Severity.INFO, f"{objects} of {hashes} {go} for good")
    there = {object_hash(name) or asset_hash(name) for names in doomed.values() for name in names}
    for one in sorted(set(request.hashes) - there - known.keys()):
        message = f"`{target.name}` has nothing with the SHA-256 {one}; it cannot come from now on"
        yield Remark("unknown-content", Severity.WARNING, message)
    top = (request.public_url or target.public.address).rstrip("/")
    for name in sorted(doomed[Side.PUBLIC]):
        yield Remark("cached-address", Severity.INFO, f"to invalidate in caches: {top}/{name}")


def _kin(names: Sequence[str]) -> Iterator[Remark]:
    """Name what may have been made of the same file: other formats, its text, its thumbnail."""
    for name in names[:_MOST_KIN]:
        message = f"of the same name, and still there: {name}"
        yield Remark("same-name", Severity.WARNING, message, "if it shows the same, purge it, too")
    if len(names) > _MOST_KIN:
        message = f"{len(names) - _MOST_KIN:,} more of the same name are still there"
        yield Remark("same-name", Severity.WARNING, message)


def _plan(
    head: Record,
    doomed: Names,
    known: Mapping[str, Any],
    request: PurgeRequest,
    now: Stamp,
) -> Plan:
    entry: PurgedHash = {
        "reason": request.reason,
        "time": time_text(now.time),
        "number": head.number + 1,
    }
    hashes = {**known, **{one: entry for one in request.hashes if one not in known}}
    listed: PurgeListObject = {"version": 1, "hashes": hashes}
    data = canonical_json(listed)
    name = object_name(head.generation, sha256(data))
    record = replace(
        head,
        number=head.number + 1,
        kind=Kind.PURGE,
        nonce=now.nonce,
        time=now.time,
        tool=request.tool,
        purged=name,
        origin=None,
        reason=request.reason,
        stored=None,
    )
    return Plan(
        Outcome.LIVE,
        head.live or None,
        head.release.id or None,
        steps=(
            upload_of(Side.PRIVATE, name, "list of purged hashes", data),
            CreateRecord(record),
            WriteHint(record.number),
            *deletion_steps(doomed),
            WriteDone(record.number),
        ),
        areas=tuple(head.release.areas),
    )
