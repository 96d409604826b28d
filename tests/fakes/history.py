"""Version control without Git: commits and their parents, written down in the test."""

from collections.abc import Iterable, Mapping, Sequence

from compiler.ports.history import Descent, HistoryError, Revision
from compiler.ports.snapshot import EarlierSnapshot


class MemoryHistory:
    """Commits with their parents; the last one named is checked out. No commits: no Git."""

    def __init__(
        self,
        parents: Mapping[str, Iterable[str]] | None = None,
        *,
        dirty: bool = False,
        snapshots: Mapping[str, EarlierSnapshot] | None = None,
    ) -> None:
        self._parents = {commit: tuple(before) for commit, before in (parents or {}).items()}
        self._dirty = dirty
        self._snapshots = dict(snapshots or {})

    def revision(self) -> Revision:
        return Revision(next(reversed(self._parents), None), dirty=self._dirty)

    def descent(self, commit: str, ancestor: str) -> Descent:
        if commit not in self._parents or ancestor not in self._parents:
            return Descent.UNKNOWN
        line, seen = [commit], set()
        while line:
            one = line.pop()
            if one == ancestor:
                return Descent.SAME_OR_LATER
            if one not in seen:
                seen.add(one)
                line += self._parents.get(one, ())
        return Descent.NOT_LATER

    def common(self, revision: str) -> str:
        return revision

    def is_whole(self) -> bool:
        return True

    def changed_lines(self, revision: str) -> Mapping[str, frozenset[int]]:
        self.snapshot(revision)
        return {}

    def commits_of(self, paths: Sequence[str]) -> Sequence[str]:
        return [*reversed(self._parents)] if paths else []

    def authors(self, commits: Sequence[str]) -> Mapping[str, str]:
        return {commit: "Ada" for commit in commits if commit in self._parents}

    def snapshot(self, revision: str) -> EarlierSnapshot:
        if revision not in self._snapshots:
            raise HistoryError(f"there is no revision `{revision}`")
        return self._snapshots[revision]


def line_of(*commits: str) -> MemoryHistory:
    """Return a history in which each commit comes after the one before it."""
    return MemoryHistory(
        {commit: commits[at - 1 : at] if at else () for at, commit in enumerate(commits)}
    )
