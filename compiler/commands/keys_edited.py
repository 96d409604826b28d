"""`keys --add`, `--remove-unused`, `--emit`: files brought in step with what code asks for."""

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from compiler.base.failure import RefusedError, UsageError
from compiler.code.code_read import CodeRead
from compiler.commands.editing import Asked, run_edit
from compiler.commands.judging_keys import whole_code
from compiler.commands.opening import Project, open_project
from compiler.edit.keys.declaring import declare_keys
from compiler.edit.keys.manifest import manifest_path, write_manifest
from compiler.edit.keys.removing import remove_unused
from compiler.edit.verbs.editor import Editor
from compiler.report.console import Console
from compiler.rules.keys.asked import Judgement
from compiler.rules.keys.judging import judge

_SHOWN = 20

Step = Callable[[Editor, Judgement], tuple[str, ...]]


class KeyEdit(NamedTuple):
    """What is to be done: one of three."""

    add: bool = False
    remove_unused: bool = False
    emit: str | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """The options as they were given."""
        emitted = () if self.emit is None else ("--emit", self.emit)
        flags = (("--add", self.add), ("--remove-unused", self.remove_unused))
        return (*(name for name, given in flags if given), *emitted)


def edit_keys(console: Console, edit: KeyEdit, asked: Asked, namespace: str | None) -> int:
    """Do it; return the exit code. Raises UsageError and RefusedError."""
    if edit.emit is not None:
        manifest_path(edit.emit)
    project = open_project(console, asked.project)
    code = whole_code(project)
    step = _step(edit, project, code, namespace)

    def plan(editor: Editor) -> str | None:
        content = editor.scope.content
        if edit.emit is not None:  # what this version uses, whatever others do
            content = replace(content, consumers=())
        left = step(editor, judge(content, code))
        more = len(left) - _SHOWN
        return "\n  ".join([*left[:_SHOWN], *([f"… and {more} more"] if more > 0 else [])]) or None

    return run_edit(console, asked, plan)


def _step(edit: KeyEdit, project: Project, code: CodeRead, namespace: str | None) -> Step:
    if edit.add:
        return lambda editor, found: declare_keys(editor, found, project.source, namespace)
    if not code.is_whole:
        raise RefusedError(
            "some code that `code` names could not be read, so nobody knows what it uses;"
            " nothing was written; `clientarea check` says which"
        )
    if edit.remove_unused:
        return lambda editor, found: remove_unused(editor, found, namespace)

    def emit(editor: Editor, found: Judgement) -> tuple[str, ...]:
        if edit.emit is None:
            raise UsageError("`--emit` takes APPLICATION/VERSION")
        write_manifest(editor, found, edit.emit, namespace)
        opens = [one for one in found.opens if one.use.is_open and one.number]
        return tuple(
            f"{one.use.place.path}:{one.use.place.line}: any string may be meant here, so all"
            f" {one.number:,} are named"
            for one in opens
        )

    return emit
