"""Promotion: what is live at one target becomes a release of another, byte for byte.

It is planned as any release is, so that all guards of the target hold; what differs is where
objects come from, and who says which gate they have passed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from compiler.base.finding import Severity
from compiler.base.gate import Gate
from compiler.base.hashing import sha256
from compiler.bundle.artifacts import Side
from compiler.ports.store import StoreError
from compiler.release.committing import Planner, carry_out, foresee
from compiler.release.difference import Contents, contents_of
from compiler.release.layout import asset_hash, object_hash
from compiler.release.log import find_head
from compiler.release.manifest import Manifest
from compiler.release.moving import Key
from compiler.release.offer import Offered
from compiler.release.plan import Plan, Refusal, refusal
from compiler.release.publishing import offering
from compiler.release.reading import read_manifest, read_purged
from compiler.release.record import Origin, Record, Release
from compiler.release.result import Remark, Result
from compiler.release.steps import CopyObject, Upload
from compiler.release.target import PublishRequest, Target, World


@dataclass(frozen=True, slots=True)
class PromoteRequest:
    """How a release is promoted: as `PublishRequest` says it of content compiled here."""

    tool: str
    staged: bool = False
    allow_older: bool = False
    yes: bool = False


@dataclass(frozen=True)
class Released:
    """The live release of another target, offered to this one."""

    source: Target
    release: Release
    origin: Origin
    _manifests: dict[Key, Manifest] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The id: the same, as the content is."""
        return self.release.id

    @property
    def contents(self) -> Contents:
        """The hash of each side of each area."""
        return contents_of(self.release.areas)

    def gate(self, area: str) -> Gate:
        """Return the gate that was recorded with an area."""
        return self.release.areas[area].gate

    def side(self, key: Key) -> Offered:
        """Return what a side of an area lists at the source."""
        manifest = self._manifest(key)
        return Offered(manifest.hashes, manifest.languages, manifest.assets, manifest.sizes)

    def named(self) -> Mapping[str, str]:
        """Return every object and asset of the release by SHA-256."""
        found = {}
        for area in self.release.areas:
            for side in Side:
                manifest = self._manifest((area, side))
                for path in manifest.assets:
                    found[asset_hash(path) or ""] = f"the file `{path.rpartition('/')[2]}`"
                for logical, hash_of_it in manifest.hashes.items():
                    found[hash_of_it] = f"`{logical}` of the area `{area}`"
        return found

    def upload(self, key: Key, logical: str, name: str) -> Upload:
        """Return the step that copies a bundle."""
        area, side = key
        original = self._manifest(key).files[logical]
        return CopyObject(
            side, name, f"{area}: {logical}", lambda: _verified(self.source, side, original)
        )

    def asset(self, path: str) -> Upload:
        """Return the step that copies an asset."""
        what = path.rpartition("/")[2]
        return CopyObject(
            Side.PUBLIC, path, what, lambda: _verified(self.source, Side.PUBLIC, path)
        )

    def _manifest(self, key: Key) -> Manifest:
        if key not in self._manifests:
            area, side = key
            ref = self.release.areas[area].side(side)
            self._manifests[key] = read_manifest(self.source.private, ref)
        return self._manifests[key]


def promote(source: Target, target: Target, request: PromoteRequest, world: World) -> Result:
    """Make the live release of one target one of another. Raises StoreError."""
    return carry_out(target, _planner(source, target, request, world), world.progress)


def plan_promotion(
    source: Target, target: Target, request: PromoteRequest, world: World
) -> Plan | Refusal:
    """Return what `promote` would do now. Writes nothing. Raises StoreError."""
    return foresee(target, _planner(source, target, request, world))


def _planner(source: Target, target: Target, request: PromoteRequest, world: World) -> Planner:
    def planner(head: Record | None) -> Plan | Refusal:
        from_head = find_head(source.private).record
        if from_head is None or not from_head.live:
            message = f"nothing is live on `{source.name}` yet"
            return refusal(head, (Remark("no-release", Severity.ERROR, message),))
        release = from_head.release
        offer = Released(source, release, Origin(from_head.live, source.name))
        wrong = (*_dirty(source, release), *_purged_there(source, from_head, offer))
        if wrong:
            return refusal(head, wrong)
        passed = min((area.gate for area in release.areas.values()), key=lambda gate: gate.height)
        published = PublishRequest(
            commit=release.commit,
            dirty=False,
            gate=passed,
            tool=request.tool,
            staged=request.staged,
            allow_older=request.allow_older,
            yes=request.yes,
        )
        return offering(target, offer, published, world)(head)

    return planner


def _dirty(source: Target, release: Release) -> tuple[Remark, ...]:
    if not release.dirty:
        return ()
    return (
        Remark(
            "uncommitted-changes",
            Severity.ERROR,
            f"what is live on `{source.name}` was not all committed, so that no commit names it",
            f"commit, and publish to `{source.name}` again",
        ),
    )


def _purged_there(source: Target, head: Record, offer: Released) -> tuple[Remark, ...]:
    """Refuse what the source has taken down from under its own live release."""
    purged = read_purged(source.private, head)
    named = offer.named() if purged else {}
    return tuple(
        Remark(
            "purged-content",
            Severity.ERROR,
            f"{named[one]} was taken down from `{source.name}` by `purge` (SHA-256 {one})",
            f"publish to `{source.name}` without it",
        )
        for one in sorted(purged & named.keys())
    )


def _verified(source: Target, side: Side, name: str) -> bytes:
    """Read an object of the source. Raises StoreError where it is gone or not what it was."""
    store = source.side(side)
    stored = store.get(name)
    if stored is None:
        raise StoreError(f"`{store.address}/{name}` has vanished, and cannot be promoted")
    if sha256(stored.data) != (object_hash(name) or asset_hash(name)):
        raise StoreError(f"`{store.address}/{name}` was altered, and cannot be promoted")
    return stored.data
