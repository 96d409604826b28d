"""Content set against that of another revision."""

from collections.abc import Sequence
from dataclasses import dataclass

import orjson

from compiler.base.finding import Finding
from compiler.bundle.compiling import compile_content
from compiler.commands.judging import Judged, judge_loaded
from compiler.commands.opening import Project
from compiler.load.loading import Loaded, load
from compiler.load.project import load_settings
from compiler.model.content import Content
from compiler.review.table import history_findings
from compiler.review.versions import Versions
from compiler.review.visible import Bundles
from compiler.settings import Gate, Settings
from compiler.wiring import history


def loaded_at(project: Project, revision: str) -> Loaded:
    """Load the content at the last commit in common with a revision. Raises HistoryError."""
    repository = history(project.root)
    return load(repository.snapshot(repository.common(revision)))


@dataclass(frozen=True, slots=True)
class Compared:
    """Two versions, and what visitors of every area read in each."""

    versions: Versions
    before: Bundles
    now: Bundles


def compared(project: Project, base: str, head: str | None) -> Compared:
    """Load and compile two versions; without ``head`` the second is the work tree.

    Raises HistoryError.
    """
    repository = history(project.root)
    old = repository.snapshot(base)
    new = project.snapshot if head is None else repository.snapshot(head)
    before, now = load(old).content, load(new).content
    paths = frozenset(entry.path for entry in new.entries())
    return Compared(
        Versions(before, now, paths),
        _bundles(before, load_settings(old)[0] or project.settings),
        _bundles(now, load_settings(new)[0] or project.settings),
    )


def _bundles(content: Content, settings: Settings) -> Bundles:
    artifacts = compile_content(content, settings)
    return {
        area: {name: orjson.loads(one.data) for name, one in made.public.items()}
        for area, made in artifacts.areas.items()
    }


def judge_compared(project: Project, base: str, gate: Gate, more: Sequence[Finding]) -> Judged:
    """Judge the project's files, with what is taken away since a revision. Raises HistoryError."""
    before, now = loaded_at(project, base), load(project.snapshot)
    paths = frozenset(entry.path for entry in project.snapshot.entries())
    found = history_findings(Versions(before.content, now.content, paths))
    return judge_loaded(project, now, gate, (*more, *found), keep=True, compared=True)
