"""Findings in the formats of hosts: held to the format's own schema or rules."""

import argparse
import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import jsonschema
import pytest
import xmlschema

from compiler.arguments.project import check
from compiler.base.finding import Finding, Note, Severity
from compiler.base.place import Place
from compiler.base.rule import Rule
from compiler.report.formats.located import Surroundings, fingerprints
from compiler.report.formats.table import FORMATS

SCHEMAS = Path(__file__).resolve().parents[1] / "schemas"
EVIL = "a\n::error::x %0A \x1b[31m\u202e [link](https://evil.example) @team </details> <b>&"
RULES = {"stale": Rule("stale", Severity.WARNING, "It is old.\n\n**Why** Because.")}


def finding(
    line: int = 1, severity: Severity = Severity.ERROR, message: str = "wrong", path: str = "a.yaml"
) -> Finding:
    place = Place(f"content/{path}", line, 3, 5)
    notes = (Note("the source text", Place("content/b.yaml", 2)),)
    return Finding("stale", severity, message, place, "texts/a", "es", "mend\nit", notes=notes)


def written(name: str, *findings: Finding, around: Surroundings | None = None) -> str:
    return FORMATS[name](findings, around or Surroundings(), RULES)


MANY = [
    *(finding(line, Severity.ERROR) for line in range(1, 16)),
    *(finding(line, Severity.WARNING) for line in range(1, 4)),
    *(finding(line, Severity.INFO) for line in range(1, 13)),
]


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """Read workflow commands as the runner does: the command, its properties, its message.

    Source: actions/runner, `ActionCommand.TryParseV2`.
    """
    found = []
    for line in text.split("\n"):
        match = re.fullmatch(r"::(\w+)(?: (.*?))?::(.*)", line)
        assert match is not None, line
        pairs = (one.partition("=") for one in (match[2] or "").split(","))
        properties = {name: _decoded(value) for name, _, value in pairs}
        found.append((match[1], properties, _decoded(match[3])))
    return found


def _decoded(text: str) -> str:
    for code, sign in (("%3A", ":"), ("%2C", ","), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        text = text.replace(code, sign)
    return text


def test_github_shows_ten_of_a_kind_those_on_changed_lines_first() -> None:
    around = Surroundings("repo", {"content/a.yaml": frozenset({14, 15})})
    said = commands(written("github", *MANY, around=around))
    errors = [properties for command, properties, _ in said if command == "error"]
    assert [int(one["line"]) for one in errors] == [14, 15, *range(1, 9)]
    assert errors[0]["file"] == "repo/content/a.yaml"
    kinds = [command for command, *_ in said]
    assert (kinds.count("error"), kinds.count("warning"), kinds.count("notice")) == (10, 3, 10)
    assert said[-1][2] == "5 errors, 3 notices more; `clientarea check` lists them all"


def test_github_reads_nothing_of_content_as_a_command() -> None:
    text = written("github", finding(message=EVIL, path="odd,na:me.yaml"))
    ((command, properties, message),) = commands(text)
    assert command == "error"
    assert properties["file"] == "content/odd,na:me.yaml"
    assert properties["title"] == "stale"
    assert message.startswith("a\\n::error::x %0A \\u{1b}[31m\\u{202e} [link]")
    assert message.endswith("\nmend\nit")


@pytest.mark.parametrize("findings", [[], [finding()], MANY, [finding(message=EVIL)]])
def test_sarif_fits_its_schema(findings: Sequence[Finding]) -> None:
    log = json.loads(written("sarif", *findings, around=Surroundings("repo dir")))
    schema = json.loads((SCHEMAS / "sarif-2.1.0.json").read_bytes())
    jsonschema.Draft4Validator(schema).validate(log)
    assert len(log["runs"][0]["results"]) == len(findings)


def test_sarif_has_rules_with_help_and_places() -> None:
    run = json.loads(written("sarif", finding(7, message=EVIL), around=Surroundings("a b")))[
        "runs"
    ][0]
    (rule,) = run["tool"]["driver"]["rules"]
    assert (rule["shortDescription"]["text"], rule["help"]["markdown"]) == (
        "It is old.",
        RULES["stale"].doc,
    )
    (result,) = run["results"]
    location = result["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == "a%20b/content/a.yaml"
    assert location["region"] == {"startLine": 7, "startColumn": 3, "endColumn": 8}
    assert "\\[link\\](https" in result["message"]["text"]


def test_fingerprints_outlive_moved_lines_and_tell_twins_apart() -> None:
    one, other = finding(1), finding(9)
    assert fingerprints([one]) == fingerprints([other])
    assert len(set(fingerprints([one, other]))) == len((one, other))
    assert fingerprints([one]) != fingerprints([finding(message="else")])


def test_gitlab_has_what_its_report_must_have() -> None:
    around = Surroundings("repo", {"content/a.yaml": frozenset({3})})
    report: list[dict[str, Any]] = json.loads(written("gitlab", *MANY, around=around))
    assert len(report) == len(MANY)
    assert report[0]["location"] == {"path": "repo/content/a.yaml", "lines": {"begin": 3}}
    assert {one["severity"] for one in report} == {"major", "minor", "info"}
    assert len({one["fingerprint"] for one in report}) == len(report)
    assert all({"description", "check_name", "fingerprint"} <= one.keys() for one in report)


@pytest.mark.parametrize("findings", [[], [finding()], MANY, [finding(message=EVIL)]])
def test_gitlab_fits_its_schema(findings: Sequence[Finding]) -> None:
    schema = json.loads((SCHEMAS / "gitlab-codeclimate.json").read_bytes())
    report = json.loads(written("gitlab", *findings))
    assert len(report) == len(findings)
    for one in report:
        jsonschema.Draft4Validator(schema).validate(one)


def test_gitlab_names_twins_alike_whatever_has_changed() -> None:
    def names(changed: int) -> dict[int, str]:
        around = Surroundings("", {"content/a.yaml": frozenset({changed})})
        report = json.loads(written("gitlab", finding(1), finding(9), around=around))
        return {one["location"]["lines"]["begin"]: one["fingerprint"] for one in report}

    assert names(1) == names(9)


@pytest.mark.parametrize("findings", [[], [finding()], MANY, [finding(message=EVIL, path=EVIL)]])
def test_junit_fits_its_schema(findings: Sequence[Finding]) -> None:
    schema = xmlschema.XMLSchema10(SCHEMAS / "junit-10.xsd")
    schema.validate(ET.fromstring(written("junit", *findings)))


def test_check_offers_every_format() -> None:
    parser = argparse.ArgumentParser()
    check(parser)
    (option,) = [one for one in parser._actions if one.dest == "format"]
    assert option.choices == ["text", "json", *FORMATS]


def test_junit_counts_what_failed() -> None:
    root = ET.fromstring(written("junit", *MANY, finding(path="b.yaml", message=EVIL)))
    suites = {suite.get("name"): suite for suite in root}
    assert suites["content/a.yaml"].get("failures") == "15"
    assert suites["content/a.yaml"].get("tests") == str(len(MANY))
    (case,) = suites["content/b.yaml"]
    failure = case.find("failure")
    assert failure is not None
    assert (failure.text or "").startswith("content/b.yaml:1:3: a\\n::error::x")
    empty = ET.fromstring(written("junit"))
    assert [suite.get("failures") for suite in empty] == ["0"]
