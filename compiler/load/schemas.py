"""The files of schemas/, which editors complete with; whether a project's are this tool's."""

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from compiler.base.finding import Finding
from compiler.base.place import Place
from compiler.load.rules_files import OUTDATED_SCHEMA
from compiler.model.schema import json_schema, schemas
from compiler.ports.file_state import FileState
from compiler.ports.snapshot import Snapshot, UnreadableError
from compiler.settings import Settings

SCHEMAS = "schemas"


@cache
def schema_files() -> Mapping[str, bytes]:
    """Return every file of schemas/ by name, as it is written."""
    all_schemas = {"clientarea.json": json_schema(Settings, "clientarea.yaml"), **schemas()}
    return {
        name: (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode()
        for name, schema in sorted(all_schemas.items())
    }


def outdated(snapshot: Snapshot, paths: Iterable[str]) -> Iterator[Finding]:
    """Say, once, that a project has schemas and that they are not those of this tool."""
    present = {path for path in paths if path.startswith(f"{SCHEMAS}/")}
    if not present:
        return
    wanted = {f"{SCHEMAS}/{name}": data for name, data in schema_files().items()}
    states = {entry.path: entry.state for entry in snapshot.entries() if entry.path in present}
    differing = [
        path
        for path, data in wanted.items()
        if path not in present
        or (states[path] is FileState.READABLE and _normal(snapshot, path) != data)
    ]
    if differing:
        first = next((path for path in differing if path in present), differing[0])
        yield OUTDATED_SCHEMA.at(
            Place(first),
            f"{len(differing)} of {len(wanted)} schemas are not those of this version of the tool",
            hint="run `clientarea schema`",
        )


def _normal(snapshot: Snapshot, path: str) -> bytes | None:
    try:
        return snapshot.read(path).replace(b"\r\n", b"\n")
    except UnreadableError:
        return None
