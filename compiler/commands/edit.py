"""`edit`: open an entry in the editor of `$VISUAL` or `$EDITOR`, at its line."""

import os
import shlex
import subprocess
from pathlib import PurePath

from compiler.base.failure import UsageError, WorldError
from compiler.base.place import Place
from compiler.base.visible import visible
from compiler.commands.exits import FINE
from compiler.commands.opening import open_project
from compiler.commands.scoping import scope_on
from compiler.load.loading import load
from compiler.query.entries import Entry
from compiler.query.showing import chosen, place_of
from compiler.report.console import Console

_DEFAULT = "vi"
_GOTO = frozenset({"code", "codium", "cursor"})
_BY_COLON = _GOTO | {"subl", "zed", "hx"}
"""Editors that take `file:line`; all others are given `+line file`."""


def run(console: Console, *, project: str | None, what: str, locale: str | None) -> int:
    """Open the file of an entry; return the exit code once the editor is closed."""
    opened = open_project(console, project)
    entries = chosen(scope_on(opened, load(opened.snapshot).content), [what])
    if len(entries) > 1:
        raise UsageError(f"`{what}` are {len(entries)} entries, and `edit` opens one")
    ((entry, *_),) = entries.values()
    place = _place(entry, locale)
    console.note(f"{visible(place.path)}:{place.line}")
    return run_editor(editor_command(), str(opened.root / place.path), place.line)


def editor_command() -> list[str]:
    """Return the command of the user's editor. Raises WorldError where it is none."""
    called = os.environ.get("VISUAL") or os.environ.get("EDITOR") or _DEFAULT
    try:
        return shlex.split(called)
    except ValueError as failure:
        raise WorldError(f"the editor `{called}` is no command: {failure}") from failure


def _place(entry: Entry, locale: str | None) -> Place:
    if locale is None:
        return entry.where()
    version = next((one for one in entry.versions if one.locale == locale), None)
    if version is None or version.own is None:
        begin = f"`clientarea clone {entry.reference} --from L --to {locale}` begins it"
        raise UsageError(f"`{entry.reference}` has nothing in `{locale}`; {begin}")
    return place_of(entry, version)


def run_editor(command: list[str], path: str, line: int) -> int:
    """Open a file at a line, until the editor is closed. Raises UsageError and WorldError."""
    if not command:
        raise UsageError("`EDITOR` names no program")
    by_colon = PurePath(command[0]).stem in _BY_COLON
    where = [f"{path}:{line}"] if by_colon else [f"+{line}", path]
    if PurePath(command[0]).stem in _GOTO:
        where = ["--goto", *where]
    try:
        code = subprocess.run([*command, *where], check=False).returncode
    except OSError as failure:
        reason = failure.strerror or str(failure)
        raise WorldError(f"cannot start the editor `{command[0]}`: {reason.lower()}") from failure
    if code:
        raise WorldError(f"the editor `{command[0]}` ended with {code}")
    return FINE
