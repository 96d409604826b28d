"""A baseline: findings that are known already, so that only new ones are told."""

import json
from dataclasses import replace
from pathlib import Path

from compiler.base.failure import UsageError, WorldError
from compiler.commands.choosing import Found
from compiler.read.json_file import read_json
from compiler.report.formats.located import fingerprints

_VERSION = 1


def without_known(found: Found, path: Path, *, update: bool) -> Found:
    """Return what a baseline does not know; with ``update`` it is written first, and knows all.

    Raises UsageError where the file is no baseline, WorldError where it cannot be written.
    """
    names = fingerprints(found.findings)
    if update:
        known = [
            {"fingerprint": name, "rule": one.rule, "path": one.place.path}
            for name, one in zip(names, found.findings, strict=True)
        ]
        _write(path, {"version": _VERSION, "findings": known})
    told = _known(path)
    left = [one for name, one in zip(names, found.findings, strict=True) if name not in told]
    return replace(found, findings=left)


def _known(path: Path) -> frozenset[str]:
    try:
        read = read_json(str(path), path.read_bytes())
    except OSError as failure:
        reason = (failure.strerror or str(failure)).lower()
        hint = "`--update-baseline` writes it"
        raise UsageError(f"the baseline `{path}` cannot be read: {reason}; {hint}") from failure
    data = read.data
    if not isinstance(data, dict) or data.get("version") != _VERSION or read.findings:
        raise UsageError(f"`{path}` is no baseline of this version: `--update-baseline` writes one")
    findings = data.get("findings")
    those = findings if isinstance(findings, list) else []
    return frozenset(str(one.get("fingerprint")) for one in those if isinstance(one, dict))


def _write(path: Path, data: dict[str, object]) -> None:
    text = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as failure:
        reason = (failure.strerror or str(failure)).lower()
        raise WorldError(f"cannot write `{path}`: {reason}") from failure
