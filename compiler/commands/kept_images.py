"""What images are, kept in `build/.cache` by their bytes: to decode one takes longer than a rule.

Only `check` and `build` believe it; in continuous integration nobody does.
"""

from dataclasses import astuple
from pathlib import Path
from posixpath import splitext

from compiler.adapters.build_cache import read_cache, write_cache
from compiler.adapters.tool_state import tool_state
from compiler.base.hashing import sha256
from compiler.base.sealed import opened, sealed
from compiler.rules.measuring import Image, measured
from compiler.wiring import people_merge_here

_MAGIC = b"clientarea images 1\n"
_NAME = "images"


class KeptImages:
    """Measures images, and remembers those that it has measured the last time.

    Without a ``root`` nothing is looked for, and nothing kept.
    """

    def __init__(self, root: Path | None) -> None:
        self._root = root if people_merge_here() else None
        self._before: dict[str, list[int | str | None]] | None = None
        self._now: dict[str, tuple[int | str | None, ...]] = {}

    def measure(self, path: str, data: bytes) -> Image:
        """Return what an image is, as `measured` does."""
        if self._root is None:
            return measured(path, data)
        if self._before is None:
            self._before = self._read(self._root)
        key = f"{sha256(data)}{splitext(path)[1].lower()}"
        known = self._before.get(key)
        image = measured(path, data) if known is None else Image(*known)  # type: ignore[arg-type]
        self._now[key] = astuple(image)
        return image

    def keep(self) -> None:
        """Keep what was measured, if that is not what is kept."""
        if self._root is not None and self._now.keys() - (self._before or {}).keys():
            head = {"tool": tool_state(), "images": self._now}
            write_cache(self._root, _NAME, sealed(_MAGIC, head))

    def _read(self, root: Path) -> dict[str, list[int | str | None]]:
        data = read_cache(root, _NAME)
        head, _ = (None if data is None else opened(_MAGIC, data)) or ({}, 0)
        if head.get("tool") != tool_state():
            return {}
        images: dict[str, list[int | str | None]] = head["images"]
        return images
