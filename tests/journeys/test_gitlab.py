"""What `init` writes for GitLab, carried out: merge request, merge, promotion, schedule."""

from pathlib import Path

import pytest

from tests.fakes.github_actions import with_commands
from tests.fakes.gitlab_ci import Pipeline
from tests.harness import Project
from tests.journeys.browsing import preview_data

EN = "content/translations/common/en.po"
ENTRY = '\nmsgctxt "home.bye"\nmsgid "Bye, {name}!"\nmsgstr ""\n'


class Host:
    """A project on GitLab with the default branch `main`, publishing to folders."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.work = Project(folder / "work")
        self.work.root.mkdir()
        self.work.git("init", "--quiet", "--initial-branch=main").run("init", "site").exits(0)
        stores = "".join(
            f"  {name}: {{public: 'file:{folder}/{name}/public', "
            f"private: 'file:{folder}/{name}/private', gate: {gate}}}\n"
            for name, gate in (("staging", "draft"), ("production", "reviewed"))
        )
        settings = self.work.root / "site/clientarea.yaml"
        settings.write_text(settings.read_text(encoding="utf-8") + f"targets:\n{stores}")
        self.work.commit("Begin")
        (folder / "bin").mkdir()
        self.environment = with_commands(folder / "bin")

    def change(self, branch: str, text: str) -> None:
        self.work.git("checkout", "--quiet", "-B", branch)
        path = self.work.root / "site" / EN
        path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")
        self.work.commit("Change")

    def pipeline(self, source: str, *by_hand: str, **variables: str) -> Pipeline:
        text = (self.work.root / ".gitlab-ci.yml").read_text(encoding="utf-8")
        given = {"CI_PIPELINE_SOURCE": source, "CI_DEFAULT_BRANCH": "main", **variables}
        return Pipeline(text, self.work.root, given, self.environment).run(*by_hand)


@pytest.fixture
def host(tmp_path: Path) -> Host:
    return Host(tmp_path)


def test_a_merge_request_is_checked_and_reported(host: Host) -> None:
    base = host.work.head()
    host.change("feature", ENTRY.replace("{name}", "{name"))
    run = host.pipeline(
        "merge_request_event",
        CI_MERGE_REQUEST_DIFF_BASE_SHA=base,
        CI_PROJECT_URL="https://git.example/acme/content",
        CI_COMMIT_SHA="5eed",
    )
    assert {name: job.code for name, job in run.jobs.items()} == {"content:check": 1}
    assert "translations/common/en.po:" in run.jobs["content:check"].log
    quality = host.work.json("code-quality.json")
    assert quality[0]["location"]["path"] == f"site/{EN}"
    assert "Refused" in (host.work.root / "report.md").read_text(encoding="utf-8")
    assert (host.work.root / "preview/index.html").is_file()
    assert (
        preview_data(host.work.root / "preview")["source_url"]
        == "https://git.example/acme/content/-/blob/5eed/site/{path}#L{line}"
    )


def test_a_merge_is_published_to_staging_and_by_hand_to_production(host: Host) -> None:
    on = {"CI_COMMIT_BRANCH": "main", "CLIENTAREA_PUBLISH": "on"}
    host.change("main", ENTRY)
    assert host.pipeline("push", CI_COMMIT_BRANCH="feature", CLIENTAREA_PUBLISH="on").jobs == {}
    assert set(host.pipeline("push", CI_COMMIT_BRANCH="main").jobs) == {"content:check"}
    weekly = host.pipeline("schedule", **on).jobs
    assert {name: job.code for name, job in weekly.items()} == {
        "content:check": 0,
        "content:links": 0,
    }

    run = host.pipeline("push", **on)
    assert {name: job.code for name, job in run.jobs.items()} == {
        "content:check": 0,
        "content:staging": 0,
        "content:production": None,
    }
    assert (host.folder / "staging/public/live/default.json").is_file()
    assert not (host.folder / "production").exists()
    run = host.pipeline("push", "content:production", **on)
    assert run.jobs["content:production"].code == 0
    assert (host.folder / "production/public/live/default.json").is_file()


def test_nothing_is_published_while_the_check_fails(host: Host) -> None:
    host.change("main", ENTRY.replace("{name}", "{name"))
    run = host.pipeline("push", CI_COMMIT_BRANCH="main", CLIENTAREA_PUBLISH="on")
    assert run.jobs["content:check"].code == 1
    assert run.jobs["content:staging"].code is None
    assert not (host.folder / "staging").exists()
