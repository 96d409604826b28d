"""Rollback: an older release becomes live, the target is held, credentials stay as they are."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from compiler.base.finding import Severity
from compiler.base.hashing import sha256
from compiler.bundle.artifacts import Side
from compiler.ports.store import ObjectStore, StoreError
from compiler.release.committing import Planner, carry_out, foresee
from compiler.release.gathering import stamp
from compiler.release.layout import CREDENTIALS, object_hash
from compiler.release.log import read_record
from compiler.release.manifest import Manifest
from compiler.release.plan import Plan, Refusal, refusal
from compiler.release.record import Kind, Origin, Record
from compiler.release.restoring import (
    Intent,
    Source,
    keeping_credentials,
    plan_restoration,
    read_source,
)
from compiler.release.result import Remark, Result
from compiler.release.target import Target, World

_SHOWN = 5


@dataclass(frozen=True, slots=True)
class RollbackRequest:
    """Which release to go back to, and whether the credentials of then come back too."""

    to: int
    tool: str
    with_credentials: bool = False
    reason: str | None = None


def rollback(target: Target, request: RollbackRequest, world: World) -> Result:
    """Make an older release live and hold the target. Raises StoreError."""
    return carry_out(target, _planner(target, request, world), world.progress)


def plan_rollback(target: Target, request: RollbackRequest, world: World) -> Plan | Refusal:
    """Return what `rollback` would do now. Writes nothing. Raises StoreError."""
    return foresee(target, _planner(target, request, world))


def _planner(target: Target, request: RollbackRequest, world: World) -> Planner:
    def planner(head: Record | None) -> Plan | Refusal:
        if head is None or not head.live or request.to not in head.kept:
            return refusal(head, (_unknown(target, head, request.to),))
        content = read_record(target.private, request.to).content
        source = read_source(target, head, content, anew=not request.with_credentials)
        listings = source.then if request.with_credentials else keeping_credentials(source)
        intent = Intent(
            Kind.ROLLBACK, Origin(request.to), request.tool, stamp(world.clock), request.reason
        )
        planned = plan_restoration(head, source, listings, intent)
        if isinstance(planned, Refusal):
            return planned
        return planned.saying(
            *_credential_remarks(target.private, source, listings), _held(target.name)
        )

    return planner


def _unknown(target: Target, head: Record | None, wanted: int) -> Remark:
    if head is None or not head.live:
        message = f"nothing is live on `{target.name}` yet"
        return Remark("no-release", Severity.ERROR, message, "publish to it first")
    known = ", ".join(str(number) for number in head.kept[-_SHOWN:])
    why = "is no longer kept" if wanted <= head.number else "does not exist"
    if head.number >= wanted > max(head.kept):
        why = "brought no content of its own"
    return Remark(
        "no-release",
        Severity.ERROR,
        f"release {wanted} of `{target.name}` {why}",
        f"the newest that it can go back to: {known} (`clientarea releases {target.name}`)",
    )


def _held(target: str) -> Remark:
    return Remark(
        "target-held",
        Severity.INFO,
        "the target is held: what is published from now on is stored, and not live",
        f"`clientarea resume {target}` lifts the hold",
    )


def _credential_remarks(
    private: ObjectStore, source: Source, listings: Mapping[tuple[str, Side], Manifest]
) -> Iterator[Remark]:
    for (area, side), then in sorted(source.then.items(), key=lambda item: item[0]):
        old, new = then.files.get(CREDENTIALS), listings[area, side].files.get(CREDENTIALS)
        live = source.now.get((area, side))
        now = live.files.get(CREDENTIALS) if live else None
        if old == now:
            continue
        if new != old:
            yield _kept_credentials(area, gone=now is None)
            continue
        granted, returning = _grants(private, now) or {}, _grants(private, old)
        if returning is None:
            raise StoreError(
                f"`{private.address}/{old}`, the credentials of area `{area}` of then, is missing "
                "or was altered, so nobody can say what would come back"
            )
        for grant, words in sorted(returning.items()):
            if grant not in granted:
                message = f"{words} of area `{area}` comes back as it was"
                yield Remark("returning-credential", Severity.WARNING, message)


def _kept_credentials(area: str, *, gone: bool) -> Remark:
    if not gone:
        message = f"the credentials of area `{area}` stay as they are now"
        return Remark("kept-credentials", Severity.INFO, message)
    message = f"area `{area}` comes without credentials: it has none that are live now"
    hint = "`--with-credentials` brings those of then"
    return Remark("kept-credentials", Severity.WARNING, message, hint)


def _grants(private: ObjectStore, name: str | None) -> dict[str, str] | None:
    """Return what a credentials file grants: canonical text → words; None where it was spoilt.

    Two versions of one token are two grants: the one that was replaced would come back.
    """
    if name is None:
        return {}
    stored = private.get(name)
    if stored is None or sha256(stored.data) != object_hash(name):
        return None
    grants = {}
    for group, entries in json.loads(stored.data).items():
        for entry in entries if isinstance(entries, list) else [entries]:
            named = entry.get("id") or entry.get("name") if isinstance(entry, dict) else None
            key = json.dumps([group, entry], sort_keys=True)
            grants[key] = f"`{group}/{named}`" if named else f"`{group}`"
    return grants
