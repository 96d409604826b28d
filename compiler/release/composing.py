"""New manifests and uploads out of artifacts, keeping every object that the live release names."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from compiler.bundle.artifacts import AreaArtifacts, Artifacts, Asset, Bundle, Side
from compiler.release.difference import Difference, FileChange, file_changes
from compiler.release.layout import object_hash, object_name
from compiler.release.manifest import Manifest
from compiler.release.moving import Key
from compiler.release.record import AreaState, ManifestRef
from compiler.release.steps import Upload, UploadAsset, UploadObject

_HASH = re.compile(rb"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Composed:
    """The manifests of the sides that differ, what to upload for them, and which files differ."""

    manifests: Mapping[Key, Manifest]
    refs: Mapping[Key, ManifestRef]
    uploads: tuple[Upload, ...]
    changes: tuple[FileChange, ...]


def compose(
    artifacts: Artifacts,
    diff: Difference,
    live: Mapping[Key, Manifest],
    generation: int,
) -> Composed:
    """Compose what differs; ``live`` has the live manifests of the sides that differ."""
    objects = {side: _objects_of(live, side) for side in Side}
    known_assets = {name for manifest in live.values() for name in manifest.assets}
    manifests: dict[Key, Manifest] = {}
    uploads: dict[tuple[Side, str], Upload] = {}
    for area, sides in diff.changed.items():
        made = artifacts.areas[area]
        for side in sorted(sides):
            manifest = _manifest(artifacts, made, side, objects[side], generation)
            manifests[area, side] = manifest
            for bundle_upload in _bundle_uploads(area, made, side, manifest, objects[side]):
                uploads.setdefault((side, bundle_upload.name), bundle_upload)
            for asset in _assets(artifacts.assets, manifest):
                if asset.path not in known_assets:
                    uploads.setdefault((Side.PUBLIC, asset.path), UploadAsset(asset))
    refs = {key: manifest.ref(generation) for key, manifest in manifests.items()}
    for key, upload in _manifest_uploads(manifests, refs):
        uploads.setdefault(key, upload)
    changes = _changes(manifests, live)
    return Composed(manifests, refs, tuple(uploads.values()), changes)


def manifest_upload(key: Key, manifest: Manifest, ref: ManifestRef) -> UploadObject:
    """Return the upload of a manifest: a private object, whichever side it lists."""
    area, side = key
    return UploadObject(Side.PRIVATE, ref.name, manifest.data, f"{area}: {side} manifest")


def _manifest_uploads(
    manifests: Mapping[Key, Manifest], refs: Mapping[Key, ManifestRef]
) -> Iterable[tuple[tuple[Side, str], UploadObject]]:
    for key, manifest in manifests.items():
        yield (Side.PRIVATE, refs[key].name), manifest_upload(key, manifest, refs[key])


def _objects_of(live: Mapping[Key, Manifest], side: Side) -> dict[str, str]:
    return {
        object_hash(name) or "": name
        for (_, of_side), manifest in live.items()
        if of_side is side
        for name in manifest.files.values()
    }


def _manifest(
    artifacts: Artifacts,
    area: AreaArtifacts,
    side: Side,
    objects: Mapping[str, str],
    generation: int,
) -> Manifest:
    bundles = area.side(side)
    files = {
        logical: objects.get(bundle.sha256) or object_name(generation, bundle.sha256)
        for logical, bundle in bundles.items()
    }
    return Manifest(files, area.languages, _named_assets(artifacts.assets, bundles.values()))


def _named_assets(assets: Iterable[Asset], bundles: Iterable[Bundle]) -> tuple[str, ...]:
    """Find the assets that bundles name by looking for their hashes, whatever stands around."""
    by_hash: dict[bytes, list[str]] = {}
    for asset in assets:
        by_hash.setdefault(asset.sha256.encode(), []).append(asset.path)
    if not by_hash:
        return ()
    found = {match for bundle in bundles for match in _HASH.findall(bundle.data)}
    return tuple(sorted(path for match in found & by_hash.keys() for path in by_hash[match]))


def _bundle_uploads(
    area: str, made: AreaArtifacts, side: Side, manifest: Manifest, objects: Mapping[str, str]
) -> Iterable[UploadObject]:
    for logical, bundle in made.side(side).items():
        if bundle.sha256 not in objects:
            what = f"{area}: {logical}"
            yield UploadObject(side, manifest.files[logical], bundle.data, what)


def _assets(assets: Iterable[Asset], manifest: Manifest) -> Iterable[Asset]:
    named = set(manifest.assets)
    return (asset for asset in assets if asset.path in named)


def _changes(
    manifests: Mapping[Key, Manifest], live: Mapping[Key, Manifest]
) -> tuple[FileChange, ...]:
    return tuple(
        change
        for (area, side), manifest in manifests.items()
        for change in file_changes(
            area, side, live[area, side].hashes if (area, side) in live else {}, manifest.hashes
        )
    )


def settled_areas(
    old: Mapping[str, AreaState], new: Mapping[str, AreaState], number: int
) -> dict[str, AreaState]:
    """Return the areas of a new live state: what holds the same keeps its pointers' number."""
    settled = {}
    for name, area in sorted(new.items()):
        before = old.get(name)
        same = before is not None and all(
            before.side(side).content == area.side(side).content for side in Side
        )
        settled[name] = AreaState(
            public=before.public if before and same else area.public,
            private=before.private if before and same else area.private,
            since=before.since if before and same else number,
            gate=area.gate,
        )
    return settled
