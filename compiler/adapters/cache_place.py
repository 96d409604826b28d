"""Where work is kept: for one project, or for all runs that share a folder.

Whoever names a folder in ``CLIENTAREA_CACHE`` and says ``CLIENTAREA_CACHE_WORK=1`` believes whoever
may write to it, of what was found as well as of images. Only what is known by the bytes it was made
of goes there: the status of files is that of one machine.
"""

import os
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from compiler.adapters.git_folder import work_tree_top
from compiler.adapters.own_key import own_key
from compiler.base.failure import UsageError

_FOLDER, _WORK = "CLIENTAREA_CACHE", "CLIENTAREA_CACHE_WORK"
_BY_CONTENT = ("findings-", "strings-", "texts-")
_BY_CONTENT_ALONE = frozenset({"clean", "pdfs", "prints", "rendered", "renderings", "templates"})


class Place(NamedTuple):
    """A folder, and the key by which it is known who has kept something in it."""

    folder: Path
    key: bytes
    shared: bool


def shares_work() -> bool:
    """Tell whether runs share a folder, and what they have found, too."""
    wanted = os.environ.get(_WORK, "").casefold() not in ("", "0", "false")
    return wanted and bool(os.environ.get(_FOLDER))


def refuse_wrong_folder(project: Path) -> None:
    """Raise UsageError if the environment names a folder that is of no use to a project.

    Said at once, and not only where something is to be kept there: so it is said every time.
    """
    name = os.environ.get(_FOLDER)
    if name:
        folder_named(name, _top(project))


def folder_named(name: str, top: Path) -> Path:
    """Return the folder that several clones or runs share. Raises UsageError.

    It may not lie in the work tree: a proposed change could bring results along.
    """
    folder = Path(name).expanduser()
    if not folder.is_absolute():
        raise UsageError(f"CLIENTAREA_CACHE is `{name}`; give it the whole path of a folder")
    if Path(os.path.realpath(folder)).is_relative_to(os.path.realpath(top)):
        raise UsageError(
            f"CLIENTAREA_CACHE is `{name}`, which lies in the work tree; choose a folder outside,"
            " as a branch could bring results along"
        )
    return folder


def _top(project: Path) -> Path:
    return work_tree_top(project) or project


def place_of(project: Path, name: str) -> Place | None:
    """Return where something is kept; None where it can be nowhere."""
    if shares_work() and (name in _BY_CONTENT_ALONE or name.startswith(_BY_CONTENT)):
        with suppress(UsageError):
            folder = folder_named(os.environ[_FOLDER], _top(project))
            return Place(folder / "work", b"", shared=True)
        return None
    key = own_key()
    return None if key is None else Place(project / "build" / ".cache", key, shared=False)
