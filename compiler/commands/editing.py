"""What all editing verbs do: read the project, plan on a draft, then write it or show it."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from compiler.adapters.build_folder import prepare_build_folder
from compiler.adapters.folder_lock import locked
from compiler.base.failure import UsageError
from compiler.base.project_file import PROJECT_FILE
from compiler.base.visible import visible
from compiler.commands.exits import FINE
from compiler.commands.opening import open_at
from compiler.commands.scoping import scope_on
from compiler.edit.draft import Draft
from compiler.edit.files import WriteError, bytes_of
from compiler.edit.journal import Journal, finish_interrupted, write_changes
from compiler.edit.reach import Reach
from compiler.edit.verbs.editor import Deed, Editor
from compiler.load.loading import load
from compiler.load.project import load_settings
from compiler.load.waivers import load_waivers
from compiler.report.console import Console
from compiler.report.diff_text import diff_text
from compiler.report.words import count
from compiler.settings import Settings
from compiler.wiring import project_folder, reach_of, work_tree

Plan = Callable[[Editor], str | None]
"""Changes the draft; returns a warning where there is one to give."""

_HOME = ".edits"
_NOTHING: Mapping[str, str] = {}


class Asked(NamedTuple):
    """What every editing verb is asked: where, in which area, whether only to show it, and how.

    ``command`` is what the user called, by which an interrupted one is known again.
    """

    project: str | None
    area: str | None
    dry_run: bool
    format: str
    command: tuple[str, ...]

    @property
    def call(self) -> tuple[str, ...]:
        """The command, and the area that it is for."""
        return self.command if self.area is None else (*self.command, "--area", self.area)


def run_edit(console: Console, asked: Asked, plan: Plan, told: Mapping[str, str] = _NOTHING) -> int:
    """Make a change of the project's files, all of it; return the exit code.

    What is ``told`` by name is printed once that is done.

    Raises UsageError for wrong usage, RefusedError where the content forbids it, WriteError.
    """
    root = project_folder(asked.project, PROJECT_FILE)
    if asked.dry_run:
        return _edit(console, root, asked, plan, None, told)
    with alone(root) as here:
        journal = finish(console, here)
        if journal is not None and journal.command == asked.call:
            return FINE
        return _edit(console, root, asked, plan, here, told)


class Here(NamedTuple):
    """What an editing command has to itself: what it may write, and a folder for its work."""

    reach: Reach
    home: Path


def finish(console: Console, here: Here) -> Journal | None:
    """Do what an interrupted command has left to do, and say so; return its journal."""
    try:
        journal = finish_interrupted(here.reach, here.home)
    except OSError as failure:
        why = (failure.strerror or str(failure)).lower()
        raise WriteError(
            f"what an interrupted command had begun cannot be finished: `{failure.filename}`:"
            f" {why}; `{here.home}/journal.json` says what is to be done"
        ) from failure
    if journal is not None:
        called = visible(" ".join(journal.command))
        console.note(
            f"finished what an interrupted `clientarea {called}` had begun: "
            f"{count(len(journal.paths), 'file')}"
        )
    return journal


@contextmanager
def alone(root: Path) -> Iterator[Here]:
    """Keep other editing commands waiting."""
    home = prepare_build_folder(root) / _HOME
    if home.is_symlink():  # what is swept there would be swept elsewhere
        raise UsageError(f"`{home}` is a link, and editing commands work there: remove it")
    home.mkdir(exist_ok=True)
    with locked(home / "lock"):
        settings, _ = load_settings(work_tree(root))
        yield Here(reach_of(root, _beside(settings)), home)


def _beside(settings: Settings | None) -> list[str]:
    """Return the patterns of files beside the content that editing commands may write."""
    if settings is None:
        return []
    code = [one for source in settings.code for one in source.files]
    return [*code, *(one.file for one in settings.types)]


def editor_on(console: Console, asked: Asked) -> Editor:
    """Return an editor with which nothing is written. Raises UsageError."""
    return _editor(console, project_folder(asked.project, PROJECT_FILE), asked)


def _editor(console: Console, root: Path, asked: Asked) -> Editor:
    snapshot = work_tree(root)
    opened = open_at(console, root, snapshot)
    scope = scope_on(opened, load(snapshot).content)
    waivers, _ = load_waivers(snapshot)
    paths = [entry.path for entry in snapshot.entries()]
    draft = Draft(lambda path: bytes_of(root / path))
    return Editor(scope, draft, paths, waivers, asked.area)


def edited(console: Console, root: Path, asked: Asked, plan: Callable[[Editor], None]) -> Editor:
    """Make a change and say nothing of it; return what was done. Raises as `run_edit`."""
    if asked.dry_run:
        return _planned(console, root, asked, plan)[0]
    with alone(root) as here:
        finish(console, here)
        return _planned(console, root, asked, plan, here)[0]


def _planned(
    console: Console, root: Path, asked: Asked, plan: Plan, here: Here | None = None
) -> tuple[Editor, str | None]:
    """Plan a change on the files as they are now, and make it where there is a place to write."""
    editor = _editor(console, root, asked)
    warning = plan(editor)
    if here is not None:
        changes = editor.draft.changes
        write_changes(here.reach, here.home, changes, editor.draft.before, asked.call)
    return editor, warning


def _edit(
    console: Console,
    root: Path,
    asked: Asked,
    plan: Plan,
    here: Here | None,
    told: Mapping[str, str],
) -> int:
    editor, warning = _planned(console, root, asked, plan, here)
    draft = editor.draft
    changes = draft.changes
    if asked.format == "json":
        console.data({**_data(editor, asked, warning), **told})
    elif asked.dry_run:
        console.result(diff_text(draft.before, changes))
    else:
        console.result("\n".join([_text(editor.done, len(changes)), *told.values()]))
    if warning is not None and asked.format != "json":
        console.note(f"note: {warning}")
    return FINE


def _text(done: list[Deed], files: int) -> str:
    lines = [
        f"{visible(one.place.path)}:{one.place.line}: {visible(one.reference)}: {one.message}"
        for one in done
    ]
    return "\n".join([*lines, f"{count(files, 'file')} changed" if files else "Nothing to change."])


def _data(editor: Editor, asked: Asked, warning: str | None) -> dict[str, object]:
    changes = editor.draft.changes
    return {
        "dry_run": asked.dry_run,
        "warning": warning,
        "entries": [
            {
                "entity": one.reference,
                "message": one.message,
                "changed": one.changed,
                "path": one.place.path,
                "line": one.place.line,
            }
            for one in editor.done
        ],
        "written": [path for path, data in changes.items() if data is not None],
        "removed": [path for path, data in changes.items() if data is None],
        "diff": diff_text(editor.draft.before, changes),
    }
