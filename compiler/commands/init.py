"""`init`: begin a content repository that passes `check`."""

from pathlib import Path

from compiler.base.visible import visible
from compiler.commands.exits import FINE
from compiler.edit.new_project import make_project, new_project_files
from compiler.load.merge_driver import DRIVER, TITLE
from compiler.load.schemas import SCHEMAS, schema_files
from compiler.ports.history import HistoryError
from compiler.report.console import Console
from compiler.report.words import count
from compiler.wiring import clone_of


def run(console: Console, *, project: str | None, directory: str | None) -> int:
    """Make a new project in a folder; ask nothing, overwrite nothing."""
    named = directory if directory is not None else project
    folder = Path(named) if named is not None else Path.cwd()
    schemas = {f"{SCHEMAS}/{name}": data for name, data in schema_files().items()}
    written = make_project(folder, new_project_files(schemas))
    made = [path for path in written.made if not path.startswith(f"{SCHEMAS}/")]
    console.result("\n".join([f"Made in {folder}:", *(f"  {path}" for path in made)]))
    console.result(
        f"  {SCHEMAS}/ ({count(len(schemas), 'JSON Schema')}, for completion in editors)"
    )
    _install_merge_driver(console, folder)
    where = f" --project {named}" if named is not None else ""
    console.result(f"Next: `clientarea{where} check`, then `clientarea{where} publish`")
    return FINE


def _install_merge_driver(console: Console, folder: Path) -> None:
    """Let Git merge catalogues by entry where the new project lies in a clone."""
    clone = clone_of(folder)
    if clone is None:
        return
    try:
        clone.set_merge_driver(DRIVER, TITLE)
    except HistoryError as failure:
        console.note(f"note: {visible(str(failure))}")
    else:
        console.result("Git merges catalogues by entry in this clone.")
