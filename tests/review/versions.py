"""Two versions of a small repository, from files by path; None takes a file away."""

from collections.abc import Mapping
from pathlib import Path

from compiler.adapters.work_tree import WorkTree
from compiler.load.loading import load
from compiler.review.versions import Versions
from tests.rules.cases import repository

Files = Mapping[str, str | bytes | None]


def versions(folder: Path, before: Files, after: Files) -> Versions:
    """Return a version with some files, and one in which some of them are others."""
    old = repository(folder / "before", {path: one for path, one in before.items() if one})
    files = {**before, **after}
    new = repository(folder / "after", {path: one for path, one in files.items() if one})
    snapshots = [WorkTree(one, one) for one in (old, new)]
    ours, theirs = (load(one).content for one in snapshots)
    return Versions(ours, theirs, frozenset(entry.path for entry in snapshots[1].entries()))
