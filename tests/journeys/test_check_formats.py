"""`check --format` for hosts and `--baseline`, through the command line."""

import json
import re
from pathlib import Path

import pytest

from tests.harness import SMALL_PROJECT, Project

ES = "content/translations/portal/es.po"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project in a folder of a repository, with an old fault and a new one."""
    (tmp_path / "site").mkdir()
    Project(tmp_path).files({"README.md": "x\n"}).commit()
    old = SMALL_PROJECT[ES].replace('"Hola"', '"Hola  x"')
    here = Project(tmp_path / "site").files({**SMALL_PROJECT, ES: old})
    Project(tmp_path).commit("Begin").git("branch", "-M", "main")
    return here.edit(ES, '"Adiós"', '"Adiós  y"')


def test_annotations_have_paths_of_the_repository_and_changed_lines_first(project: Project) -> None:
    project.run("check", "--base", "main", "--format", "github").exits(0)
    first, second = project.out.splitlines()
    assert first.startswith(f"::warning file=site/{ES},line=12,")
    assert second.startswith(f"::warning file=site/{ES},line=8,")


@pytest.mark.parametrize("name", ["sarif", "gitlab"])
def test_formats_are_json(project: Project, name: str) -> None:
    project.run("check", "--format", name, "--output", "out.json").exits(0)
    assert ES in json.dumps(project.json("out.json"))


def test_with_a_baseline_only_new_findings_are_told(project: Project) -> None:
    project.git("stash")
    known = ("check", "--strict", "--baseline", "known.json")
    project.run(*known).exits(2).says("`--update-baseline` writes it")
    project.run("check", "--strict").exits(1)
    project.run(*known, "--update-baseline").exits(0).says("No findings")
    assert re.search(r"^known\.json: [0-9]+ findings? written", project.err, re.MULTILINE)
    project.git("stash", "pop")
    project.edit(ES, 'msgid ""\nmsgstr ""\n', 'msgid ""\nmsgstr ""\n"X-Generator: x\\n"\n')
    project.run(*known, "--format", "json").exits(1)
    assert [one["line"] for one in project.data()["findings"]] == [13]
    project.files({"known.json": "[]"})
    project.run(*known).exits(2).says("is no baseline of this version")
    for findings in ('{"a": 1}', '["one"]', '[{"rule": "stale"}]', '[{"fingerprint": 1}]', "null"):
        project.files({"known.json": f'{{"version": 1, "findings": {findings}}}'})
        project.run(*known).exits(2).says("does not list findings as a baseline does")
    project.run("check", "--update-baseline").exits(2).says("`--baseline` names")
    project.run(*known, "--update-baseline", "--locale", "es").exits(2).says("writes all findings")


@pytest.mark.parametrize("setting", ["diff.noprefix", "diff.mnemonicPrefix"])
def test_changed_lines_are_found_however_git_writes_paths(project: Project, setting: str) -> None:
    project.git("config", setting, "true")
    project.run("check", "--base", "main", "--format", "github").exits(0)
    assert ",line=12," in project.out.splitlines()[0]
