"""Making content live that the log knows already: what rollback and resume have in common."""

from collections.abc import Mapping
from dataclasses import dataclass

from compiler.bundle.artifacts import Side
from compiler.release.composing import manifest_upload, settled_areas
from compiler.release.difference import FileChange, contents_of, difference, file_changes
from compiler.release.guards import purged_remark
from compiler.release.layout import CREDENTIALS
from compiler.release.manifest import Manifest, named_hashes, release_id
from compiler.release.moving import Key, new_moves
from compiler.release.plan import Plan, Refusal, commit_steps, refusal
from compiler.release.pointer import Seen
from compiler.release.proposal import Stamp, gone_after
from compiler.release.reading import both_sides, read_manifest, read_purged, see_pointers
from compiler.release.record import AreaState, Kind, ManifestRef, Origin, Record, Release
from compiler.release.result import Outcome, Remark
from compiler.release.steps import UploadObject
from compiler.release.target import Target


@dataclass(frozen=True, slots=True)
class Source:
    """Content of an older record, with what was read to make it live.

    ``then`` has what its areas that differ from the live ones list on both sides, ``now`` what the
    live areas list there, ``rest`` the manifests of areas that do not differ, where the id has to
    be computed anew.
    """

    content: Release
    then: Mapping[Key, Manifest]
    now: Mapping[Key, Manifest]
    seen: Mapping[Key, Seen]
    purged: frozenset[str]
    rest: Mapping[Key, Manifest]


@dataclass(frozen=True, slots=True)
class Intent:
    """What the new record says beside its content."""

    kind: Kind
    origin: Origin
    tool: str
    stamp: Stamp
    reason: str | None = None


def read_source(target: Target, head: Record, content: Release, *, anew: bool) -> Source:
    """Read what is needed to make ``content`` live; ``anew``: as its id may become another."""
    diff = difference(contents_of(head.release.areas), contents_of(content.areas))
    keys = both_sides(diff.changed)
    then = _manifests(target, content.areas, keys)
    now = _manifests(target, head.release.areas, [*keys, *both_sides(diff.going)])
    kept = [name for name in content.areas if name not in diff.changed] if anew else []
    return Source(
        content=content,
        then=then,
        now=now,
        seen=see_pointers(target, both_sides([*diff.changed, *diff.going])),
        purged=read_purged(target.private, head),
        rest=_manifests(target, content.areas, both_sides(kept)),
    )


def keeping_credentials(source: Source) -> Mapping[Key, Manifest]:
    """Return what is to be listed when every area keeps the credentials that it has now.

    An area that is not live has none now: those it once had were revoked with it.
    """
    kept = dict(source.then)
    for (area, side), manifest in source.then.items():
        if side is Side.PRIVATE:
            live = source.now.get((area, side), Manifest({}, {}))
            kept[area, side] = manifest.with_file_of(live, CREDENTIALS)
    return kept


def plan_restoration(
    head: Record, source: Source, listings: Mapping[Key, Manifest], intent: Intent
) -> Plan | Refusal:
    """Return the steps that make ``listings`` live; they are those of the source, or altered."""
    banned = _purged_remarks(source, listings)
    if banned:
        return refusal(head, banned)
    number = head.number + 1
    refs = _refs(head, source, listings)
    areas = {
        name: AreaState(
            refs.get((name, Side.PUBLIC), area.public),
            refs.get((name, Side.PRIVATE), area.private),
            number,
            area.gate,
        )
        for name, area in source.content.areas.items()
    }
    content = source.content
    release = Release(
        _id(source, listings),
        content.commit,
        content.dirty,
        settled_areas(head.release.areas, areas, number),
    )
    record = _record(head, release, intent)
    uploads = {
        ref.name: manifest_upload(key, listings[key], ref)
        for key, ref in refs.items()
        if listings[key] != source.then[key]
    }
    return _plan(record, source, listings, tuple(uploads.values()))


def _plan(
    record: Record,
    source: Source,
    listings: Mapping[Key, Manifest],
    uploads: tuple[UploadObject, ...],
) -> Plan:
    return Plan(
        outcome=Outcome.LIVE,
        number=record.number,
        id=record.release.id,
        steps=commit_steps(record, uploads, new_moves(record, listings, source.seen)),
        changes=tuple(_changes(source, listings)),
        areas=tuple(record.release.areas),
    )


def _record(head: Record, release: Release, intent: Intent) -> Record:
    number = head.number + 1
    return Record(
        number=number,
        kind=intent.kind,
        nonce=intent.stamp.nonce,
        time=intent.stamp.time,
        tool=intent.tool,
        generation=head.generation,
        live=number,
        held=number if intent.kind is Kind.ROLLBACK else None,
        staged=head.staged if intent.kind is Kind.ROLLBACK else None,
        front=head.front,
        release=release,
        gone=gone_after(head, release, number),
        kept=(*head.kept, number),
        purged=head.purged,
        origin=intent.origin,
        reason=intent.reason,
    )


def _manifests(
    target: Target, areas: Mapping[str, AreaState], keys: list[Key]
) -> dict[Key, Manifest]:
    return {
        (area, side): read_manifest(target.private, areas[area].side(side))
        for area, side in keys
        if area in areas
    }


def _refs(head: Record, source: Source, listings: Mapping[Key, Manifest]) -> dict[Key, ManifestRef]:
    refs = {}
    for (area, side), manifest in listings.items():
        old = source.content.areas[area].side(side)
        same = manifest == source.then[area, side]
        refs[area, side] = old if same else manifest.ref(head.generation)
    return refs


def _id(source: Source, listings: Mapping[Key, Manifest]) -> str:
    if listings == source.then:
        return source.content.id
    every = {**source.rest, **listings}
    return release_id(
        {name: {side: every[name, side].hashes for side in Side} for name in source.content.areas}
    )


def _purged_remarks(source: Source, listings: Mapping[Key, Manifest]) -> tuple[Remark, ...]:
    hint = "choose a release without it"
    return tuple(
        purged_remark(found, f"an object of area `{area}`", hint)
        for (area, _), manifest in sorted(listings.items())
        for found in sorted(named_hashes([manifest]) & source.purged)
    )


def _changes(source: Source, listings: Mapping[Key, Manifest]) -> list[FileChange]:
    changes: list[FileChange] = []
    for area, side in sorted({*listings, *source.now}):
        old, new = source.now.get((area, side)), listings.get((area, side))
        changes += file_changes(area, side, old.hashes if old else {}, new.hashes if new else {})
    return changes
