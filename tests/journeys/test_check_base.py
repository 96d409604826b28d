"""`check --base` on a scratch repository with branches: what it refuses, waives and explains."""

import subprocess
from pathlib import Path

import pytest

from tests.harness import SMALL_PROJECT, Project

TEXT = "content/texts/legal/terms.yaml"
WAIVER = (
    "waivers:\n  - {rule: deleted-locked-text, entity: texts/legal.terms, "
    "reason: Replaced by the contract., expires: 2099-12-31}\n"
)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A branch behind which the main one has gone on."""
    here = Project(tmp_path).files(
        {**SMALL_PROJECT, TEXT: "locales:\n  en: {title: Terms}\n  es: {title: Condiciones}\n"}
    )
    here.commit().git("branch", "-M", "main").git("checkout", "--quiet", "-b", "work")
    here.git("checkout", "--quiet", "main").files(
        {"content/texts/other.yaml": "locales:\n  en: {title: O}\n"}
    )
    here.commit().git("checkout", "--quiet", "work")
    return here


def test_nothing_is_said_of_what_the_other_branch_did(project: Project) -> None:
    project.run("check", "--base", "main", "--rule", "deleted-locked-text").exits(0)


def test_a_deletion_is_refused_and_may_be_waived(project: Project) -> None:
    (project.root / TEXT).unlink()
    project.run("check").exits(0)
    project.run("check", "--base", "main").exits(1).says(
        f"{TEXT}:1:1: error: `texts/legal.terms` was locked and is gone [deleted-locked-text]",
        "`clientarea unlock texts/legal.terms` first",
    )
    project.files({"waivers.yaml": WAIVER})
    project.run("check", "--base", "main").exits(0).says("let pass until 2099-12-31")
    # Without a base nobody knows whether it is needed.
    project.run("check", "--rule", "unneeded-waiver").exits(0).says("No findings")
    project.git("checkout", "--", TEXT)
    project.run("check", "--base", "main").says("there is no error `deleted-locked-text`")


def test_unlocked_first_and_removed_later_is_fine(project: Project) -> None:
    project.run("unlock", "texts/legal.terms").exits(0)
    project.run("check", "--base", "main").exits(0)
    project.commit().git("branch", "-f", "main")
    project.run("remove", "texts/legal.terms").exits(0)
    project.run("check", "--base", "main").exits(0)


def test_a_revision_that_is_not_here_is_said(project: Project) -> None:
    project.run("check", "--base", "nowhere").exits(3).says("knows no revision `nowhere`")
    project.run("check", "--base", "main", "--fix").exits(2).says("call one, then the other")
    project.git("checkout", "--quiet", "--orphan", "other").commit("Begin anew")
    project.run("check", "--base", "main").exits(3).says("no commit in common")


def test_a_shallow_clone_is_told_how_to_fetch(project: Project, tmp_path: Path) -> None:
    shallow = tmp_path / "shallow"
    command = ["git", "clone", "--quiet", "--depth", "1", f"file://{project.root}", str(shallow)]
    subprocess.run(command, check=True, capture_output=True)
    Project(shallow).run("check", "--base", "origin/main").exits(3).says(
        "this clone is shallow", "`git fetch --unshallow`", "fetch-depth: 0"
    )
