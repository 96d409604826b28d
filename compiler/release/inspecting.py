"""Inspecting objects: each is read once, and held against the hash in its name."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from compiler.base.hashing import sha256
from compiler.bundle.artifacts import Side
from compiler.release.layout import asset_hash, object_hash
from compiler.release.manifest import Manifest, UnreadableManifestError, parse_manifest
from compiler.release.record import AreaState, ManifestRef
from compiler.release.target import Target


@dataclass(frozen=True, slots=True, order=True)
class Damage:
    """Something that is missing or not what it was: where it should stand, and what is wrong."""

    where: str
    what: str


@dataclass(slots=True)
class Inspection:
    """What was read so far and what was wrong with it; ``purged`` hashes are not missed."""

    target: Target
    purged: frozenset[str]
    damages: set[Damage] = field(default_factory=set)
    _checked: set[tuple[Side, str]] = field(default_factory=set)
    _manifests: dict[str, Manifest | None] = field(default_factory=dict)

    @property
    def checked(self) -> int:
        """How many objects and assets were read."""
        return len(self._checked)

    def areas(self, areas: Mapping[str, AreaState]) -> None:
        """Inspect everything that the areas of a release name."""
        for area in areas.values():
            for side in Side:
                manifest = self.manifest(area.side(side))
                if manifest is not None:
                    for name in manifest.files.values():
                        self._inspect(side, name, object_hash(name))
                    for name in manifest.assets:
                        self._inspect(Side.PUBLIC, name, asset_hash(name))

    def manifest(self, ref: ManifestRef) -> Manifest | None:
        """Return a manifest, None where it is missing or not what its name promises."""
        if ref.name not in self._manifests:
            self._manifests[ref.name] = self._read_manifest(ref)
        manifest = self._manifests[ref.name]
        if manifest is not None and manifest.content != ref.content:
            self.damage(Side.PRIVATE, ref.name, "lists something else than its record says")
        return manifest

    def damage(self, side: Side, name: str, what: str) -> None:
        """Note a damage."""
        self.damages.add(Damage(f"{self.target.side(side).address}/{name}", what))

    def _read_manifest(self, ref: ManifestRef) -> Manifest | None:
        data = self._inspect(Side.PRIVATE, ref.name, object_hash(ref.name))
        if data is None:
            return None
        try:
            return parse_manifest(ref.name, data)
        except UnreadableManifestError:
            self.damage(Side.PRIVATE, ref.name, "is not a manifest")
            return None

    def _inspect(self, side: Side, name: str, promised: str | None) -> bytes | None:
        if (side, name) in self._checked or promised in self.purged:
            return None
        self._checked.add((side, name))
        stored = self.target.side(side).get(name)
        if stored is None:
            self.damage(side, name, "is missing")
            return None
        if sha256(stored.data) != promised:
            self.damage(side, name, "was altered: its bytes are not those that its name promises")
            return None
        return stored.data
