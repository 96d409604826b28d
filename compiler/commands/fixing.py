"""`check --fix`: check, mend, check again, until nothing is left that mends itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from compiler.base.finding import Finding
from compiler.base.gate import Gate
from compiler.base.project_file import PROJECT_FILE
from compiler.commands.choosing import Filter, Found, Wish, about_clone, chooser
from compiler.commands.code_reading import read_code
from compiler.commands.editing import alone, finish
from compiler.commands.judging import Judged, judge_loaded
from compiler.commands.key_findings import about_keys
from compiler.commands.opening import Project, open_at
from compiler.edit.draft import Draft
from compiler.edit.files import bytes_of
from compiler.edit.fixes.applying import apply_fixes
from compiler.edit.fixes.snapshot import DraftedSnapshot
from compiler.edit.journal import write_changes
from compiler.load.loading import load
from compiler.report.console import Console
from compiler.report.diff_text import diff_text
from compiler.wiring import project_folder, work_tree

_ROUNDS = 10
"""Mending one fault may show another; nothing here needs more than three."""


@dataclass(frozen=True, slots=True)
class _Mended:
    """What was mended, as it stood before; the project and its verdict as they are then.

    ``draft`` has the files, not written yet. Not ``settled`` is what goes on for too many rounds.
    """

    findings: tuple[Finding, ...]
    project: Project
    judged: Judged
    left: Sequence[Finding]
    draft: Draft
    settled: bool


def fixed(
    console: Console, project: str | None, wish: Wish, told: Filter, *, dry_run: bool
) -> Found:
    """Mend what can be mended of what is asked for, and write it unless it is only to be shown.

    Of the findings asked for those are mended that ``told`` leaves.
    """
    root = project_folder(project, PROJECT_FILE)
    if dry_run:
        mended = _mend(console, root, wish, told)
    else:
        with alone(root) as here:
            finish(console, here)
            mended = _mend(console, root, wish, told)
            command = ("check", "--fix", *wish.paths)
            draft = mended.draft
            write_changes(here.reach, here.home, draft.changes, draft.before, command)
    changes = mended.draft.changes
    diff = diff_text(mended.draft.before, changes) if dry_run else None
    return Found(
        mended.project.root,
        mended.project.source,
        mended.judged.outcome,
        mended.left,
        mended.findings,
        len(changes),
        diff,
        settled=mended.settled,
    )


def _judged(project: Project, gate: Gate, more: tuple[Finding, ...], *, keep: bool) -> Judged:
    loaded = load(project.snapshot)
    keys = about_keys(project, loaded.content, lambda: read_code(project, keep=keep), more)
    found = (*more, *keys.findings)
    return judge_loaded(project, loaded, gate, found, keep=keep, asked=keys.rules)


def _mend(console: Console, root: Path, wish: Wish, told: Filter) -> _Mended:
    now = project = open_at(console, root, work_tree(root), wish.today)
    gate, chosen, more = project.gate(wish.gate), chooser(root, wish), about_clone(root)
    draft = Draft(lambda path: bytes_of(root / path))
    paths = [entry.path for entry in project.snapshot.entries()]
    mended: list[Finding] = []
    rounds = 0
    while True:
        judged = _judged(now, gate, more, keep=now is project)
        left = chosen(judged.outcome)
        mendable = told(left)
        fixes = [fix for one in mendable for fix in one.fixes]
        made = apply_fixes(draft, paths, fixes if rounds < _ROUNDS else ())
        if not made:
            settled = rounds < _ROUNDS or not fixes
            return _Mended(tuple(mended), now, judged, left, draft, settled)
        mended += [one for one in mendable if not made.isdisjoint(one.fixes)]
        now = open_at(console, root, DraftedSnapshot(project.snapshot, draft), project.today)
        rounds += 1
