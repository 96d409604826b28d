"""`preview --serve`: made anew at every change, read by pages of its own alone."""

import http.client
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest

from tests.harness import CHECKOUT, Project
from tests.journeys.browsing import visited

HELLO = "content/translations/portal/es.po"


@contextmanager
def previewing(project: Project, *arguments: str) -> Iterator[str]:
    """Run `preview --serve`; what is yielded is the address that it tells."""
    command = [sys.executable, "-m", "compiler", "preview", "--serve", "--port", "0", *arguments]
    with subprocess.Popen(
        command,
        cwd=project.root,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(CHECKOUT)},
    ) as process:
        try:
            assert process.stdout is not None
            told = process.stdout.readline()
            assert "Ctrl-C ends it" in told
            yield told.split()[0]
        finally:
            process.kill()


def asked(address: str, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    where = urlsplit(address)
    connection = http.client.HTTPConnection(where.hostname or "", where.port, timeout=60)
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request("GET", path, headers=names)
    answer = connection.getresponse()
    data = answer.read()
    connection.close()
    return answer.status, dict(answer.headers), data


def test_what_is_served_and_to_whom(project: Project) -> None:
    with previewing(project) as address:
        assert address.startswith("http://127.0.0.1:")
        status, headers, page = asked(address, "/")
        assert (status, headers["Content-Type"]) == (200, "text/html; charset=utf-8")
        assert b"<!doctype html>" in page
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert asked(address, "/data/overview.js")[0] == 200
        assert asked(address, "/../clientarea.yaml")[0] == 404
        assert asked(address, "/%2e%2e/clientarea.yaml")[0] == 404
        assert asked(address, "/", Host="evil.example")[0] == 403
        assert asked(address, "/", Host="localhost:1")[0] == 200
        foreign = {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "no-cors"}
        assert asked(address, "/data/overview.js", **foreign)[0] == 403
    assert not (project.root / "build/preview").exists()


def test_a_change_is_told_and_shown_and_trouble_too(project: Project) -> None:
    with previewing(project) as address:
        where = urlsplit(address)
        waiting = http.client.HTTPConnection(where.hostname or "", where.port, timeout=120)
        waiting.request("GET", "/events")
        events = waiting.getresponse()
        assert events.readline() == b": open\n"
        before = asked(address, "/data/overview.js")[2]
        project.edit(HELLO, "Hola", "Buenas")
        assert told(events) == "event: changed"
        assert asked(address, "/data/overview.js")[2] != before
        replaced(project, "version: [\n")
        assert told(events) == "event: trouble"
        assert b"cannot be used" in events.readline()
        assert asked(address, "/")[0] == 200
        replaced(project, "version: 1\n")
        assert told(events) == "event: changed"
        waiting.close()


def replaced(project: Project, text: str) -> None:
    """Put other settings in place at once, as editors do: an empty file would be trouble, too."""
    aside = project.root / "settings.new"
    aside.write_text(text, encoding="utf-8")
    aside.replace(project.root / "clientarea.yaml")


def told(events: http.client.HTTPResponse) -> str:
    """Return the next event that says something."""
    while True:
        line = events.readline().decode().strip()
        if line.startswith("event:"):
            return line


ARGUMENT = "content/translations/portal/en.po"


def test_an_open_page_shows_what_is_new_and_loses_nothing(project: Project) -> None:
    project.edit(ARGUMENT, 'msgid "Hello"', 'msgid "Hello {name}"')
    project.edit(HELLO, 'msgid "Hello"', 'msgid "Hello {name}"').edit(HELLO, "Hola", "Hola {name}")
    where = {"hash": "#/entry/translations/portal:greeting?locale=es"}
    edits = [
        ("shows", ".string", "Hola name"),
        ("fill", ".arguments input", "Ana"),
        ("edit", str(project.root / HELLO), "Hola", "Buenas tardes"),
        ("shows", ".string", "Buenas tardes Ana"),
        ("type", "!"),
        ("shows", ".string", "Buenas tardes Ana!"),
        ("edit", str(project.root / "clientarea.yaml"), "version: 1", "version: ["),
        ("shows", "#trouble", "cannot be used"),
        ("edit", str(project.root / "clientarea.yaml"), "version: [", "version: 1"),
        ("wait", "body:not(:has(#trouble))"),
    ]
    read = "() => document.querySelector('h1').textContent"
    with previewing(project) as address:
        [found] = visited(address, [{**where, "steps": edits, "read": read}])
        loads = [one for one in found["loaded"] if one.endswith("/main.js")]
    assert found["errors"] == []
    assert found["read"] == "portal:greeting"
    assert len(loads) == 1  # the page is the same one all the time


def test_search_finds_what_is_new(project: Project) -> None:
    steps = [
        ("fill", "#search", "hola"),
        ("wait", ".rows li:has-text('greeting')"),
        ("edit", str(project.root / HELLO), "Hola", "Buenas tardes"),
        ("wait", "body:not(:has(.rows li))"),
        ("fill", "#search", "tardes"),
        ("wait", ".rows li:has-text('greeting')"),
    ]
    with previewing(project) as address:
        [found] = visited(address, [{"steps": steps}])
    assert found["errors"] == []


def test_an_address_of_ipv6_is_served_too(project: Project) -> None:
    with previewing(project, "--host", "::1") as address:
        assert address.startswith("http://[::1]:")
        assert asked(address, "/")[0] == 200
        assert asked(address, "/", Host="evil.example")[0] == 403


def test_no_host_at_all_is_not_every_host(project: Project) -> None:
    project.run("preview", "--serve", "--host", "").exits(2).says("`--host` is the name")


@pytest.mark.parametrize("given", [("--host", "0.0.0.0"), ("--port", "8000")])
def test_where_to_listen_means_nothing_without_serving(
    project: Project, given: tuple[str, str]
) -> None:
    project.run("preview", *given).exits(2).says("goes with `--serve`")
    assert not (project.root / "build/preview").exists()


@pytest.mark.parametrize("port", ["99999", "-1"])
def test_a_port_that_cannot_be(project: Project, port: str) -> None:
    project.run("preview", "--serve", "--port", port).exits(2).says("`--port` names another one")
