"""New manifests and uploads out of an offer, keeping every object that the live release names."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from compiler.bundle.artifacts import Side
from compiler.release.difference import Difference, FileChange, file_changes
from compiler.release.layout import object_hash, object_name
from compiler.release.manifest import Manifest
from compiler.release.moving import Key
from compiler.release.offer import Offer, Offered
from compiler.release.record import AreaState, ManifestRef
from compiler.release.steps import Upload, UploadObject, upload_of


@dataclass(frozen=True, slots=True)
class Composed:
    """The manifests of the sides that differ, what to upload for them, and which files differ."""

    manifests: Mapping[Key, Manifest]
    refs: Mapping[Key, ManifestRef]
    uploads: tuple[Upload, ...]
    changes: tuple[FileChange, ...]


def compose(
    offer: Offer, diff: Difference, live: Mapping[Key, Manifest], generation: int
) -> Composed:
    """Compose what differs; ``live`` has the live manifests of the sides that differ."""
    known = {side: _objects_of(live, side) for side in Side}
    known_assets = {name for manifest in live.values() for name in manifest.assets}
    manifests: dict[Key, Manifest] = {}
    uploads: dict[tuple[Side, str], Upload] = {}
    for area, sides in diff.changed.items():
        for side in sorted(sides):
            key = area, side
            offered = offer.side(key)
            manifest = manifests[key] = _manifest(offered, known[side], generation)
            for logical, sha256 in offered.hashes.items():
                name = manifest.files[logical]
                if sha256 not in known[side] and (side, name) not in uploads:
                    uploads[side, name] = offer.upload(key, logical, name)
            for path in offered.assets:
                if path not in known_assets and (Side.PUBLIC, path) not in uploads:
                    uploads[Side.PUBLIC, path] = offer.asset(path)
    refs = {key: manifest.ref(generation) for key, manifest in manifests.items()}
    for name, upload in _manifest_uploads(manifests, refs):
        uploads.setdefault((Side.PRIVATE, name), upload)
    changes = _changes(manifests, live)
    return Composed(manifests, refs, tuple(uploads.values()), changes)


def manifest_upload(key: Key, manifest: Manifest, ref: ManifestRef) -> UploadObject:
    """Return the upload of a manifest: a private object, whichever side it lists."""
    area, side = key
    return upload_of(Side.PRIVATE, ref.name, f"{area}: {side} manifest", manifest.data)


def _manifest_uploads(
    manifests: Mapping[Key, Manifest], refs: Mapping[Key, ManifestRef]
) -> Iterator[tuple[str, UploadObject]]:
    for key, manifest in manifests.items():
        yield refs[key].name, manifest_upload(key, manifest, refs[key])


def _objects_of(live: Mapping[Key, Manifest], side: Side) -> dict[str, str]:
    return {
        object_hash(name) or "": name
        for (_, of_side), manifest in live.items()
        if of_side is side
        for name in manifest.files.values()
    }


def _manifest(offered: Offered, known: Mapping[str, str], generation: int) -> Manifest:
    files = {
        logical: known.get(sha256) or object_name(generation, sha256)
        for logical, sha256 in offered.hashes.items()
    }
    return Manifest(files, offered.languages, offered.assets, offered.sizes)


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
