"""Rows of records written down in a test, and what an import makes of them as values."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from compiler.edit.records.exporting import FILE, content_rows, plan_rows_export
from compiler.edit.records.importing import RecordsImport, RecordsOrder, plan_rows
from compiler.edit.records.project_files import project_files
from compiler.edit.records.reading import read_records
from compiler.load.loading import load
from tests.fakes.snapshot import MemorySnapshot

Given = Mapping[str, Any]
Files = Mapping[str, str | bytes]


def row(kind: str, label: str, locale: str | None = None, **fields: Any) -> Given:
    """Return a row; `area` is that of the row, all else its fields."""
    area = fields.pop("area", None)
    named = {"kind": kind, "label": label, "locale": locale, "area": area}
    return {key: value for key, value in named.items() if value is not None} | {"fields": fields}


def brought(
    rows: Sequence[Given], files: Files | None = None, *, source: str | None = "en", **options: Any
) -> RecordsImport:
    """Return what importing rows into a project with these files would do."""
    read = read_records("r.json", json.dumps(rows).encode())
    assert (read.findings, read.remarks) == ((), ())
    return plan_rows(RecordsOrder(source, **options), read.rows, project_files(snapshot(files)))


def snapshot(files: Files | None = None) -> MemorySnapshot:
    """Return a project of these files."""
    return MemorySnapshot({"clientarea.yaml": "version: 1\n", **(files or {})})


def joined(made: RecordsImport, files: Files | None = None) -> dict[str, str | bytes]:
    """Return the files of a project after an import was written."""
    return {**(files or {}), **made.files}


def text(made: RecordsImport, path: str) -> str:
    """Return a file below content/ without the line that names its schema."""
    written = made.files[f"content/{path}"].decode()
    return "\n".join(line for line in written.split("\n") if "yaml-language-server" not in line)


def told(made: RecordsImport) -> list[str]:
    """Return what did not come in: row, message and, after an arrow, the hint."""
    return [
        f"{one.number} {one.message}" + (f" -> {one.hint}" if one.hint else "")
        for one in made.remarks
    ]


def handed_out(files: Files) -> bytes:
    """Return the records of a project of these files, which is without errors."""
    project = snapshot(files)
    loaded = load(project)
    rows = content_rows(loaded.content, project_files(project))
    return plan_rows_export(rows, project_files(project)).files[FILE]
