"""`check --online`: links followed on a real server, and nothing else asked of anybody."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from compiler import wiring
from tests.fakes.network import HERE, SmallNetwork
from tests.harness import LANGUAGES, Project
from tests.servers.pages import Site, serving

FEES = "content/documents/fees.yaml"
TEXT = "content/texts/notice.yaml"
SETTINGS = "version: 1\nrules: {insecure-document: off}\n"
"""The server of these tests is not encrypted."""


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A server under the name `shop.example`, in a network of its own."""
    network = SmallNetwork({"shop.example": [HERE], "inside.example": ["192.168.0.1"]})
    monkeypatch.setattr(wiring, "NETWORK", network)
    with serving(Site({"/": 200, "/fees": (301, "/fees-2027"), "/fees-2027": 200})) as one:
        yield one


@pytest.fixture
def project(tmp_path: Path, site: Site) -> Project:
    """A project with a link that moved, a dead one, and one into a private network."""
    return Project(tmp_path).files(
        {
            "clientarea.yaml": SETTINGS,
            LANGUAGES: "source: en\nactive: [en]\nenabled: [en]\n",
            FEES: f"name: Fees\nactive: true\nlink: {site.url('/fees')}\n",
            TEXT: (
                "locales:\n  en:\n    title: Notice\n"
                f"    description: '[Old]({site.url('/old')}), [in](http://inside.example/)'\n"
            ),
        }
    )


def test_links_are_followed_only_where_that_is_asked(project: Project, site: Site) -> None:
    project.run("check").exits(0).says("No findings")
    assert site.seen == []
    project.run("check", "--online").exits(0).says(
        f"{FEES}:3:7: info: `{site.url('/fees')}` has moved for good [moved-link]",
        f"= write `{site.url('/fees-2027')}`",
        f"{TEXT}:4:18: warning: `{site.url('/old')}` answers 404 [dead-link]",
        "warning: `http://inside.example/` leads into a private network [private-link]",
        "2 warnings and 1 remark",
    )
    # It is asked again every time, as the answer is in no file.
    project.edit(TEXT, "/old", "/").run("check", "--online", "--rule", "dead-link").exits(0)
    project.says("No findings")
    assert len(site.seen) > 6


def test_settings_weigh_and_silence_as_everywhere(project: Project) -> None:
    project.run("check", "--online", "--strict").exits(1)
    project.files(
        {"clientarea.yaml": "version: 1\nrules: {dead-link: error, insecure-document: off}\n"}
    )
    project.run("check", "--online").exits(1).says("error: ", "[dead-link]")
    waiver = "{rule: dead-link, entity: texts/notice, reason: Back in May., expires: 2099-12-31}"
    project.files({"waivers.yaml": f"waivers:\n  - {waiver}\n"})
    project.run("check", "--online").exits(0).says("let pass until 2099-12-31")
    # Without the question nobody knows whether it is needed.
    project.run("check").exits(0).says("No findings")


def test_a_base_may_be_asked_about_too(project: Project) -> None:
    project.commit().git("branch", "-M", "main")
    (project.root / FEES).unlink()
    project.run("check", "--online", "--base", "main").exits(1).says(
        "[deleted-active-document]", "[dead-link]"
    )


def test_programs_get_the_same(project: Project, site: Site) -> None:
    project.run("check", "--online", "--format", "json").exits(0)
    found = {one["rule"]: one for one in project.data()["findings"]}
    assert set(found) == {"dead-link", "moved-link", "private-link"}
    assert found["dead-link"]["entity"] == "texts/notice"
    assert found["dead-link"]["locale"] == "en"
    assert site.seen


def test_nothing_of_a_project_opens_a_private_network(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the seam this machine is private, too, and no proxy of an environment is used."""
    monkeypatch.setattr(wiring, "NETWORK", None)
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    with socket.create_server((HERE, 0)) as server:
        server.settimeout(0.5)
        port = server.getsockname()[1]
        project.files({FEES: f"name: Fees\nlink: http://127.0.0.1:{port}/\n"})
        (project.root / TEXT).unlink()
        project.run("check", "--online").exits(0).says("leads into a private network")
        with pytest.raises(TimeoutError):
            server.accept()


def test_wrong_use_is_said(project: Project) -> None:
    project.run("check", "--online", "--fix").exits(2).says("call one, then the other")
