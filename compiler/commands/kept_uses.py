"""What was read of each file of code, kept in `build/.cache` by the bytes of the file.

So a change in one file costs the reading of one. What other files said stands beside it and is
asked again, since a constant may be another by now. Nobody in continuous integration believes it,
and nobody who publishes.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from compiler.base.hashing import canonical_json, sha256
from compiler.commands.kept_head import keep_by_tool, kept_by_tool
from compiler.wiring import people_merge_here

if TYPE_CHECKING:
    from compiler.code.imports import Imports
    from compiler.code.packing import Packed
    from compiler.code.vocabulary import Vocabulary

_MAGIC = b"clientarea uses 2\n"
_NAME = "uses"


class ReadFile(NamedTuple):
    """What was read of a file: the SHA-256 of its bytes, and its uses."""

    path: str
    digest: str
    packed: "Packed"


class KeptUses:
    """What is kept of one project. Without a ``root`` nothing is looked for, and nothing kept."""

    def __init__(self, root: Path | None) -> None:
        self._root = root if people_merge_here() else None
        kept = {} if self._root is None else kept_by_tool(self._root, _NAME, _MAGIC)
        self._before: dict[str, list[Any]] = kept.get("files", {})
        self._now: dict[str, list[Any]] = {}

    @property
    def is_empty(self) -> bool:
        """Whether nothing is kept."""
        return not self._before

    def file(self, words: str, path: str, digest: str, imports: "Imports") -> ReadFile | None:
        """Return what is kept of a file with these bytes, read for these ``words``."""
        from compiler.code.packing import imported_in

        known, values = self._before.get(f"{words} {path}", ["", []])
        if known != digest:
            return None
        if any(imports.written(path, wanted) != said for wanted, said in imported_in(values)):
            return None
        return ReadFile(path, digest, values)

    def note(self, words: str, file: ReadFile) -> None:
        """Note what a file is now."""
        self._now[f"{words} {file.path}"] = [file.digest, file.packed]

    def keep(self) -> None:
        """Keep what was noted, unless it is what is kept."""
        if self._root is not None and not self._is_same():
            keep_by_tool(self._root, _NAME, _MAGIC, {"files": self._now})

    def _is_same(self) -> bool:
        before, now = self._before, self._now
        return before.keys() == now.keys() and all(now[key][1] is before[key][1] for key in now)


def name_of(words: "Vocabulary") -> str:
    """Return a short name for the words that count, the same for the same words."""
    hooks = {name: list(hook) for name, hook in words.hooks.items()}
    components = {name: list(keys) for name, keys in words.components.items()}
    return sha256(canonical_json([sorted(words.functions), hooks, components]))
