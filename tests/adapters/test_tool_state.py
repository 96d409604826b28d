"""The state of the tool: the same from run to run, another one where the tool is another."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from compiler.adapters import tool_state as tool_states
from compiler.adapters.tool_state import tool_state


def test_it_stays_the_same() -> None:
    assert tool_state() == tool_state()


def test_it_changes_with_any_module(tmp_path: Path, project_root: Path) -> None:
    shutil.copytree(
        project_root / "compiler",
        tmp_path / "compiler",
        ignore=shutil.ignore_patterns("__pycache__", "fonts"),
    )

    def state() -> str:
        code = "from compiler.adapters.tool_state import tool_state; print(tool_state())"
        run = subprocess.run(
            [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
        )
        return run.stdout

    before = state()
    assert state() == before
    seen = {before}
    file = tmp_path / "compiler/rules/any.py"
    file.write_text("ANY = 1\n")
    seen.add(state())
    status = file.stat()
    file.write_text("ANY = 2\n")
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))  # as where all files have one time
    seen.add(state())
    for name in ("default.typ", "font.ttf", "font.otf", "runtime.mjs"):
        (tmp_path / "compiler/rules" / name).write_text("any")
        seen.add(state())
    assert len(seen) == 7


@pytest.mark.parametrize("shared", [False, True])
@pytest.mark.parametrize("name", ["default.typ", "font.ttf", "font.otf", "runtime.mjs", "any.py"])
def test_it_changes_with_every_file_that_tells(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, *, shared: bool
) -> None:
    monkeypatch.setenv("CLIENTAREA_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("CLIENTAREA_CACHE_WORK", "1" if shared else "")
    monkeypatch.setattr(tool_states, "__file__", str(tmp_path / "compiler/adapters/tool_state.py"))
    (tmp_path / "compiler/adapters").mkdir(parents=True)

    found = tool_states._by_content if shared else tool_states._by_status
    found.cache_clear()
    before = tool_state()
    (tmp_path / "compiler" / name).write_text("any")
    assert tool_state() == before  # what is installed meanwhile does not run yet
    found.cache_clear()
    assert tool_state() != before
    found.cache_clear()


def test_no_file_of_the_tool_is_left_out(project_root: Path) -> None:
    told_elsewhere = ("edit/starter/files/", "preview/static/")  # nothing of that is kept
    own = project_root / "compiler"
    left_out = {
        name
        for path in own.rglob("*")
        if path.is_file() and not path.name.endswith((*tool_states._TELLING, ".pyc", "OFL.txt"))
        if not (name := path.relative_to(own).as_posix()).startswith(told_elsewhere)
    }
    assert left_out == {"py.typed", "channels/agreements/fonts/README.md"}


def test_every_library_is_known_as_it_is_installed_and_as_it_is_imported() -> None:
    found = packages_distributions()
    imported = {found[name][0].lower().replace("_", "-") for name in tool_states._LIBRARIES}
    assert imported == set(tool_states._PACKAGES)


def test_every_library_that_understands_content_is_known(project_root: Path) -> None:
    project = tomllib.loads((project_root / "pyproject.toml").read_text())["project"]
    extras = project["optional-dependencies"]
    needed = [*project["dependencies"], *extras["code"], *extras["pdf"]]
    names = {re.match(r"[\w.-]+", one)[0] for one in needed}  # type: ignore[index]
    assert names - set(tool_states._PACKAGES) == {"ruamel.yaml"}  # edits, which are never kept
