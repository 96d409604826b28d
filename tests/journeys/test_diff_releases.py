"""`diff` with releases of a target: by number, live and staged, and which cannot be compared."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.harness import SMALL_PROJECT, Project

ES = "content/translations/portal/es.po"
BACK = "../store/back"
SETTINGS = f"""\
version: 1
targets:
  production: {{public: "file:../store/public", private: "file:{BACK}"}}
"""
SAID = "translations/portal:bye\n  ~ es.text: “{}” → “{}”\n"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with two releases on the target `production`."""
    root = tmp_path / "project"
    root.mkdir()
    here = Project(root).files(
        {**SMALL_PROJECT, "clientarea.yaml": SETTINGS, ".gitignore": "build\n"}
    )
    here.commit().run("publish", "production").exits(0).says("release 1 is live")
    return released(here, "Adiós", "Chao")


def released(project: Project, old: str, new: str, *more: str) -> Project:
    project.edit(ES, old, new).commit()
    return project.run("publish", "production", *more).exits(0)


def test_two_releases_are_compared(project: Project) -> None:
    project.run("diff", "production@1", "production@2").exits(0).says(SAID.format("Adiós", "Chao"))
    project.run("diff", "production@2", "production@live").exits(0).says("Nothing changes")


def test_what_publishing_would_change_is_told(project: Project) -> None:
    project.edit(ES, "Chao", "Nos vemos")
    project.run("diff", "production@live").exits(0).says(SAID.format("Chao", "Nos vemos"))
    project.run("diff", "production@1").exits(0).says(SAID.format("Adiós", "Nos vemos"))
    project.run("diff", "production@1", "HEAD").exits(0).says(SAID.format("Adiós", "Chao"))


def test_after_a_rollback_the_old_one_is_live_and_a_later_one_staged(project: Project) -> None:
    project.run("rollback", "production", "--to", "1").exits(0)
    released(project, "Chao", "Hasta luego", "--staged")
    project.run("diff", "production@live", "production@staged").exits(0).says(
        SAID.format("Adiós", "Hasta luego")
    )
    project.run("diff", "production@1", "production@3").exits(0).says("Nothing changes")


def test_a_release_of_uncommitted_changes_has_no_files(project: Project) -> None:
    project.edit(ES, "Chao", "Nos vemos").run("publish").exits(0)
    project.run("diff", "local@1").exits(2).says(
        f"release 1 of `local` was made of commit {project.head()[:12]} and changes that were not"
        " committed, so nobody has its files any more; name the commit to compare with that alone"
    )
    project.run("diff", "HEAD", "local@live").exits(2).says("changes that were not committed")


def test_a_release_without_a_commit_has_no_files(tmp_path: Path) -> None:
    here = Project(tmp_path).files({**SMALL_PROJECT}).run("publish").exits(0)
    here.run("diff", "local@1").exits(2).says("release 1 of `local` was made of files in no commit")


def test_a_commit_that_is_not_in_the_clone_is_said(project: Project) -> None:
    clone = project.root.parent / "clone"
    command = ["git", "clone", "--quiet", "--depth", "1", f"file://{project.root}", str(clone)]
    subprocess.run(command, check=True, capture_output=True)
    here = Project(clone)
    here.run("diff", "production@live").exits(0).says("Nothing changes for anyone.")
    here.run("diff", "production@1").exits(3).says(
        "release 1 of `production` was made of a commit that is not here",
        "`git fetch --unshallow`",
    )


@pytest.mark.parametrize(
    ("name", "code", "said"),
    [
        (
            "production@7",
            2,
            "`production` has no release 7; `clientarea releases production` lists",
        ),
        ("production@0", 2, "`production` has no release 0"),
        ("production@staged", 2, "no release is staged on `production`"),
        ("local@live", 2, "nothing has been published to `local` yet"),
        ("staging@1", 3, "Git knows no revision `staging@1` here"),
        ("production@newest", 3, "Git knows no revision `production@newest` here"),
    ],
)
def test_what_there_is_not_is_said(project: Project, name: str, code: int, said: str) -> None:
    project.run("diff", name).exits(code).says(said)


def test_a_log_that_names_no_commit_gets_no_option_to_git(project: Project) -> None:
    record = next((project.root / BACK / "releases").glob("*1.json"))
    data = json.loads(record.read_bytes())
    record.chmod(0o644)
    record.write_text(json.dumps({**data, "commit": "--output=/tmp/x"}), encoding="utf-8")
    project.run("diff", "production@1").exits(3)


def test_a_branch_of_that_name_is_still_to_be_had(project: Project) -> None:
    project.git("branch", "production@2", "HEAD~1")
    project.run("diff", "production@2").exits(0).says("Nothing changes")
    project.run("diff", "refs/heads/production@2").exits(0).says(SAID.format("Adiós", "Chao"))
