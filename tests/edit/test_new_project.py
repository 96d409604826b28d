"""A new project is complete, and nothing that is there is written over."""

from pathlib import Path

import pytest

from compiler.edit.new_project import OccupiedError, make_project, new_project_files


def test_it_has_all_that_a_repository_needs() -> None:
    files = new_project_files({"schemas/text.json": b"{}"})
    assert sorted(files) == [
        ".gitattributes",
        ".github/workflows/clientarea.yml",
        ".pre-commit-config.yaml",
        "clientarea.yaml",
        "content/configurations/languages.yaml",
        "content/translations/common/en.po",
        "schemas/text.json",
    ]


def test_what_is_there_is_named_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "clientarea.yaml").write_text("mine")
    with pytest.raises(OccupiedError, match=r"`clientarea\.yaml` would be overwritten"):
        make_project(tmp_path, new_project_files({}))
    assert [path.name for path in tmp_path.iterdir()] == ["clientarea.yaml"]
    assert (tmp_path / "clientarea.yaml").read_text() == "mine"
