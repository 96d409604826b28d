"""The file that is an entity's own, as data and written from data: YAML, JSON, or a text."""

import json
from collections.abc import Mapping
from typing import Any

from compiler.base.finding import Finding, Severity
from compiler.edit.records.kinds import FileForm, RecordKind
from compiler.edit.refusal import UnwritableError
from compiler.edit.yaml.whole import whole_yaml
from compiler.read.decoding import decode
from compiler.read.json_file import read_json
from compiler.read.yaml import read_yaml


def read_whole(kind: RecordKind, path: str, data: bytes) -> dict[str, Any] | None:
    """Return what a file holds, None where it has errors."""
    held, findings = _read(kind, path, data)
    broken = any(finding.severity is Severity.ERROR for finding in findings)
    return held if isinstance(held, dict) and not broken else None


def write_whole(kind: RecordKind, path: str, whole: Mapping[str, Any]) -> bytes:
    """Return the file. Raises UnwritableError."""
    data = _written(kind, path, whole)
    held, findings = _read(kind, path, data)
    if findings or held != whole:
        raise UnwritableError(findings[0].message if findings else "it would be read otherwise")
    return data


def _read(kind: RecordKind, path: str, data: bytes) -> tuple[Any, tuple[Finding, ...]]:
    if kind.form is FileForm.TEXT:
        text, problem = decode(path, data)
        return {kind.keys[0]: text}, () if problem is None else (problem,)
    read = (read_json if kind.form is FileForm.JSON else read_yaml)(path, data)
    return {} if read.data is None else read.data, read.findings


def _written(kind: RecordKind, path: str, whole: Mapping[str, Any]) -> bytes:
    if kind.form is FileForm.TEXT:
        return str(whole[kind.keys[0]]).encode()
    if kind.form is FileForm.JSON:
        return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode()
    up = "../" * path.count("/")
    head = f"# yaml-language-server: $schema={up}schemas/{kind.schema}.json\n"
    return f"{head}{whole_yaml(whole)}".encode()
