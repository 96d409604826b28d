"""A new project is complete, and nothing that is there is written over."""

from pathlib import Path

import pytest

from compiler.edit.new_project import OccupiedError, make_project, new_project_files
from compiler.edit.starter.table import starter_files

STARTERS = [
    ".gitattributes",
    ".github/workflows/clientarea-comment.yml",
    ".github/workflows/clientarea.yml",
    ".gitlab-ci.yml",
    ".pre-commit-config.yaml",
    "CODEOWNERS",
]


def test_it_has_all_that_a_repository_needs() -> None:
    assert sorted(new_project_files({"schemas/text.json": b"{}"})) == [
        "clientarea.yaml",
        "content/configurations/languages.yaml",
        "content/translations/common/en.po",
        "schemas/text.json",
    ]
    assert sorted(starter_files("")) == STARTERS


def test_what_hosts_read_is_at_the_top_of_the_repository() -> None:
    assert sorted(starter_files("site")) == [*STARTERS[1:], "site/.gitattributes"]


def test_what_is_there_is_named_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "clientarea.yaml").write_text("mine")
    with pytest.raises(OccupiedError, match=r"`clientarea\.yaml` would be overwritten"):
        make_project(tmp_path, new_project_files({}), starter_files(""))
    assert [path.name for path in tmp_path.iterdir()] == ["clientarea.yaml"]
    assert (tmp_path / "clientarea.yaml").read_text() == "mine"


def test_files_of_hosts_that_are_there_stay(tmp_path: Path) -> None:
    (tmp_path / "CODEOWNERS").write_text("* @me")
    (tmp_path / ".gitlab-ci.yml").symlink_to("nowhere")
    begun = make_project(tmp_path, new_project_files({}), starter_files(""))
    assert begun.left == (".gitlab-ci.yml", "CODEOWNERS")
    assert (tmp_path / "CODEOWNERS").read_text() == "* @me"
    assert not (tmp_path / ".gitlab-ci.yml").exists()
    assert ".github/workflows/clientarea.yml" in begun.made
