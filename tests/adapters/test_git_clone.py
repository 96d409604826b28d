"""The configuration of real clones: asked without starting Git where files tell."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from compiler.adapters.git_clone import GitClone
from compiler.ports.clone import AttributesFile


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", *arguments], cwd=folder, check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


@pytest.fixture
def top(tmp_path: Path) -> Path:
    git(tmp_path, "init", "--quiet")
    return tmp_path


def test_a_driver_is_known_once_it_was_set(top: Path) -> None:
    clone = GitClone(top, top)
    assert not clone.has_merge_driver("ours")
    clone.set_merge_driver("ours", "by entry")
    assert clone.has_merge_driver("ours")
    assert not clone.has_merge_driver("our")
    assert git(top, "config", "merge.ours.name") == "by entry"
    assert f"{sys.executable} -P -m compiler merge-po %O %A %B %L %P" in git(
        top, "config", "merge.ours.driver"
    )


def test_setting_it_again_changes_nothing(top: Path) -> None:
    GitClone(top, top).set_merge_driver("ours", "by entry")
    before = (top / ".git/config").read_bytes()
    GitClone(top, top).set_merge_driver("ours", "by entry")
    assert (top / ".git/config").read_bytes() == before


def test_a_name_alone_is_no_driver(top: Path) -> None:
    git(top, "config", "merge.ours.name", "by entry")
    assert not GitClone(top, top).has_merge_driver("ours")


def test_a_driver_of_the_user_counts(top: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (top / "global").write_text('[merge "ours"]\n\tdriver = true\n')
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(top / "global"))
    assert GitClone(top, top).has_merge_driver("ours")


def test_a_linked_work_tree_has_the_drivers_of_its_repository(
    top: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    git(top, "commit", "--quiet", "--allow-empty", "-m", "Begin")
    linked = tmp_path_factory.mktemp("linked") / "tree"
    git(top, "worktree", "add", "--quiet", str(linked))
    GitClone(linked, linked).set_merge_driver("ours", "by entry")
    assert GitClone(top, top).has_merge_driver("ours")
    assert GitClone(linked, linked).has_merge_driver("ours")


def test_where_git_is_not_installed_nothing_is_missed(
    top: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(top / "empty"))
    assert GitClone(top, top).has_merge_driver("ours")


def test_attributes_of_the_project_and_of_the_top(top: Path) -> None:
    (top / ".gitattributes").write_text("*.a b\n")
    (top / "shop").mkdir()
    assert GitClone(top / "shop", top).attributes() == (
        AttributesFile("../.gitattributes", "*.a b\n"),
    )
    (top / "shop/.gitattributes").write_bytes(b"\xff c\n")
    assert GitClone(top / "shop", top).attributes() == (
        AttributesFile(".gitattributes", "\ufffd c\n"),
        AttributesFile("../.gitattributes", "*.a b\n"),
    )
    assert GitClone(top, top).attributes() == (AttributesFile(".gitattributes", "*.a b\n"),)


def test_attributes_that_are_no_file_are_none(top: Path) -> None:
    os.mkfifo(top / ".gitattributes")
    assert GitClone(top, top).attributes() == ()
    (top / ".gitattributes").unlink()
    (top / ".gitattributes").symlink_to(top / ".git/config")
    assert GitClone(top, top).attributes() == ()
