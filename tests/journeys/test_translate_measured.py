"""`translate` measured: many bad answers break nothing, and a kill at any moment costs nothing."""

import os
import signal
import socket
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from compiler.cli import main
from tests.harness import CHECKOUT, Project
from tests.servers import misbehaving
from tests.servers.chat import Chat, Spoil

HEAD = (
    'msgid ""\nmsgstr ""\n"Language: en\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
)
SUBJECTS = ["account", "payment", "document", "order", "statement", "card", "price", "message"]
VERBS = ["Open", "Close", "Send", "Check", "Change", "Show", "Confirm", "Print"]
SHAPES = [
    "{verb} the {noun} number {n} today",
    "{verb} your {noun} of {{name}} before day {n}",
    "{verb} <b>every {noun}</b> in group {n}",
    "{verb} {noun} {n} for {{price, number, ::currency/EUR}}",
    "{{count, plural, one {{{verb} # {noun} in box {n}}} other {{{verb} # {noun}s in box {n}}}}}",
]
ENTRIES = 200
LOCALES = ("es", "ru", "pl")


@pytest.fixture(autouse=True)
def _keys(chat: Chat, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CLIENTAREA_MT_KEY", "sk-secret")
    monkeypatch.setenv("CLIENTAREA_ALLOW", f"CLIENTAREA_MT_KEY@127.0.0.1:{chat.port}")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def text_of(number: int) -> str:
    return SHAPES[number % len(SHAPES)].format(
        verb=VERBS[number % 8], noun=SUBJECTS[number // 8 % 8], n=number + 100
    )


def project_of(root: Path, chat: Chat, entries: int, **settings: int) -> Project:
    more = "".join(f", {key}: {value}" for key, value in settings.items())
    english = "".join(
        f'msgctxt "label{n}"\nmsgid "{text_of(n)}"\nmsgstr ""\n\n' for n in range(entries)
    )
    return Project(root).files(
        {
            "clientarea.yaml": (
                "version: 1\nintegrations:\n  inhouse: {model: acme-mt, timeout: 20, "
                f"api_key: env:CLIENTAREA_MT_KEY, base_url: '{chat.address}'{more}}}\n"
            ),
            "content/configurations/languages.yaml": (
                "source: en\nactive: [en, es, ru, pl]\nenabled: [en, es, ru, pl]\n"
            ),
            "content/translations/portal/en.po": HEAD + english,
        }
    )


def test_many_bad_answers_break_nothing(chat: Chat, tmp_path: Path) -> None:
    project = project_of(tmp_path / "p", chat, ENTRIES)
    chat.always = misbehaving.sometimes(0.3)
    project.run("translate", "--to", ",".join(LOCALES), "--format", "json")
    assert project.code in (0, 1), project.err
    data = project.data()
    states = Counter(one["state"] for one in data["entries"])
    assert states.total() == ENTRIES * len(LOCALES)
    left = [one for one in data["entries"] if one["state"] != "translated"]
    assert all(one["reason"] for one in left)
    assert states["translated"] >= 0.95 * states.total(), left[:3]
    # Tokens by four bytes: instructions, context, and the share of what was asked again.
    assert 100 < data["tokens"]["sent"] / states.total() < 500, data["tokens"]
    project.run("check", "--format", "json")
    broken = [one for one in project.data()["findings"] if one["severity"] == "error"]
    missing = {(one["entity"], one["locale"]) for one in left}
    assert {(one["entity"], one["locale"]) for one in broken} == missing
    assert {one["rule"] for one in broken} <= {"missing-translation"}


def _catalogues(project: Project) -> dict[str, str]:
    folder = project.root / "content/translations/portal"
    return {one.name: one.read_text(encoding="utf-8") for one in sorted(folder.glob("*.po"))}


CALLS: tuple[tuple[Any, str], ...] = (
    (os, "fsync"),
    (os, "write"),
    (os, "replace"),
    (os, "unlink"),
    (socket.socket, "send"),
    (socket.socket, "recv"),
    (socket.socket, "sendall"),
)
"""What a run does to the world: on the disk and on the wire."""


def run_killed(folder: Path, kill_at: int | None, *, after: bool, count: Path) -> int:
    """Translate in a process that kills itself at a call to the world; note how many it made."""
    pid = os.fork()
    if pid == 0:
        try:
            made = 0

            def wrapped(call: Callable[..., Any]) -> Callable[..., Any]:
                def counting(*given: Any, **named: Any) -> Any:
                    nonlocal made
                    number, made = made, made + 1
                    if number == kill_at and not after:
                        os.kill(os.getpid(), signal.SIGKILL)
                    result = call(*given, **named)
                    if number == kill_at:
                        os.kill(os.getpid(), signal.SIGKILL)
                    return result

                return counting

            silence = os.open(os.devnull, os.O_WRONLY)
            os.dup2(silence, 1)
            os.dup2(silence, 2)
            for owner, name in CALLS:
                setattr(owner, name, wrapped(getattr(owner, name)))
            code = main(["--project", str(folder), "translate", "--to", "es,ru"])
            count.write_text(str(made), encoding="utf-8")
            os._exit(code)
        finally:
            os._exit(70)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def test_killed_at_many_moments_nothing_is_asked_twice(chat: Chat, tmp_path: Path) -> None:
    settings = {"batch": 6, "concurrency": 1}
    # Here first, so that every process that is forked has all that it imports.
    project_of(tmp_path / "first", chat, 1).run("translate", "--to", "es").exits(0)
    chat.noted.clear()
    chat.answered.clear()
    count = tmp_path / "count"
    whole = project_of(tmp_path / "whole", chat, 10, **settings)
    chat.always = _first_answers_are_bad()
    assert run_killed(whole.root, None, after=False, count=count) == 0
    wanted, calls = _catalogues(whole), int(count.read_text(encoding="utf-8"))
    asked = sorted(chat.charged)
    assert calls >= 30
    every = [(number, after) for number in range(calls) for after in (False, True)]
    step = 1 if os.environ.get("EXPLORE") else max(1, len(every) // 20)
    for number, after in every[::step]:
        where = f"killed {'after' if after else 'before'} call {number} of {calls}"
        chat.noted.clear()
        chat.answered.clear()
        chat.always = _first_answers_are_bad()
        folder = tmp_path / f"{number}-{after}"
        project = project_of(folder, chat, 10, **settings)
        killed = run_killed(folder, number, after=after, count=count)
        assert killed in (-signal.SIGKILL, 0), where
        assert run_killed(folder, None, after=False, count=count) == 0, where
        assert _catalogues(project) == wanted, where
        assert sorted(chat.charged) == asked, where


def _first_answers_are_bad() -> Spoil:
    """Return a manner that spoils the first request of a text, by what is asked alone."""

    def spoil(chat: Chat, body: Any, right: dict[str, str]) -> Any:
        again = '"problem"' in body["messages"][-1]["content"]
        return None if again or len(right) < 4 else misbehaving.drops_a_key(chat, body, right)

    return spoil


def test_an_interrupted_run_goes_on(chat: Chat, tmp_path: Path) -> None:
    project = project_of(tmp_path / "p", chat, 12, batch=4, concurrency=1)
    begun: list[subprocess.Popen[str]] = []
    ready = threading.Event()

    def interrupt(one: Chat, _: Any, __: Any) -> Any:
        if len(one.noted) == 3:
            ready.wait(60)
            begun[0].send_signal(signal.SIGINT)
        return None

    chat.always = interrupt
    command = [sys.executable, "-m", "compiler", "--project", str(project.root)]
    begun.append(
        subprocess.Popen(
            [*command, "translate", "--to", "es"],
            cwd=CHECKOUT,
            stderr=subprocess.PIPE,
            text=True,
            # Whoever runs this in the background has had interrupts ignored.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
        )
    )
    ready.set()
    _, said = begun[0].communicate(timeout=120)
    assert begun[0].returncode in {130, -signal.SIGINT}, said
    assert "The answers that came are kept: run the same command to go on." in said
    chat.always = None
    project.run("translate", "--to", "es").exits(0)
    assert Counter(chat.charged).most_common(1)[0][1] == 1
