"""A stranger's pull request: no value of the environment is read, nothing connected to or run."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.harness import CHECKOUT, SMALL_PROJECT, Project

SECRET = "s3cret-of-the-runner"
AREA = (
    "name: Shop\ntype: web_shop\nhosting: custom\nurl: https://evil.example\n"
    'credentials: {api: "env:PLANTED"}\n'
)
TEMPLATE = (
    "channel: email\nlocales:\n  en:\n    title: Hi\n    description: \"{{ ''.__class__.__mro__ }}"
    "{% include '/etc/passwd' %} ![x](http://evil.example/x.png)\"\n"
)
WATCH = """
import json, sys
seen = []
def hook(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "os.system", "os.exec"):
        seen.append([event, repr(arguments)])
    if event in ("subprocess.Popen", "os.posix_spawn"):
        seen.append([event, str(arguments[0])])
sys.addaudithook(hook)
from compiler.cli import main
code = main(sys.argv[2:])
open(sys.argv[1], "w").write(json.dumps({"code": code, "seen": seen}))
"""
COMMANDS = [
    ("check", "--base", "main"),
    ("check", "--base", "main", "--format", "github"),
    ("build",),
    ("diff", "main"),
    ("report", "--base", "main"),
    ("status",),
]


@pytest.fixture
def planted(tmp_path: Path) -> Project:
    """A branch that would like to read, call and run, in a clone whose settings would let it."""
    here = Project(tmp_path / "repo")
    here.root.mkdir()
    here.files({**SMALL_PROJECT}).commit().git("branch", "-M", "main").git(
        "checkout", "-qb", "work"
    )
    marker = tmp_path / "ran"
    run = f"touch {marker}"
    for name, value in {
        "core.fsmonitor": run,
        "diff.evil.command": run,
        "diff.evil.textconv": run,
        "diff.external": run,
        "filter.evil.clean": f"{run}; cat",
        "core.hooksPath": str(tmp_path / "hooks"),
        "core.pager": run,
    }.items():
        here.git("config", name, value)
    here.files(
        {
            "content/areas/shop/area.yaml": AREA,
            "content/templates/evil.yaml": TEMPLATE,
            ".gitattributes": "* diff=evil\n*.po diff=evil\n",
            "clientarea.yaml": (
                'version: 1\nintegrations: {evil: {base_url: "http://127.0.0.1:9/v1", model: m, '
                "api_key: env:PLANTED}}\n"
            ),
        }
    )
    subprocess.run(["git", "-c", "core.fsmonitor=false", "add", "-A"], cwd=here.root, check=True)
    marker.unlink(missing_ok=True)
    return here


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_nothing_is_read_connected_to_or_run(
    planted: Project, tmp_path: Path, command: tuple[str, ...]
) -> None:
    told = tmp_path / "told.json"
    run = subprocess.run(
        [sys.executable, "-c", WATCH, str(told), *command],
        cwd=planted.root,
        capture_output=True,
        check=False,
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(CHECKOUT), "PLANTED": SECRET},
    )
    assert b"Traceback" not in run.stderr, run.stderr.decode()
    seen = json.loads(told.read_bytes())["seen"]
    assert [one for one in seen if one[1] != "git"] == []
    assert not (tmp_path / "ran").exists()
    assert SECRET.encode() not in run.stdout + run.stderr
    written = (path.read_bytes() for path in planted.root.rglob("*") if path.is_file())
    assert not any(SECRET.encode() in data for data in written)
