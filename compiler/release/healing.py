"""Healing: what the live release names and the store has lost is written again, to the same byte.

An object is put back under its own name only, by the hash in it: whatever others do meanwhile,
that name has never meant anything else. A manifest is made of what its pointer lists, or where that
is lost too, of the names that the objects of its own generation have.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from compiler.base.gate import Gate
from compiler.base.hashing import sha256
from compiler.bundle.artifacts import Artifacts, Held, Side
from compiler.release.inspecting import Damage
from compiler.release.layout import asset_hash, generation_of, object_hash, object_name
from compiler.release.manifest import Hashes, Manifest
from compiler.release.moving import Key
from compiler.release.offer import Compiled
from compiler.release.reading import both_sides, see_pointer
from compiler.release.record import Record
from compiler.release.steps import UploadObject
from compiler.release.target import Target


class _Source(NamedTuple):
    """Where bytes come from: what they are, how many, and how they are read."""

    what: str
    size: int
    read: Callable[[], bytes]


def healing_steps(
    target: Target, head: Record, damages: Iterable[Damage], artifacts: Artifacts
) -> tuple[UploadObject, ...]:
    """Return the uploads of what is damaged and was compiled again. Raises StoreError."""
    lost = [damage.object for damage in damages if damage.object is not None]
    names = {name for _, name in lost}
    sources = {**_compiled(artifacts), **dict(_manifests(target, head, names, artifacts))}
    return tuple(
        UploadObject(side, name, *sources[digest])
        for side, name in lost
        if (digest := object_hash(name) or asset_hash(name)) in sources
    )


def _compiled(artifacts: Artifacts) -> dict[str, _Source]:
    found = {
        asset.sha256: _Source(asset.name, asset.size, asset.read) for asset in artifacts.assets
    }
    for area, made in artifacts.areas.items():
        for side in Side:
            for logical, bundle in made.side(side).items():
                found[bundle.sha256] = _Source(f"{area}: {logical}", bundle.size, bundle.read)
    return found


def _manifests(
    target: Target, head: Record, lost: set[str], artifacts: Artifacts
) -> Iterator[tuple[str, _Source]]:
    """Yield what may be the manifests that the live release has lost, by their own hashes."""
    offer = Compiled(artifacts, Gate.DRAFT)
    for key in both_sides(head.release.areas.keys() & artifacts.areas.keys()):
        area, side = key
        name = head.release.areas[area].side(side).name
        if name not in lost:
            continue
        offered = offer.side(key)
        for files in (_pointed(target, key), _uniform(offered.hashes, name)):
            made = Manifest(files, offered.languages, offered.assets, offered.sizes).data
            yield sha256(made), _Source(f"{area}: {side} manifest", len(made), Held(made))


def _pointed(target: Target, key: Key) -> Mapping[str, str]:
    pointer = see_pointer(target, key).pointer
    return (pointer and pointer.files) or {}


def _uniform(hashes: Hashes, manifest: str) -> dict[str, str]:
    generation = generation_of(manifest) or 0
    return {logical: object_name(generation, digest) for logical, digest in hashes.items()}
