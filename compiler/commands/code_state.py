"""What all files of code are, as one hash: by their bytes, whatever their status says."""

from collections.abc import Sequence
from pathlib import Path

from compiler.adapters.work_tree import WorkTree
from compiler.base.hashing import canonical_json, sha256
from compiler.code.dialects import SUFFIXES
from compiler.commands.source_files import source_of
from compiler.wiring import code_paths


def code_state(root: Path, tree: WorkTree, code: Sequence[Sequence[str]]) -> str:
    """Return a hash of the files that each list of patterns matches.

    Raises HistoryError where Git cannot be asked.
    """
    known: dict[str, str] = {}
    found = []
    for patterns in code:
        paths = code_paths(root, patterns, SUFFIXES)
        for path in paths:
            if path not in known:
                data = source_of(tree, path)
                known[path] = "" if data is None else sha256(data)
        found.append([[path, known[path]] for path in paths])
    return sha256(canonical_json([list(map(list, code)), found]))
