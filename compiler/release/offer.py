"""Content offered to a target, wherever it comes from: compiled here, or released elsewhere."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol

from compiler.base.gate import Gate
from compiler.bundle.artifacts import Artifacts, Asset, Bundle, Side
from compiler.release.difference import Contents
from compiler.release.manifest import Hashes, artifacts_id, bundle_hashes, content_hash
from compiler.release.moving import Key
from compiler.release.record import Origin
from compiler.release.steps import Upload, UploadAsset, UploadObject


@dataclass(frozen=True, slots=True)
class Offered:
    """One side of an area: SHA-256 by logical name, what its pointer tells of languages, assets.

    ``sizes`` as in `Manifest`.
    """

    hashes: Hashes
    languages: Mapping[str, Any]
    assets: tuple[str, ...]
    sizes: Mapping[str, int]


class Offer(Protocol):
    """What may become a release of a target. Nothing is read but what is asked for."""

    @property
    def id(self) -> str:
        """The id that a release of it has."""
        ...

    @property
    def contents(self) -> Contents:
        """The hash of each side of each area."""
        ...

    @property
    def origin(self) -> Origin | None:
        """The release it is of, where it comes from another target."""
        ...

    def gate(self, area: str) -> Gate:
        """Return the gate that an area has passed."""
        ...

    def side(self, key: Key) -> Offered:
        """Return what a side of an area holds. May raise StoreError."""
        ...

    def named(self) -> Mapping[str, str]:
        """Return what there is by SHA-256, in words. May raise StoreError."""
        ...

    def upload(self, key: Key, logical: str, name: str) -> Upload:
        """Return the step that writes a bundle under a name."""
        ...

    def asset(self, path: str) -> Upload:
        """Return the step that writes an asset."""
        ...


@dataclass(frozen=True)
class Compiled:
    """What was compiled here, and the gate it has passed."""

    artifacts: Artifacts
    passed: Gate
    origin: None = None

    @cached_property
    def id(self) -> str:
        """The id, of all files of all areas."""
        return artifacts_id(self.artifacts)

    @cached_property
    def contents(self) -> Contents:
        """The hash of each side of each area."""
        return {
            name: {
                side: content_hash(bundle_hashes(self.artifacts, name, side), area.languages)
                for side in Side
            }
            for name, area in self.artifacts.areas.items()
        }

    def gate(self, area: str) -> Gate:  # noqa: ARG002 - all areas were checked as one
        """Return the gate."""
        return self.passed

    def side(self, key: Key) -> Offered:
        """Return what a side holds; the assets are those whose hashes stand in its bundles."""
        area, side = key
        made = self.artifacts.areas[area]
        bundles = made.side(side)
        hashes = bundle_hashes(self.artifacts, area, side)
        assets = self._assets_in(bundles.values())
        sizes = {logical: bundle.size for logical, bundle in bundles.items()}
        sizes |= {path: self._assets[path].size for path in assets}
        return Offered(hashes, made.languages, assets, sizes)

    def named(self) -> Mapping[str, str]:
        """Return bundles and assets by SHA-256."""
        found = {asset.sha256: f"the file `{asset.name}`" for asset in self.artifacts.assets}
        for name, area in self.artifacts.areas.items():
            for side in Side:
                for logical, bundle in area.side(side).items():
                    found[bundle.sha256] = f"`{logical}` of the area `{name}`"
        return found

    def upload(self, key: Key, logical: str, name: str) -> Upload:
        """Return the step that writes a bundle."""
        area, side = key
        bundle = self.artifacts.areas[area].side(side)[logical]
        return UploadObject(side, name, f"{area}: {logical}", bundle.size, bundle.read)

    def asset(self, path: str) -> Upload:
        """Return the step that writes an asset."""
        return UploadAsset(self._assets[path])

    @cached_property
    def _assets(self) -> Mapping[str, Asset]:
        return {asset.path: asset for asset in self.artifacts.assets}

    @cached_property
    def _by_hash(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for asset in self.artifacts.assets:
            found.setdefault(asset.sha256, []).append(asset.path)
        return found

    def _assets_in(self, bundles: Iterable[Bundle]) -> tuple[str, ...]:
        named = {digest for bundle in bundles for digest in bundle.assets}
        return tuple(
            sorted(
                path for digest in named & self._by_hash.keys() for path in self._by_hash[digest]
            )
        )
