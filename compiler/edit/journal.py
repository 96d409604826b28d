"""Changes of several files that are made whole, at whatever moment the command is killed.

New content is written aside first, then a journal says what comes into which place, and only then
files move. Whoever finds a journal does what it says: so each file is the old or the new one at
every moment, and all of them are the new ones after the next editing command at the latest.
"""

import errno
import json
import os
import re
import secrets
import shutil
import stat
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from compiler.edit.draft import Changes
from compiler.edit.files import WriteError, bytes_of
from compiler.edit.reach import Reach

_JOURNAL = "journal.json"


class MeanwhileError(WriteError):
    """A file was changed by somebody else while the command ran; nothing was written."""


@dataclass(frozen=True, slots=True)
class Journal:
    """What is to be done: files of a folder to move, by name and path; paths to remove.

    ``command`` is what the user called.
    """

    command: tuple[str, ...]
    folder: str
    moves: tuple[tuple[str, str], ...]
    removals: tuple[str, ...]

    @property
    def paths(self) -> list[str]:
        """Return the paths that are concerned."""
        return sorted({*(path for _, path in self.moves), *self.removals})


def write_changes(
    reach: Reach,
    home: Path,
    changes: Changes,
    before: Mapping[str, bytes | None],
    command: Iterable[str] = (),
) -> None:
    """Make changes of files within reach, all of them, now or by `finish_interrupted`.

    ``home`` is a folder for what is under way. ``before`` is what the files were when they were
    read. Raises WriteError, OutsideError, and MeanwhileError where a file is not that any more.
    """
    for path in changes:
        target = reach.target(path)
        if path in before and bytes_of(target) != before[path]:
            raise MeanwhileError(f"`{path}` was changed meanwhile; nothing was written, run again")
    if not changes:
        return
    try:
        _record(home, changes, tuple(command))
        finish_interrupted(reach, home)
    except OSError as failure:
        reason = (failure.strerror or str(failure)).lower()
        words = f"cannot write `{failure.filename or home}`: {reason}"
        if _taken_back(reach, home):
            words += "; nothing was written"
        raise WriteError(words) from failure


def _taken_back(reach: Reach, home: Path) -> bool:
    """Forget what was to be done, if nothing of it is done; tell whether that is so.

    Where files have moved, the rest has to follow: the next command does that.
    """
    journal = _journal(reach, home)
    if journal is None:
        return True
    staged = [home / journal.folder / name for name, _ in journal.moves]
    if not staged or not all(path.exists() for path in staged):
        return False
    (home / _JOURNAL).unlink()
    _sweep(home)
    return True


def finish_interrupted(reach: Reach, home: Path) -> Journal | None:
    """Do what an interrupted command still had to do; return that, None where there was nothing.

    Raises OSError, WriteError and OutsideError.
    """
    journal = _journal(reach, home)
    if journal is not None:
        for name, path in journal.moves:
            staged = home / journal.folder / name
            if staged.exists():
                _move(staged, reach.target(path))
        for path in journal.removals:
            _remove(reach, path)
    _sweep(home)
    (home / _JOURNAL).unlink(missing_ok=True)
    return journal


def _record(home: Path, changes: Changes, command: tuple[str, ...]) -> None:
    """Write new content aside, and then at once what is to be done with it."""
    folder = secrets.token_hex(8)
    (home / folder).mkdir(parents=True)
    moves = []
    for number, (path, data) in enumerate(sorted(changes.items())):
        if data is not None:
            _write(home / folder / str(number), data)
            moves.append((str(number), path))
    removals = sorted(path for path, data in changes.items() if data is None)
    told = {"command": command, "folder": folder, "moves": moves, "removals": removals}
    _sync(home / folder)
    new = home / f"{folder}.json"
    _write(new, json.dumps(told).encode())
    new.replace(home / _JOURNAL)
    _sync(home)


def _journal(reach: Reach, home: Path) -> Journal | None:
    """Return what an interrupted command has left to do.

    Raises WriteError where the file is not as `_record` writes it.
    """
    path = home / _JOURNAL
    data = bytes_of(path)
    if data is None:
        return None
    try:
        told = json.loads(data)
        journal = Journal(
            tuple(map(str, told["command"])),
            str(told["folder"]),
            tuple((str(name), str(moved)) for name, moved in told["moves"]),
            tuple(map(str, told["removals"])),
        )
    except (ValueError, KeyError, TypeError) as failure:
        raise WriteError(f"`{path}` is not what an editing command writes; {_BY_HAND}") from failure
    names = (journal.folder, *(name for name, _ in journal.moves))
    if not all(map(_NAME.fullmatch, names)) or not all(map(reach.allows, journal.paths)):
        raise WriteError(f"`{path}` leads elsewhere than an editing command does; {_BY_HAND}")
    return journal


_NAME = re.compile("[0-9a-f]+")
_BY_HAND = "look what it was about to do, and remove it"


def _move(staged: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    with suppress(FileNotFoundError):
        staged.chmod(stat.S_IMODE(target.stat().st_mode))
    try:
        staged.replace(target)
    except OSError as failure:
        if failure.errno != errno.EXDEV:
            raise
        beside = target.with_name(f".{target.name}.{secrets.token_hex(4)}.new")
        shutil.copy2(staged, beside)
        _sync(beside)
        beside.replace(target)
        staged.unlink()


def _remove(reach: Reach, path: str) -> None:
    """Remove a file, and the folders that are empty without it, up to that of its kind."""
    reach.target(path)
    root = reach.root
    (root / path).unlink(missing_ok=True)
    above = path.split("/")[:-1]
    while len(above) > _KIND:
        with suppress(OSError):  # it is not empty, or gone already
            root.joinpath(*above).rmdir()
        above.pop()


_KIND = 2
"""The parts of the folder of a kind: `content/texts`."""


def _sweep(home: Path) -> None:
    """Take away what a command that was killed before it had a journal has left.

    Only what has a name that a command makes, and no link: nobody else's files are taken.
    """
    if home.is_symlink() or not home.is_dir():
        return
    for left in home.iterdir():
        if _OURS.fullmatch(left.name) is None or left.is_symlink():
            continue
        if left.is_dir():
            shutil.rmtree(left, ignore_errors=True)
        else:
            left.unlink(missing_ok=True)


_OURS = re.compile(r"[0-9a-f]{16}(\.json)?")


def _write(path: Path, data: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    with os.fdopen(handle, "wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
