"""The only place that makes adapters: a project's files and history, the stores of a target.

Adapters are imported where they are made, so that a verb pays for its own alone.
"""

from collections.abc import Callable
from pathlib import Path

from compiler.base.failure import UsageError
from compiler.ports.clock import Clock
from compiler.ports.history import History
from compiler.ports.snapshot import Snapshot
from compiler.ports.store import ObjectStore


def project_folder(given: str | None, project_file: str) -> Path:
    """Return the project's folder: the one given, or the nearest above with a project file.

    Raises UsageError where there is none.
    """
    start = Path(given) if given is not None else Path.cwd()
    if given is not None and not start.is_dir():
        raise UsageError(f"there is no folder `{given}`")
    places = [start] if given is not None else [start, *start.parents]
    for place in places:
        if (place / project_file).is_file():
            return place.resolve()
    where = f"in `{given}`" if given is not None else "here or in a folder above"
    raise UsageError(f"no `{project_file}` {where}; `clientarea init` begins a project")


def work_tree(project: Path) -> Snapshot:
    """Return the project's files as they are on the disk."""
    from compiler.adapters.git import work_tree_top
    from compiler.adapters.work_tree import WorkTree

    return WorkTree(project, work_tree_top(project))


def history(project: Path) -> History:
    """Return the Git repository around the project."""
    from compiler.adapters.git import GitRepository

    return GitRepository(project)


def system_clock() -> Clock:
    """Return the clock of this machine."""
    from compiler.adapters.clock import SystemClock

    return SystemClock()


def object_store(address: str, project: Path) -> ObjectStore:
    """Return the store behind an address of a target: ``file:FOLDER`` (relative to the project).

    Raises UsageError for an address of another kind.
    """
    scheme, _, rest = address.partition(":")
    make = _STORES.get(scheme)
    if make is None or not rest:
        known = ", ".join(f"`{name}:`" for name in _STORES)
        raise UsageError(f"`{address}` is no store this version knows; it knows {known}")
    return make(rest, project)


def _folder_store(folder: str, project: Path) -> ObjectStore:
    from compiler.adapters.folder_store import FolderStore

    return FolderStore(project / folder)


_STORES: dict[str, Callable[[str, Path], ObjectStore]] = {"file": _folder_store}
