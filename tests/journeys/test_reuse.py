"""Another repository uses this one: as an action, as a pre-commit hook; and as `init` writes it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from compiler import __version__
from tests.fakes.github_actions import filled, read_yaml, shell, truth
from tests.harness import CHECKOUT, SMALL_PROJECT, Project
from tests.journeys.browsing import preview_data

ES = "content/translations/portal/es.po"
BIN = Path(sys.executable).parent


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project on `main`, and a branch on which a translation is broken."""
    project = Project(tmp_path / "content repository").files(dict(SMALL_PROJECT))
    return project.commit("Begin").git("branch", "-M", "main").git("checkout", "-qb", "feature")


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    """A repository with the files of this one, as Git has them."""
    copy = tmp_path / "clientarea"
    names = subprocess.run(
        ["git", "ls-files", "-z"], cwd=CHECKOUT, capture_output=True, check=True, text=True
    )
    for name in names.stdout.split("\0")[:-1]:
        if name.startswith(("compiler/", "requirements/")) or "/" not in name:
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(CHECKOUT / name, copy / name)
    Project(copy).commit("Release")
    return copy


def run(folder: Path, *command: str | Path, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **more},
    )


def steps(ours: Path, inputs: Mapping[str, str], temp: Path, project: Project) -> tuple[bool, str]:
    """Run the action as a runner does; return whether it succeeded, and its log.

    What it has attached is a copy below ``temp``, as whoever reads the pull request gets it. What
    a run before has installed there is used again.
    """
    action = read_yaml((ours / "action.yml").read_text(encoding="utf-8"))
    defaults = {name: one["default"] for name, one in action["inputs"].items()}
    well, log = True, ""
    installs, *others = action["runs"]["steps"]
    assert installs["name"] == "Install"
    for step in others if (temp / "clientarea").exists() else [installs, *others]:
        contexts = {"inputs": {**defaults, **inputs}, "github": GITHUB}
        if not (truth(step["if"], contexts) if "if" in step else well):
            continue
        given = {name: filled(value, contexts) for name, value in step.get("env", {}).items()}
        host = {
            "RUNNER_TEMP": str(temp),
            "GITHUB_ACTION_PATH": str(ours),
            "GITHUB_STEP_SUMMARY": str(temp / "summary.md"),
        }
        if "uses" in step:
            assert step["uses"].startswith("actions/upload-artifact@")
            asked = {name: filled(str(value), contexts) for name, value in step["with"].items()}
            shutil.copytree(project.root / asked["path"], temp / asked["name"])
            continue
        code, said = shell(step["run"], project.root, {**os.environ, **given, **host})
        well, log = well and code == 0, log + said
    return well, log


def test_the_files_fit_their_schemas() -> None:
    schema = ("--builtin-schema", "vendor.github-actions")
    done = run(CHECKOUT, BIN / "check-jsonschema", *schema, "action.yml")
    assert done.returncode == 0, done.stdout
    done = run(CHECKOUT, BIN / "pre-commit", "validate-manifest")
    assert done.returncode == 0, done.stdout
    text = (CHECKOUT / "action.yml").read_text(encoding="utf-8")
    for step in read_yaml(text)["runs"]["steps"]:
        assert "${{" not in step.get("run", "")


GITHUB = {
    "server_url": "https://github.example",
    "repository": "acme/content",
    "sha": "c0ffee",
    "event": {"pull_request": {"head": {"sha": "5eed"}}},
}


@pytest.mark.timeout(600)
def test_the_action_checks_and_reports(project: Project, ours: Path, tmp_path: Path) -> None:
    temp = tmp_path / "temp"
    temp.mkdir()
    inputs = {"base": "main", "report": "report.md"}
    well, log = steps(ours, {**inputs, "preview": "content"}, temp, project)
    assert well
    overview = preview_data(temp / "content")
    assert overview["base"] == "main"
    assert overview["source_url"] == "https://github.example/acme/content/blob/5eed/{path}#L{line}"
    assert "\n::" not in f"\n{log}"
    assert "Passes" in (project.root / "report.md").read_text(encoding="utf-8")
    project.edit(ES, '"Adiós"', '"Adiós  y"').commit()
    assert steps(ours, inputs, temp, project)[0]
    well, log = steps(ours, {**inputs, "strict": "true"}, temp, project)
    assert not well
    assert f"::warning file={ES},line=12," in log
    assert "Adiós" in (temp / "summary.md").read_text(encoding="utf-8")


@pytest.mark.timeout(600)
def test_the_hook_checks_before_a_commit(project: Project, ours: Path, tmp_path: Path) -> None:
    head = Project(ours).head()
    project.files(
        {
            ".pre-commit-config.yaml": (
                f"repos:\n- repo: {ours}\n  rev: {head}\n  hooks:\n  - id: clientarea-check\n"
            ),
            "README.md": "x\n",
        }
    )
    project.git("add", "--all")
    hook = (BIN / "pre-commit", "run")
    home = {"PRE_COMMIT_HOME": str(tmp_path / "home")}
    assert "Skipped" in run(project.root, *hook, **home).stdout
    project.edit(ES, '"Hola"', '"{Hola"').git("add", "--all")
    done = run(project.root, *hook, **home)
    assert done.returncode == 1
    assert f"{ES}:8:" in done.stdout


@pytest.mark.timeout(600)
def test_what_init_writes_installs_the_pinned_version(ours: Path, tmp_path: Path) -> None:
    wheel = ("-m", "pip", "--disable-pip-version-check", "--quiet", "wheel", "--no-deps")
    done = run(ours, sys.executable, *wheel, "--no-build-isolation", "-w", tmp_path / "w", ".")
    assert done.returncode == 0, done.stderr
    project = Project(tmp_path / "shop")
    project.root.mkdir()
    project.git("init", "--quiet").run("init").exits(0).git("add", "--all")
    home = {"PRE_COMMIT_HOME": str(tmp_path / "home"), "PIP_FIND_LINKS": str(tmp_path / "w")}
    done = run(project.root, BIN / "pre-commit", "run", "clientarea", **home)
    assert done.returncode == 0, done.stdout
    installed = [*(tmp_path / "home").rglob("clientarea-*.dist-info")]
    assert [one.name for one in installed] == [f"clientarea-{__version__}.dist-info"]
