"""Inspecting objects: each is read once, and held against the hash in its name."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from compiler.base.hashing import sha256
from compiler.bundle.artifacts import Side
from compiler.release.layout import asset_hash, object_hash
from compiler.release.manifest import Manifest, UnreadableManifestError, parse_manifest
from compiler.release.record import AreaState, ManifestRef
from compiler.release.target import Target


@dataclass(frozen=True, slots=True, order=True)
class Damage:
    """Something that is missing or not what it was: where it should stand, and what is wrong.

    ``object`` are side and name, where it is an object or asset whose name tells its bytes.
    """

    where: str
    what: str
    object: tuple[Side, str] | None = field(default=None, compare=False)


@dataclass(slots=True)
class Inspection:
    """What was read so far and what was wrong with it.

    ``purged`` hashes are not missed; ``dead`` are the addresses that had one.
    """

    target: Target
    purged: frozenset[str]
    damages: set[Damage] = field(default_factory=set)
    dead: set[str] = field(default_factory=set)
    _checked: set[tuple[Side, str]] = field(default_factory=set)
    _manifests: dict[str, Manifest | None] = field(default_factory=dict)

    @property
    def checked(self) -> int:
        """How many objects and assets were read."""
        return len(self._checked)

    def areas(self, releases: Iterable[Mapping[str, AreaState]]) -> None:
        """Inspect everything that the areas of releases name, many objects at a time."""
        refs = [
            (side, state.side(side))
            for areas in releases
            for state in areas.values()
            for side in Side
        ]
        self._read_manifests({ref.name for _, ref in refs})
        wanted: dict[Side, set[str]] = {side: set() for side in Side}
        for side, ref in refs:
            manifest = self.manifest(ref)
            if manifest is not None:
                wanted[side].update(manifest.files.values())
                wanted[Side.PUBLIC].update(manifest.assets)
        for side, names in wanted.items():
            for _ in self._inspected(side, names):
                pass

    def manifest(self, ref: ManifestRef) -> Manifest | None:
        """Return a manifest, None where it is missing or not what its name promises."""
        self._read_manifests({ref.name})
        manifest = self._manifests[ref.name]
        if manifest is not None and manifest.content != ref.content:
            self.damage(Side.PRIVATE, ref.name, "lists something else than its record says")
        return manifest

    def damage(self, side: Side, name: str, what: str) -> None:
        """Note a damage."""
        named = (side, name) if _hash(name) is not None else None
        self.damages.add(Damage(f"{self.target.side(side).address}/{name}", what, named))

    def _read_manifests(self, names: set[str]) -> None:
        new = names - self._manifests.keys()
        self._manifests.update(dict.fromkeys(new))
        for name, data in self._inspected(Side.PRIVATE, new):
            try:
                self._manifests[name] = parse_manifest(name, data)
            except UnreadableManifestError:
                self.damage(Side.PRIVATE, name, "is not a manifest")

    def _inspected(self, side: Side, names: set[str]) -> Iterator[tuple[str, bytes]]:
        """Read objects that were not read before; yield those that are what their names promise."""
        gone = {name for name in names if _hash(name) in self.purged}
        self.dead |= {f"{self.target.side(side).address}/{name}" for name in gone}
        new = sorted(name for name in names - gone if (side, name) not in self._checked)
        self._checked.update((side, name) for name in new)
        for name, stored in self.target.side(side).get_all(new):
            if stored is None:
                self.damage(side, name, "is missing")
            elif sha256(stored.data) != _hash(name):
                what = "was altered: its bytes are not those that its name promises"
                self.damage(side, name, what)
            else:
                yield name, stored.data


def _hash(name: str) -> str | None:
    return object_hash(name) or asset_hash(name)
