"""A build of what was built already: the same words, nothing made again; else all of it."""

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from compiler.adapters import known_files
from compiler.adapters.build_folder import write_out
from compiler.commands import build
from compiler.commands.kept_build import keep_build
from tests.harness import Project

OUT = "build/out/public"
PO = "content/translations/portal/es.po"
DOUBLE = 'msgctxt "more"\nmsgid "More and more"\nmsgstr "Más  y más"\n'


@pytest.fixture
def built(project: Project, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Return a project with a warning that was built once, by a person."""
    monkeypatch.delenv("CI", raising=False)
    english = PO.replace("es.po", "en.po")
    for name, text in ((PO, DOUBLE), (english, DOUBLE.replace("Más  y más", ""))):
        before = (project.root / name).read_text(encoding="utf-8")
        project.files({name: f"{before}\n{text}"})
    return project.run("build")


def files(project: Project) -> dict[Path, tuple[int, int, bytes]]:
    out = project.root / "build/out"
    found = (path for path in out.rglob("*") if path.is_file())
    return {
        path: (path.stat().st_ino, path.stat().st_mtime_ns, path.read_bytes()) for path in found
    }


def bundle(project: Project) -> Path:
    return next(iter(sorted((project.root / OUT).rglob("*.json"))))


@pytest.mark.parametrize("form", ["text", "json"])
def test_it_says_the_same_and_writes_nothing(
    built: Project, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = built.run("build", "--format", form)
    before = files(built)

    def never(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(build, "_built", never)
    said = first.code, first.out, first.err
    again = built.run("build", "--format", form)
    assert (again.code, again.out, again.err) == said
    assert "double-space" in again.err
    assert files(built) == before


def _damage(project: Project) -> None:
    path = bundle(project)
    data = path.read_bytes()
    status = path.stat()
    path.write_bytes(data[:-2] + b"!" + data[-1:])
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


@pytest.mark.parametrize(
    "harm",
    [
        _damage,
        lambda project: bundle(project).unlink(),
        lambda project: project.files({f"{OUT}/more.json": "{}"}),
        lambda project: bundle(project).replace(bundle(project).with_name("other.json")),
        lambda project: project.files({"build/.cache/build": "no build"}),
    ],
    ids=["changed", "removed", "added", "renamed", "forgotten"],
)
def test_what_is_not_there_any_more_is_built_again(
    built: Project, harm: Callable[[Project], object]
) -> None:
    before = {path: data for path, (_, _, data) in files(built).items()}
    harm(built)
    built.run("build")
    assert built.code == 0
    assert {path: data for path, (_, _, data) in files(built).items()} == before


def test_what_another_build_has_written_meanwhile_is_not_taken_for_ours(
    built: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def late(*given: Any) -> None:
        write_out(built.root, [("public/theirs.json", b"{}")])
        keep_build(*given)

    before = {path: data for path, (_, _, data) in files(built).items()}
    with monkeypatch.context() as patch:
        patch.setattr(build, "keep_build", late)
        built.edit(PO, "Hola", "Buenas").run("build")
    assert files(built).keys() != before.keys()
    built.run("build")
    now = {path: data for path, (_, _, data) in files(built).items()}
    assert any(b"Buenas" in data for data in now.values())
    assert not any(path.name == "theirs.json" for path in now)


@pytest.mark.parametrize("there_and_back", [False, True])
def test_what_has_changed_meanwhile_is_built_again(
    built: Project, monkeypatch: pytest.MonkeyPatch, *, there_and_back: bool
) -> None:
    def late(*given: Any, **named: Any) -> Any:
        """Change a file before it is read, and as an editor does change it back."""
        built.edit(PO, "Hola", "Otra")
        try:
            return real(*given, **named)
        finally:
            if there_and_back:
                built.edit(PO, "Otra", "Hola")

    real = build._built
    monkeypatch.setattr(known_files, "_YOUNG", -time.time_ns())  # no file is read without need
    built.run("build")
    built.edit("clientarea.yaml", "1", "1 # one")
    with monkeypatch.context() as patch:
        patch.setattr(build, "_built", late)
        built.run("build")
        assert any(b"Otra" in one for _, _, one in files(built).values())
    built.run("build")
    assert any(
        (b"Hola" if there_and_back else b"Otra") in one for _, _, one in files(built).values()
    )


def test_what_was_changed_is_built(built: Project) -> None:
    built.edit(PO, "Hola", "Buenas").run("build")
    assert any(b"Buenas" in data for _, _, data in files(built).values())


def test_what_would_refuse_it_refuses_it(built: Project) -> None:
    before = files(built)
    assert built.run("build", "--strict").code == 1
    assert built.run("build", "--gate", "complete").code == 0
    built.edit(PO, "Adiós", "").run("build")
    assert built.code == 1
    assert before
    assert (
        built.edit(PO, 'msgid "Goodbye"\nmsgstr ""', 'msgid "Goodbye"\nmsgstr "Adiós"')
        .run("build")
        .code
        == 0
    )


def test_nobody_believes_it_in_continuous_integration(
    built: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files(built)
    monkeypatch.setenv("CI", "true")
    built.run("build")
    now = files(built)
    assert now.keys() == before.keys()
    assert all(now[path][0] != before[path][0] or now[path][1] != before[path][1] for path in now)


def test_nothing_is_kept_of_a_first_build_there(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", "true")
    assert project.run("build").exits(0).out.startswith("build/out: ")
    assert not (project.root / "build/.cache").exists()
