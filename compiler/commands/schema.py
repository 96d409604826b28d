"""`schema`: write the JSON Schemas that editors complete with."""

from pathlib import Path

from compiler.base.project_file import PROJECT_FILE
from compiler.commands.exits import FINE, REFUSED
from compiler.edit.files import write_files
from compiler.load.schemas import SCHEMAS, schema_files
from compiler.report.console import Console
from compiler.wiring import project_folder


def run(console: Console, *, project: str | None, check: bool) -> int:
    """Write `schemas/`, or with ``check`` say which files are older; return the exit code."""
    root = project_folder(project, PROJECT_FILE)
    folder = root / SCHEMAS
    older = {name: data for name, data in schema_files().items() if _bytes(folder / name) != data}
    if check:
        for name in older:
            console.result(f"{SCHEMAS}/{name} is not what this version writes")
        return REFUSED if older else FINE
    write_files(root, {f"{SCHEMAS}/{name}": data for name, data in older.items()})
    console.result(f"{len(older)} written to {SCHEMAS}/" if older else "Nothing changed.")
    return FINE


def _bytes(path: Path) -> bytes | None:
    """Return a file's bytes with LF, whatever Git made of it; None where there is none."""
    return path.read_bytes().replace(b"\r\n", b"\n") if path.is_file() else None
