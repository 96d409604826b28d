"""Reading what a store holds beside the log: manifests, pointers, the list of purged hashes."""

from collections.abc import Iterable
from typing import Any

from compiler.base.hashing import sha256
from compiler.bundle.artifacts import Side
from compiler.ports.store import ObjectStore, StoreError
from compiler.release.layout import object_hash, pointer_name
from compiler.release.manifest import Manifest, UnreadableManifestError, parse_manifest
from compiler.release.moving import Key
from compiler.release.pointer import Seen, parse_pointer
from compiler.release.record import ManifestRef, Record
from compiler.release.stored_json import parse_stored
from compiler.release.target import Target


def read_manifest(private: ObjectStore, ref: ManifestRef) -> Manifest:
    """Read a manifest. Raises UnreadableManifestError."""
    stored = private.get(ref.name)
    if stored is None:
        raise UnreadableManifestError(ref.name, f"it is not in `{private.address}`")
    return parse_manifest(ref.name, stored.data)


def see_pointer(target: Target, key: Key) -> Seen:
    """Read the pointer of one side of an area."""
    area, side = key
    stored = target.side(side).get(pointer_name(area))
    if stored is None:
        return Seen()
    pointer = parse_pointer(stored.data)
    return Seen(pointer, stored.tag)


def see_pointers(target: Target, keys: Iterable[Key]) -> dict[Key, Seen]:
    """Read several pointers."""
    return {key: see_pointer(target, key) for key in keys}


def read_listing(target: Target, record: Record, key: Key, seen: Seen) -> Manifest:
    """Return what a side of an area lists; a current pointer spares reading the manifest."""
    area, side = key
    state = record.release.areas[area]
    ref = state.side(side)
    if seen.pointer is not None and seen.release == state.since:
        listing = seen.pointer.listing()
        if listing is not None and listing.content == ref.content:
            return listing
    return read_manifest(target.private, ref)


def read_purged(private: ObjectStore, record: Record | None) -> frozenset[str]:
    """Return the hashes that were taken down."""
    return frozenset(read_purge_list(private, record))


def read_purge_list(private: ObjectStore, record: Record | None) -> dict[str, Any]:
    """Return what was taken down: SHA-256 → why, when and by which record. Raises StoreError."""
    if record is None or record.purged is None:
        return {}
    stored = private.get(record.purged)
    if stored is None:
        raise StoreError(
            f"`{private.address}` has lost its list of purged hashes, `{record.purged}`: "
            "bring it back"
        )
    if sha256(stored.data) != object_hash(record.purged):
        raise StoreError(
            f"the list of purged hashes, `{private.address}/{record.purged}`, was altered: "
            "bring it back"
        )
    try:
        return dict(parse_stored(stored.data)["hashes"])
    except (ValueError, KeyError, TypeError) as error:
        raise StoreError(f"the list of purged hashes, `{record.purged}`, cannot be read") from error


def both_sides(areas: Iterable[str]) -> list[Key]:
    """Return both sides of each area."""
    return [(area, side) for area in areas for side in Side]
