"""Content set against that of another revision."""

from collections.abc import Sequence

from compiler.base.finding import Finding
from compiler.commands.judging import Judged, judge_loaded
from compiler.commands.opening import Project
from compiler.load.loading import Loaded, load
from compiler.review.table import history_findings
from compiler.review.versions import Versions
from compiler.settings import Gate
from compiler.wiring import history


def loaded_at(project: Project, revision: str) -> Loaded:
    """Load the content at the last commit in common with a revision. Raises HistoryError."""
    repository = history(project.root)
    return load(repository.snapshot(repository.common(revision)))


def judge_compared(project: Project, base: str, gate: Gate, more: Sequence[Finding]) -> Judged:
    """Judge the project's files, with what is taken away since a revision. Raises HistoryError."""
    before, now = loaded_at(project, base), load(project.snapshot)
    paths = frozenset(entry.path for entry in project.snapshot.entries())
    found = history_findings(Versions(before.content, now.content, paths))
    return judge_loaded(project, now, gate, (*more, *found), keep=True, compared=True)
