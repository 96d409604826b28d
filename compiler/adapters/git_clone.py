"""The configuration of the clone around a project: how Git merges and shows.

Git is started only where files do not tell, and what starts it is imported only then: `check` asks
every time.
"""

import os
import re
import stat
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from compiler.adapters.git_folder import git_folder_of
from compiler.ports.clone import AttributesFile

_ATTRIBUTES = ".gitattributes"
_LARGEST = 1024 * 1024  # bytes of a file of Git's that is still read
_UNSET = 1  # what `git config --get` exits with


class GitClone:
    """The work tree with its top at ``top``, around the folder of a project."""

    def __init__(self, project: Path, top: Path) -> None:
        self._project = project
        self._top = top

    def attributes(self) -> Sequence[AttributesFile]:
        """Return the `.gitattributes` of the project and of the work tree's top, as they exist."""
        return tuple(self._attributes())

    def has_merge_driver(self, name: str) -> bool:
        """Tell whether Git knows a merge driver here; where Git cannot say, it is not missed.

        The clone's own configuration is read first: starting Git costs more than all of `check`
        may cost for it.
        """
        own = _text(git_folder_of(self._top) / "config") or ""
        section = rf'^\s*\[\s*merge\s+"{re.escape(name)}"\s*\][^\[]*^\s*driver\s*='
        if re.search(section, own, re.MULTILINE):
            return True
        from compiler.adapters.git_process import ask
        from compiler.ports.history import HistoryError

        try:
            answer = ask(self._project, "config", "--get", f"merge.{name}.driver")
        except HistoryError:
            return True
        return answer.code != _UNSET

    def set_merge_driver(self, name: str, title: str) -> None:
        """Write this program to the clone's own configuration as a merge driver.

        Raises HistoryError.
        """
        from compiler.adapters.git_process import demand

        # Git merges several common ancestors first. Its conflicts there would hide the entries, so
        # it is to take their own ancestor instead.
        settings = {"name": title, "driver": _command(), "recursive": "binary"}
        for key, value in settings.items():
            demand(self._project, "config", "--local", f"merge.{name}.{key}", value)

    def set_diff_driver(self, name: str) -> None:
        """Let Git show catalogues by this program in its diffs here. Raises HistoryError."""
        from compiler.adapters.git_process import demand

        demand(self._project, "config", "--local", f"diff.{name}.textconv", _text_command())

    def _attributes(self) -> Iterator[AttributesFile]:
        for folder in dict.fromkeys((self._project, self._top)):
            text = _text(folder / _ATTRIBUTES)
            if text is not None:
                path = os.path.relpath(folder / _ATTRIBUTES, self._project)
                yield AttributesFile(Path(path).as_posix(), text)


def _command() -> str:
    """Return the shell command of the driver.

    This very Python, wherever it is installed, with nothing importable from the folder it runs in;
    should it be gone one day, Git's own way of merging.
    """
    program = _quoted_program().replace("%", "%%")
    ours = f"{program} -P -m compiler merge-po %O %A %B %L %P"
    gits = "git merge-file --marker-size=%L -L ours -L base -L theirs %A %O %B"
    return f"if test -x {program}; then {ours}; else {gits}; fi"


def _text_command() -> str:
    """Return the shell command that shows a catalogue; Git puts the file's name after it."""
    program = _quoted_program()
    ours = f'{program} -P -m compiler diff-po "$1"'
    return f'f() {{ if test -x {program}; then {ours}; else cat "$1"; fi; }}; f'


def _quoted_program() -> str:
    import shlex  # only who writes commands pays for it

    return shlex.quote(sys.executable)


def _text(path: Path) -> str | None:
    """Return the text of a file; as Git does, links are not followed and pipes not waited for."""
    try:
        about = path.lstat()
        if not stat.S_ISREG(about.st_mode) or about.st_size > _LARGEST:
            return None
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
