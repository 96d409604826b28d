"""`init`: begin a content repository that passes `check`."""

import posixpath
from pathlib import Path
from shlex import quote

from compiler.base.visible import visible
from compiler.commands.exits import FINE
from compiler.edit.new_project import make_project, new_project_files
from compiler.edit.starter.table import starter_files
from compiler.load.merge_driver import DRIVER, TITLE
from compiler.load.schemas import SCHEMAS, schema_files
from compiler.ports.history import HistoryError
from compiler.report.console import Console
from compiler.report.words import count
from compiler.wiring import clone_of, top_around, way_to


def run(console: Console, *, project: str | None, directory: str | None) -> int:
    """Make a new project in a folder; ask nothing, overwrite nothing."""
    named = directory if directory is not None else project
    folder = Path(named) if named is not None else Path.cwd()
    way, top = way_to(folder), top_around(folder)
    schemas = {f"{SCHEMAS}/{name}": data for name, data in schema_files().items()}
    below = f"{way}/" if way else ""
    own = {f"{below}{path}": data for path, data in new_project_files(schemas).items()}
    begun = make_project(top, own, starter_files(way))
    shown = [path for path in begun.made if not path.startswith(f"{below}{SCHEMAS}/")]
    console.result("\n".join([f"Made in {folder}:", *(f"  {_seen(one, way)}" for one in shown)]))
    console.result(
        f"  {SCHEMAS}/ ({count(len(schemas), 'JSON Schema')}, for completion in editors)"
    )
    if begun.left:
        left = ", ".join(f"`{_seen(path, way)}`" for path in begun.left)
        console.result(f"Left as they were: {left}; in an empty folder `init` shows what it writes")
    _install_merge_driver(console, folder)
    where = f" --project {quote(named)}" if named is not None else ""
    console.result(f"Next: `clientarea{where} check`, then `clientarea{where} publish`")
    return FINE


def _seen(path: str, way: str) -> str:
    """Return a path from the top of the repository as it is seen from the project at ``way``."""
    return visible(posixpath.relpath(path, way or "."))


def _install_merge_driver(console: Console, folder: Path) -> None:
    """Let Git merge and show catalogues by entry where the new project lies in a clone."""
    clone = clone_of(folder)
    if clone is None:
        return
    try:
        clone.set_merge_driver(DRIVER, TITLE)
        clone.set_diff_driver(DRIVER)
    except HistoryError as failure:
        console.note(f"note: {visible(str(failure))}")
    else:
        console.result("Git merges catalogues by entry in this clone, and shows them so in a diff.")
