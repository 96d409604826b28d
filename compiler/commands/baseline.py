"""A baseline: findings that are known already, so that only new ones are told."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from compiler.base.failure import UsageError, WorldError
from compiler.base.finding import Finding
from compiler.commands.choosing import Filter, Found
from compiler.commands.output import write_output
from compiler.read.json_file import read_json
from compiler.report.formats.located import fingerprints

_VERSION = 1


def without_known(found: Found, path: Path, *, update: bool) -> Found:
    """Return what a baseline does not know; with ``update`` it is written first, and knows all.

    Raises UsageError where the file is no baseline, WorldError where it cannot be written.
    """
    if update:
        names = fingerprints(found.findings)
        known = [
            {"fingerprint": name, "rule": one.rule, "path": one.place.path}
            for name, one in zip(names, found.findings, strict=True)
        ]
        _write(path, {"version": _VERSION, "findings": known})
    return replace(found, findings=unknown_to(path)(found.findings))


def unknown_to(path: Path) -> Filter:
    """Return what leaves out the findings that a baseline knows.

    Raises UsageError where the file is no baseline.
    """
    known = _known(path)

    def unknown(findings: Sequence[Finding]) -> list[Finding]:
        named = zip(fingerprints(findings), findings, strict=True)
        return [one for name, one in named if name not in known]

    return unknown


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
    names = [_fingerprint(one) for one in _listed(data)]
    known = frozenset(name for name in names if name is not None)
    if not isinstance(data.get("findings"), list) or None in names:
        message = "does not list findings as a baseline does: `--update-baseline` writes it anew"
        raise UsageError(f"`{path}` {message}")
    return known


def _listed(data: dict[str, Any]) -> list[Any]:
    findings = data.get("findings")
    return findings if isinstance(findings, list) else []


def _fingerprint(one: Any) -> str | None:  # noqa: ANN401 - any JSON value
    name = one.get("fingerprint") if isinstance(one, dict) else None
    return name if isinstance(name, str) else None


def _write(path: Path, data: dict[str, object]) -> None:
    text = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
    try:
        write_output(str(path), text)
    except OSError as failure:
        reason = (failure.strerror or str(failure)).lower()
        raise WorldError(f"cannot write `{path}`: {reason}") from failure
