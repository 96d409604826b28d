"""A manifest: which object each file of one side of an area is. Manifests are private objects."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar, cast

from compiler.base.hashing import canonical_json, sha256
from compiler.bundle.artifacts import Artifacts, Side
from compiler.bundle.shapes.common import AreaLanguages
from compiler.ports.store import StoreError
from compiler.release.layout import asset_hash, object_hash, object_name
from compiler.release.record import ManifestRef
from compiler.release.shapes import ManifestObject
from compiler.release.stored_json import parse_stored

_Value = TypeVar("_Value")

Hashes = Mapping[str, str]
"""Logical name → SHA-256 of its bytes."""


class UnreadableManifestError(StoreError):
    """A manifest is not what a publisher wrote; ``name`` is the object's name."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"the manifest `{name}` cannot be used: {why}")
        self.name = name


@dataclass(frozen=True, slots=True)
class Manifest:
    """Logical name → object name, the languages a pointer tells, and the assets that are named.

    ``sizes`` has the bytes of each, by logical name and asset: of what other versions wrote, none.
    """

    files: Mapping[str, str]
    languages: Mapping[str, Any]
    assets: tuple[str, ...] = ()
    sizes: Mapping[str, int] = field(default_factory=dict)

    @property
    def hashes(self) -> dict[str, str]:
        """The SHA-256 of every file by logical name."""
        return {logical: object_hash(name) or "" for logical, name in self.files.items()}

    @property
    def content(self) -> str:
        """The hash of what is listed, the same in every generation."""
        return content_hash(self.hashes, self.languages)

    @property
    def data(self) -> bytes:
        """The manifest as canonical JSON."""
        manifest: ManifestObject = {
            "version": 1,
            "files": self.files,
            "languages": cast("AreaLanguages", self.languages),
            "assets": self.assets,
            "sizes": self.sizes,
        }
        return canonical_json(manifest)

    def ref(self, generation: int) -> ManifestRef:
        """Return how a record names this manifest when it is uploaded under ``generation``."""
        return ManifestRef(object_name(generation, sha256(self.data)), self.content)

    def with_file_of(self, other: "Manifest", logical: str) -> "Manifest":
        """Return the manifest with one file as another manifest has it, or without it."""
        return replace(
            self,
            files=_with(self.files, logical, other.files.get(logical)),
            sizes=_with(self.sizes, logical, other.sizes.get(logical)),
        )


def _with(mapping: Mapping[str, _Value], key: str, value: _Value | None) -> dict[str, _Value]:
    rest = {one: that for one, that in mapping.items() if one != key}
    return rest if value is None else {**rest, key: value}


def content_hash(hashes: Hashes, languages: Mapping[str, Any]) -> str:
    """Return the hash by which two sides of areas are known to hold the same."""
    return sha256(canonical_json({"files": hashes, "languages": languages}))


def release_id(areas: Mapping[str, Mapping[Side, Hashes]]) -> str:
    """Return the id of a release: SHA-256 of ``{area: {side: {logical name: sha256}}}``."""
    return sha256(
        canonical_json(
            {
                area: {side.value: dict(hashes) for side, hashes in sides.items()}
                for area, sides in areas.items()
            }
        )
    )


def artifacts_id(artifacts: Artifacts) -> str:
    """Return the id that a release of these artifacts has."""
    return release_id(
        {
            name: {side: bundle_hashes(artifacts, name, side) for side in Side}
            for name in artifacts.areas
        }
    )


def bundle_hashes(artifacts: Artifacts, area: str, side: Side) -> dict[str, str]:
    """Return logical name → SHA-256 of one side of an area."""
    bundles = artifacts.areas[area].side(side)
    return {logical: bundle.sha256 for logical, bundle in bundles.items()}


def named_hashes(manifests: Iterable[Manifest]) -> set[str]:
    """Return the SHA-256 of every object and asset that the manifests name."""
    return {
        found
        for manifest in manifests
        for found in (*manifest.hashes.values(), *(asset_hash(name) for name in manifest.assets))
        if found
    }


def parse_manifest(name: str, data: bytes) -> Manifest:
    """Read a manifest and hold it against its name. Raises UnreadableManifestError."""
    if sha256(data) != object_hash(name):
        raise UnreadableManifestError(name, "its bytes are not those that its name promises")
    try:
        fields = parse_stored(data)
        assets, sizes = tuple(fields["assets"]), fields.get("sizes", {})
        manifest = Manifest(fields["files"], fields["languages"], assets, sizes)
    except (ValueError, KeyError, TypeError) as error:
        raise UnreadableManifestError(name, "it is not a manifest") from error
    return manifest
