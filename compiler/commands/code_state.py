"""What all files of code are, as one hash: by their bytes, whatever their status says."""

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from compiler.adapters.work_tree import WorkTree
from compiler.base.hashing import canonical_json, sha256
from compiler.commands.source_files import source_of
from compiler.wiring import code_paths

if TYPE_CHECKING:
    from compiler.code.code_read import CodeRead

Patterns = Sequence[Sequence[str]]
"""The patterns of each entry of the setting `code`."""


class CodeState(NamedTuple):
    """The patterns of code that an answer depends on, and a hash of the files that they match.

    In the hash are the aliases, too, by which those import each other.
    """

    patterns: Patterns = ()
    digest: str = ""

    def is_of(self, root: Path, tree: WorkTree) -> bool:
        """Tell whether the files are still the same. Raises HistoryError as `code_paths`."""
        return not self.patterns or self.digest == _state_now(root, tree, self.patterns)


NO_CODE = CodeState()
"""Of what depends on no code."""


def state_of(code: "CodeRead") -> CodeState:
    """Return what code was when it was read."""
    patterns = [list(one.patterns) for one in code.sources]
    read = [
        (one.aliases, [*((file.path, file.digest) for file in one.files), *one.unread])
        for one in code.sources
    ]
    return CodeState(patterns, _digest(patterns, read))


def _state_now(root: Path, tree: WorkTree, code: Patterns) -> str:
    from compiler.code.dialects import SUFFIXES
    from compiler.code.path_aliases import PathAliases

    known: dict[str, str | None] = {}
    found: list[tuple[str, Sequence[tuple[str, str]]]] = []
    aliases = PathAliases(partial(source_of, tree))
    for patterns in code:
        matched = code_paths(root, patterns, SUFFIXES)
        paths = matched.paths
        for path in paths:
            if path not in known:
                data = source_of(tree, path)
                known[path] = None if data is None else sha256(data)
        files = [(path, digest) for path in paths if (digest := known[path]) is not None]
        found.append((aliases.hash_of(paths), [*files, *matched.not_read(dict(files))]))
    return _digest(code, found)


def _digest(patterns: Patterns, code: Iterable[tuple[str, Sequence[tuple[str, str]]]]) -> str:
    told = [[aliases, list(map(list, files))] for aliases, files in code]
    return sha256(canonical_json([list(map(list, patterns)), told]))
