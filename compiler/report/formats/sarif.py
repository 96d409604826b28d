"""Findings as SARIF 2.1.0, which code scanning of hosts reads. Source: OASIS, SARIF 2.1.0."""

import json
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from compiler import __version__
from compiler.base.finding import Finding, Severity
from compiler.base.place import Place
from compiler.base.rule import Rule
from compiler.base.visible import visible
from compiler.report.formats.located import Surroundings, fingerprints

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_NAME = "clientarea/v1"


def sarif_log(findings: Sequence[Finding], around: Surroundings, rules: Mapping[str, Rule]) -> str:
    """Return the log: one run, with every rule that found something, and its page as help."""
    used = sorted({one.rule for one in findings})
    index = {rule: number for number, rule in enumerate(used)}
    names = fingerprints(findings)
    run = {
        "tool": {
            "driver": {
                "name": "clientarea",
                "semanticVersion": __version__,
                "rules": [_rule(rule, rules.get(rule)) for rule in used],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(one, around, index[one.rule], name)
            for one, name in zip(findings, names, strict=True)
        ],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _rule(rule_id: str, rule: Rule | None) -> dict[str, Any]:
    if rule is None:
        return {"id": rule_id}
    return {
        "id": rule_id,
        "shortDescription": {"text": rule.summary},
        "help": {"text": rule.doc, "markdown": rule.doc},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(finding: Finding, around: Surroundings, index: int, name: str) -> dict[str, Any]:
    words = [finding.message]
    if finding.hint:
        words += finding.hint.split("\n")
    notes = [
        {
            "message": {"text": _literal(note.message)},
            **_location(note.place, around),
        }
        for note in finding.notes
    ]
    return {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": "\n".join(map(_literal, words))},
        "locations": [_location(finding.place, around)],
        "partialFingerprints": {_NAME: name},
        **({"relatedLocations": notes} if notes else {}),
    }


def _literal(text: str) -> str:
    """Return a text of which no part is a link: brackets would make one."""
    escaped = visible(text).replace("\\", "\\\\")
    return escaped.replace("[", "\\[").replace("]", "\\]")


def _location(place: Place, around: Surroundings) -> dict[str, Any]:
    path = around.path_of(place)
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": _uri(path), "uriBaseId": "%SRCROOT%"},
            "region": {
                "startLine": place.line,
                "startColumn": place.column,
                "endColumn": place.column + place.length,
            },
        }
    }


def _uri(path: str) -> str:
    """Return a path as a URI reference (RFC 3986)."""
    return quote(path, errors="surrogateescape")
