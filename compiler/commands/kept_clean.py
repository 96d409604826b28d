"""Which files have no secret, kept in `build/.cache` by their bytes.

Only `check` and `build` believe it; in continuous integration nobody does.
"""

from collections.abc import Mapping
from pathlib import Path

from compiler.adapters.build_cache import read_cache, write_cache
from compiler.adapters.tool_state import tool_state
from compiler.base.hashing import sha256
from compiler.base.sealed import opened, sealed
from compiler.wiring import people_merge_here

_MAGIC = b"clientarea clean 1\n"
_NAME = "clean"


class KeptClean:
    """Remembers files without secrets; ``digests`` has the SHA-256 of files by path.

    Without a ``root`` nothing is looked for, and nothing kept.
    """

    def __init__(self, root: Path | None, digests: Mapping[str, str]) -> None:
        self._root = root if people_merge_here() else None
        self._digests = digests
        self._before: frozenset[str] | None = None
        self._now: set[str] = set()

    def has(self, path: str) -> bool:
        """Tell whether a file is known to have no secret."""
        digest = self._digests.get(path)
        if digest is None or digest not in self._kept():
            return False
        self._now.add(digest)
        return True

    def add(self, path: str, data: bytes) -> None:
        """Take note that a file with these bytes has none."""
        digest = self._digests.get(path)
        if self._root is not None and digest == sha256(data):
            self._now.add(digest)

    def keep(self) -> None:
        """Keep what was found, if that is not what is kept."""
        if self._root is not None and self._now != self._kept():
            head = {"tool": tool_state(), "clean": sorted(self._now)}
            write_cache(self._root, _NAME, sealed(_MAGIC, head))

    def _kept(self) -> frozenset[str]:
        if self._before is None:
            self._before = frozenset() if self._root is None else _read(self._root)
        return self._before


def _read(root: Path) -> frozenset[str]:
    data = read_cache(root, _NAME)
    head, _ = (None if data is None else opened(_MAGIC, data)) or ({}, 0)
    return frozenset(head["clean"]) if head.get("tool") == tool_state() else frozenset()
