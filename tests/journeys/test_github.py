"""What `init` writes for GitHub, carried out: pull request, comment, merge, promotion."""

import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.fakes.github_actions import JobRun, Repository, Runner, with_commands
from tests.harness import Project
from tests.journeys.browsing import preview_data

CONTENT = ".github/workflows/clientarea.yml"
COMMENT = ".github/workflows/clientarea-comment.yml"
EN = "content/translations/common/en.po"
ENTRY = '\nmsgctxt "home.bye"\nmsgid "Bye, {name}!"\nmsgstr ""\n'
BROKEN = '\nmsgctxt "home.bye"\nmsgid "Bye ##[error]@team {name"\nmsgstr ""\n'
SECRETS = {"AWS_ACCESS_KEY_ID": "key", "AWS_SECRET_ACCESS_KEY": "secret"}


class Host:
    """A repository on GitHub with the default branch `main`, publishing to folders."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.work = Project(folder / "work")
        self.work.root.mkdir()
        self.work.git("init", "--quiet", "--initial-branch=main").run("init").exits(0)
        stores = "".join(
            f"  {name}: {{public: 'file:{folder}/{name}/public', "
            f"private: 'file:{folder}/{name}/private', gate: {gate}}}\n"
            for name, gate in (("staging", "draft"), ("production", "reviewed"))
        )
        settings = self.work.root / "clientarea.yaml"
        settings.write_text(settings.read_text(encoding="utf-8") + f"targets:\n{stores}")
        self.work.commit("Begin")
        self.repository = Repository(self.work.root, folder / "artifacts")
        self.variables = {"CLIENTAREA_PUBLISH": "on"}
        self.runs = 0
        (folder / "bin").mkdir()
        self.environment = with_commands(folder / "bin")

    def file(self, path: str) -> str:
        return (self.work.root / path).read_text(encoding="utf-8")

    def change(self, branch: str, text: str) -> None:
        self.work.git("checkout", "--quiet", "-B", branch)
        self.work.files({EN: self.file(EN) + text}).commit("Change")

    def event(self, name: str, ref: str, more: dict[str, Any], workflow: str) -> dict[str, JobRun]:
        self.runs += 1
        payload = {"repository": {"default_branch": "main"}, **more.pop("event", {})}
        github = {
            "event_name": name,
            "ref": ref,
            "sha": self.work.head(),
            "base_ref": "",
            "token": "token",
            "server_url": "https://git.example",
            "repository": "acme/content",
            "event": payload,
            **more,
        }
        secrets = {} if name == "pull_request" else SECRETS
        contexts = {"github": github, "vars": self.variables, "secrets": secrets}
        run = Runner(self.repository, contexts, self.folder / f"run{self.runs}", self.environment)
        return run.run(self.file(workflow))

    def push(self, branch: str) -> dict[str, JobRun]:
        self.work.git("checkout", "--quiet", branch)
        return self.event("push", f"refs/heads/{branch}", {}, CONTENT)

    def dispatch(self, branch: str) -> dict[str, JobRun]:
        self.work.git("checkout", "--quiet", branch)
        return self.event("workflow_dispatch", f"refs/heads/{branch}", {}, CONTENT)

    def pull_request(self, branch: str) -> JobRun:
        """Run the check of a branch as the host merges it into `main`."""
        self.work.git("checkout", "--quiet", branch)
        self.head = self.work.head()
        self.work.git("checkout", "--quiet", "--detach", "main")
        self.work.git("merge", "--quiet", "--no-ff", "-m", "Merge", branch)
        told = {"base_ref": "main", "event": {"pull_request": {"head": {"sha": self.head}}}}
        runs = self.event("pull_request", "refs/pull/7/merge", told, CONTENT)
        assert {name: run.result for name, run in runs.items() if name != "check"} == {
            "links": "skipped",
            "staging": "skipped",
            "production": "skipped",
        }
        self.work.git("checkout", "--quiet", "main")
        return runs["check"]

    def comment(self, branch: str) -> JobRun:
        run = {
            "event": "pull_request",
            "id": 1,
            "head_repository": {"id": 5, "owner": {"login": "stranger"}},
            "head_branch": branch,
            "head_sha": self.head,
        }
        event = {"event": {"workflow_run": run}}
        return self.event("workflow_run", "refs/heads/main", event, COMMENT)["comment"]

    def open_pull(self, number: int, branch: str, sha: str | None = None) -> None:
        label = f"stranger:{branch}"
        head = {"sha": sha or self.head}
        self.repository.pulls.append({"number": number, "label": label, "head": head})


@pytest.fixture
def host(tmp_path: Path) -> Host:
    return Host(tmp_path)


def test_a_pull_request_is_checked_and_reported(host: Host) -> None:
    host.change("feature", BROKEN)
    run = host.pull_request("feature")
    assert run.result == "failure"
    assert f"::error file={EN},line=" in run.log
    assert all(line.startswith("::") for line in run.log.splitlines())
    upload = "actions/upload-artifact@v5"
    assert run.steps[-4:] == ["Report", upload, "Preview", upload]
    overview = preview_data(host.folder / "artifacts/content-preview")
    assert overview["base"] == "origin/main"
    files = f"https://git.example/acme/content/blob/{host.head}/{{path}}#L{{line}}"
    assert overview["source_url"] == files
    assert "Refused" in run.summary.splitlines()[0]

    host.open_pull(7, "feature")
    assert host.comment("feature").result == "success"
    (comment,) = host.repository.comments
    assert comment["issue_number"] == 7
    assert comment["body"].startswith("<!-- clientarea: content report -->\n## ")
    assert "@team" not in comment["body"]

    host.work.git("checkout", "--quiet", "feature").edit(EN, "##[error]@team {name", "{name}")
    host.work.commit("Mend")
    assert host.pull_request("feature").result == "success"
    host.repository.pulls.clear()
    host.open_pull(7, "feature")
    host.comment("feature")
    (comment,) = host.repository.comments
    assert "Passes" in comment["body"]


def test_a_merge_is_published_to_staging_and_by_hand_to_production(host: Host) -> None:
    host.change("feature", ENTRY)
    assert {name: run.result for name, run in host.push("feature").items()} == {
        "check": "success",
        "links": "skipped",
        "staging": "skipped",
        "production": "skipped",
    }
    host.work.git("checkout", "--quiet", "main").git("merge", "--quiet", "feature")
    runs = host.push("main")
    assert runs["staging"].result == "success", runs["staging"].log
    assert (host.folder / "staging/public/live/default.json").is_file()
    assert runs["production"].result == "skipped"

    assert host.dispatch("feature")["production"].result == "skipped"
    assert not (host.folder / "production").exists()
    runs = host.dispatch("main")
    assert (runs["staging"].result, runs["production"].result) == ("skipped", "success")
    assert (host.folder / "production/public/live/default.json").is_file()
    pip = (host.folder / "bin/pip.log").read_text(encoding="utf-8")
    assert "pip install clientarea[s3]==" in pip


def test_nothing_is_published_before_it_is_switched_on_or_while_the_check_fails(
    host: Host,
) -> None:
    host.variables.clear()
    assert host.push("main")["staging"].result == "skipped"
    host.variables["CLIENTAREA_PUBLISH"] = "on"
    host.change("main", BROKEN)
    assert {name: run.result for name, run in host.push("main").items()} == {
        "check": "failure",
        "links": "skipped",
        "staging": "skipped",
        "production": "skipped",
    }


def test_once_a_week_links_are_followed_and_nothing_is_published(host: Host) -> None:
    runs = host.event("schedule", "refs/heads/main", {}, CONTENT)
    assert {name: run.result for name, run in runs.items()} == {
        "check": "success",
        "links": "success",
        "staging": "skipped",
        "production": "skipped",
    }
    link = '\nmsgctxt "home.help"\nmsgid "See http://127.0.0.1/."\nmsgstr ""\n'
    host.change("main", link)
    run = host.event("schedule", "refs/heads/main", {}, CONTENT)["links"]
    assert run.result == "failure"
    assert f"::warning file={EN},line=" in run.log
    assert "leads into a private network" in run.log


def test_what_has_begun_is_finished_by_a_second_run(host: Host) -> None:
    program = host.folder / "bin" / "clientarea"
    program.write_text(
        f'#!/bin/sh\necho "$*" >> {host.folder}/calls\n'
        f"[ $1 = check ] || [ $(grep -c publish {host.folder}/calls) -gt 1 ] || exit 4\n"
    )
    program.chmod(0o755)
    assert host.push("main")["staging"].result == "success"
    program.write_text("#!/bin/sh\n[ $1 = check ]\n")
    assert host.push("main")["staging"].result == "failure"


def test_the_comment_believes_nothing_that_the_artifact_says(host: Host) -> None:
    host.change("feature", ENTRY)
    host.pull_request("feature")
    report = host.folder / "artifacts/content-report/report.md"
    report.write_text("`; touch /tmp/x; $(id) ${{ github.token }} @everyone\n" * 9000)

    host.open_pull(8, "feature", sha="0" * 40)  # another commit at its head
    host.open_pull(9, "other")
    run = host.comment("feature")
    assert (run.result, host.repository.comments) == ("success", [])
    assert "No open pull request" in run.log

    mark = "<!-- clientarea: content report -->\n"
    others = [("stranger", mark), ("github-actions[bot]", "something else")]
    for user, body in others:
        host.repository.comments.append(
            {
                "id": len(host.repository.comments) + 1,
                "issue_number": 7,
                "user": {"login": user},
                "body": body,
            }
        )
    host.open_pull(7, "feature")
    host.comment("feature")
    assert [one["body"] for one in host.repository.comments[:2]] == [body for _, body in others]
    body = host.repository.comments[2]["body"]
    assert len(body) <= 65_536
    assert "${{ github.token }} @\u200beveryone" in body


@pytest.mark.parametrize("kind", ["link", "huge"])
def test_an_artifact_that_is_no_report_is_refused(host: Host, kind: str) -> None:
    host.head = host.work.head()
    host.open_pull(7, "main")
    folder = host.folder / "artifacts/content-report"
    assert host.comment("main").steps == ["actions/download-artifact@v5"]
    folder.mkdir(parents=True)
    if kind == "link":
        (folder / "report.md").symlink_to("/proc/self/environ")
    else:
        (folder / "report.md").write_bytes(b"x" * 1_000_001)
    run = host.comment("main")
    assert (run.result, run.log) == ("failure", "the artifact is no report")
    assert host.repository.comments == []


def test_a_project_in_a_folder_of_a_repository(tmp_path: Path) -> None:
    top = Project(tmp_path)
    top.files({"README.md": "x\n"}).commit().run("init", "my site").exits(0)
    assert '"my site"' in (tmp_path / CONTENT).read_text(encoding="utf-8")
    ignored = subprocess.run(
        ["git", "check-attr", "merge", f"my site/{EN}"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert ignored.stdout.endswith("merge: clientarea-po\n")
