"""What a store holds, and what of it is needed: the names that releases and pointers speak of."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from compiler.bundle.artifacts import Side
from compiler.ports.store import ObjectStore, StoreError
from compiler.release.layout import (
    ASSETS,
    HINT,
    LIVE,
    OBJECTS,
    asset_hash,
    generation_of,
    object_hash,
    record_name,
)
from compiler.release.manifest import Manifest, UnreadableManifestError, parse_manifest
from compiler.release.moving import Key
from compiler.release.pointer import parse_pointer
from compiler.release.record import Record, Release
from compiler.release.record_json import UnreadableRecordError, parse_record
from compiler.release.target import Target

Names = Mapping[Side, frozenset[str]]
"""Names of objects, by side."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A side of an area of a release, and what it lists."""

    key: Key
    manifest: Manifest


def read_records(private: ObjectStore, numbers: Iterable[int]) -> list[Record]:
    """Read many records. Raises UnreadableRecordError where one is missing or not a record."""
    by_name = {record_name(number): number for number in numbers}
    found = []
    for name, stored in private.get_all(by_name):
        if stored is None:
            raise UnreadableRecordError(name, "it is not there")
        found.append(parse_record(by_name[name], stored.data))
    return found


def read_listings(target: Target, releases: Iterable[Release]) -> list[Listing]:
    """Read every manifest of some releases, each once. Raises UnreadableManifestError."""
    keys: dict[str, list[Key]] = {}
    for release in releases:
        for area, state in release.areas.items():
            for side in Side:
                of_name = keys.setdefault(state.side(side).name, [])
                if (area, side) not in of_name:
                    of_name.append((area, side))
    found = []
    for name, stored in target.private.get_all(keys):
        if stored is None:
            raise UnreadableManifestError(name, f"it is not in `{target.private.address}`")
        manifest = parse_manifest(name, stored.data)
        found += [Listing(key, manifest) for key in keys[name]]
    return found


def needed_names(
    target: Target, head: Record, releases: Iterable[Release], listings: Iterable[Listing]
) -> Names:
    """Return the objects that must stay: of releases, of pointers, the list of purged hashes."""
    needed = {side: set(_shown(target.side(side))) for side in Side}
    for release in releases:
        for state in release.areas.values():
            needed[Side.PRIVATE].update(state.side(side).name for side in Side)
    for listing in listings:
        needed[listing.key[1]].update(listing.manifest.files.values())
    if head.purged is not None:
        needed[Side.PRIVATE].add(head.purged)
    return {side: frozenset(names) for side, names in needed.items()}


def older_names(target: Target, generation: int) -> Names:
    """Return the objects of all generations before one."""
    return {
        side: frozenset(
            name
            for name in target.side(side).names(OBJECTS)
            if (found := generation_of(name)) is not None and found < generation
        )
        for side in Side
    }


def names_of_hashes(target: Target, hashes: Iterable[str]) -> Names:
    """Return every object and asset, of any generation and name, that has one of these hashes."""
    wanted = frozenset(hashes)
    return having(stored_names(target), wanted) if wanted else {side: frozenset() for side in Side}


def stored_names(target: Target) -> Names:
    """Return the names of all objects and assets that are there."""
    return {
        side: frozenset(
            name for folder in (OBJECTS, ASSETS) for name in target.side(side).names(folder)
        )
        for side in Side
    }


def having(stored: Names, hashes: AbstractSet[str]) -> Names:
    """Return those of the names that have one of these hashes."""
    return {
        side: frozenset(name for name in names if (object_hash(name) or asset_hash(name)) in hashes)
        for side, names in stored.items()
    }


def namesakes(stored: Names, doomed: Names) -> tuple[str, ...]:
    """Return the assets that stay and are called as one that goes, whatever their suffix."""
    assets = {name for names in stored.values() for name in names if asset_hash(name)}
    going = {name for names in doomed.values() for name in names}
    stems = {_stem(name) for name in going & assets}
    return tuple(sorted(name for name in assets - going if _stem(name) in stems))


def _stem(name: str) -> str:
    file = name.rpartition("/")[2]
    return file.rpartition(".")[0] or file


def _shown(store: ObjectStore) -> Iterable[str]:
    """Yield what the pointers of a side name. Raises StoreError for one that cannot be read."""
    names = [name for name in store.names(LIVE) if name != HINT]
    for name, stored in store.get_all(names):
        pointer = None if stored is None else parse_pointer(stored.data)
        if pointer is None:
            raise StoreError(f"the pointer `{store.address}/{name}` cannot be read")
        yield from (pointer.files or {}).values()
