"""Which files have no secret, kept in `build/.cache` by their bytes.

Only `check` and `build` believe it; in continuous integration only where runs share a folder.
"""

from collections.abc import Mapping
from pathlib import Path

from compiler.base.hashing import sha256
from compiler.commands.kept_head import keep_by_tool, kept_by_tool
from compiler.wiring import believes_what_is_kept

_MAGIC = b"clientarea clean 2\n"
_NAME = "clean"


class KeptClean:
    """Remembers files without secrets; ``digests`` has the SHA-256 of files by path.

    Without a ``root`` nothing is looked for, and nothing kept.
    """

    def __init__(self, root: Path | None, digests: Mapping[str, str]) -> None:
        self._root = root if believes_what_is_kept() else None
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
            keep_by_tool(self._root, _NAME, _MAGIC, {"clean": sorted(self._now)})

    def _kept(self) -> frozenset[str]:
        if self._before is None:
            kept = {} if self._root is None else kept_by_tool(self._root, _NAME, _MAGIC)
            self._before = frozenset(kept.get("clean", ()))
        return self._before
