"""What was made of the files of each entity, kept in `build/.cache` until one of them changes.

To read and type ten thousand files takes longer than all that is asked of them afterwards. Only
`check` and `build` believe it, and nobody in continuous integration. It is kept as pickle, which
does what it is told: the seal of the cache shows that this user has written it on this machine.
"""

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any
from zlib import crc32

from compiler.adapters.build_cache import read_cache, write_cache
from compiler.adapters.known_files import known_digests
from compiler.adapters.tool_state import tool_state
from compiler.adapters.work_tree import WorkTree
from compiler.base.hashing import canonical_json, sha256
from compiler.base.sealed import opened, sealed
from compiler.commands.entity_format import decode_entities, encode_entities
from compiler.load.loading import Loaded, load
from compiler.load.made import Kept, MadeEntity
from compiler.model.languages import Languages
from compiler.ports.snapshot import Snapshot
from compiler.wiring import people_merge_here

_MAGIC = b"clientarea entities 2\n"
_PARTS = 16
"""How many files there are: a change writes one of them."""
_WORTH_KEEPING = 200
"""How many entities take longer to read than what is kept of them."""

_Entities = Mapping[str, MadeEntity]


def load_kept(root: Path, snapshot: Snapshot) -> Loaded:
    """Load the files of a project; of entities whose files are what they were, none is read."""
    if not isinstance(snapshot, WorkTree) or not people_merge_here():
        return load(snapshot)
    shelf = _Shelf(root, snapshot)
    loaded = load(snapshot, kept=shelf.kept)
    shelf.keep(loaded.made.entities, loaded.content.languages)
    return loaded


class _Shelf:
    """What is kept of one project: by part, entities by the path of their file."""

    def __init__(self, root: Path, tree: WorkTree) -> None:
        self._root = root
        self._tree = tree
        self._parts: list[dict[str, MadeEntity]] = []

    def kept(self, languages: Languages) -> Kept:
        """Return what is kept that was made where there were the same languages."""
        key = _key(languages)
        self._parts = [self._read(part, key) for part in range(_PARTS)]
        entities = {path: one for part in self._parts for path, one in part.items()}
        return Kept(known_digests(self._root, self._tree) if entities else {}, entities)

    def keep(self, entities: _Entities, languages: Languages) -> None:
        """Keep what was made, where it is much; parts that are kept already are left alone."""
        if len(entities) < _WORTH_KEEPING:
            return
        key = _key(languages)
        parts: list[dict[str, MadeEntity]] = [{} for _ in range(_PARTS)]
        for path, one in entities.items():
            parts[crc32(path.encode("utf-8", "surrogatepass")) % _PARTS][path] = one
        for number, part in enumerate(parts):
            if not _are_same(part, self._parts[number]):
                head = {"key": key}
                write_cache(
                    self._root, _name(number), sealed(_MAGIC, head, [encode_entities(part)])
                )

    def _read(self, part: int, key: str) -> dict[str, MadeEntity]:
        data = read_cache(self._root, _name(part))
        head, begin = (None if data is None else opened(_MAGIC, data)) or ({}, 0)
        if data is None or head.get("key") != key:
            return {}
        return decode_entities(memoryview(data)[begin:])


def _are_same(one: _Entities, other: _Entities) -> bool:
    return one.keys() == other.keys() and all(made is other[path] for path, made in one.items())


def _name(part: int) -> str:
    return f"entities-{part:02}"


def _key(languages: Languages) -> str:
    said: dict[str, Any] = asdict(languages)
    del said["places"]
    return sha256(canonical_json([tool_state(), said]))
