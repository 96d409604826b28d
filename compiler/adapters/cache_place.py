"""Where work is kept: for one project, or for all runs that share a folder.

Whoever names a folder in ``CLIENTAREA_CACHE`` and says ``CLIENTAREA_CACHE_WORK=1`` believes whoever
may write to it, of what was found as well as of images. Only what is known by the bytes it was made
of goes there: the status of files is that of one machine.
"""

import os
from pathlib import Path
from typing import NamedTuple

from compiler.adapters.own_key import own_key

_FOLDER, _WORK = "CLIENTAREA_CACHE", "CLIENTAREA_CACHE_WORK"
_BY_CONTENT = ("findings-", "strings-", "texts-")
_BY_CONTENT_ALONE = frozenset({"clean", "pdfs", "prints", "renderings", "templates"})


class Place(NamedTuple):
    """A folder, and the key by which it is known who has kept something in it."""

    folder: Path
    key: bytes
    shared: bool


def shares_work() -> bool:
    """Tell whether runs share a folder, and what they have found, too."""
    wanted = os.environ.get(_WORK, "").casefold() not in ("", "0", "false")
    return wanted and bool(os.environ.get(_FOLDER))


def place_of(project: Path, name: str) -> Place | None:
    """Return where something is kept; None where it can be nowhere.

    A shared folder within the project would be one that a branch could bring along.
    """
    if shares_work() and (name in _BY_CONTENT_ALONE or name.startswith(_BY_CONTENT)):
        folder = Path(os.environ[_FOLDER]).expanduser()
        real = Path(os.path.realpath(folder))
        if not folder.is_absolute() or real.is_relative_to(os.path.realpath(project)):
            return None
        return Place(folder / "work", b"", shared=True)
    key = own_key()
    return None if key is None else Place(project / "build" / ".cache", key, shared=False)
