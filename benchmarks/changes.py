"""Checking a repository of many files of which few have changed, against `git status`."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.timing import Command, Task, in_turn
from benchmarks.workbench import CLIENTAREA, Result, Workbench, write_file_corpus

_FILES = 15_000
_WARM, _BASE = "check, nothing changed since", "check --base, nothing changed since"
_EDITED, _BASE_EDITED = "check, after an edit", "check --base, after an edit"
_COLD, _DIFF = "check, for the first time", "diff"
_YARDSTICK, _STATUS, _BARE = "git status + python -c pass", "  git status", "  python -c pass"
_LARGEST = 3
"""How often the yardstick may be taken, where nothing has changed since the last run."""


def measure(bench: Workbench) -> Result:
    """Measure checks of a work tree in which five files differ from the commit before."""
    write_file_corpus(bench.scratch, bench.keys, _FILES)
    project = bench.scratch / "files"
    edited = _five(project)
    _commit(project)
    for path in edited:
        _edit(path)
    check, base = (CLIENTAREA, "check"), (CLIENTAREA, "check", "--base", "HEAD")
    edit = ("sh", "-c", f"echo '# again' >> '{edited[0]}'")
    tasks = {
        _COLD: Task({_COLD: check}, project, makes=("build",)),
        "edit and check": Task({"edit": edit, _EDITED: check}, project),
        _WARM: Task({_WARM: check}, project),
        "edit and check --base": Task({"edit again": edit, _BASE_EDITED: base}, project),
        _BASE: Task({_BASE: base}, project),
        _DIFF: Task({_DIFF: (CLIENTAREA, "diff", "HEAD")}, project),
        _YARDSTICK: Task(_yardstick(), project),
    }
    runs = in_turn(tasks, bench.rounds)
    chosen = (_COLD, _EDITED, _WARM, _BASE_EDITED, _BASE, _DIFF, _YARDSTICK, _STATUS, _BARE)
    ratios = {f"{name} / {_YARDSTICK}": runs[name].ratio(runs[_YARDSTICK]) for name in chosen[:6]}
    return Result(
        title=f"Changes: {_FILES:,} files, {len(edited)} of them changed",
        runs={name: runs[name] for name in chosen},
        ratios=ratios,
        remarks=(f"bound where nothing has changed since: {_LARGEST}.00x",),
    )


def _yardstick() -> dict[str, Command]:
    return {_STATUS: ("git", "status", "--short"), _BARE: (sys.executable, "-c", "pass")}


def _five(project: Path) -> list[Path]:
    """Return a file of each kind."""
    content = project / "content"
    return [next(_found(content / kind)) for kind in _KINDS]


_KINDS = ("texts", "levels", "templates", "banners", "translations")


def _found(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.suffix in {".yaml", ".po"})


def _edit(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}# edited\n", encoding="utf-8")


def _commit(project: Path) -> None:
    who = ("-c", "user.name=Acme", "-c", "user.email=acme@acme.example")
    for command in (
        ("init", "--quiet"),
        ("add", "--all"),
        (*who, "commit", "--quiet", "-m", "All"),
    ):
        subprocess.run(("git", *command), cwd=project, check=True)
