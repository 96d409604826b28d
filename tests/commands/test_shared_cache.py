"""Work that runs share: another clone on another machine finds it, and says the same without it."""

import os
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from compiler.adapters.agreement_press import AgreementPress
from compiler.adapters.build_cache import read_cache, write_cache
from compiler.adapters.pdf import inspecting
from compiler.adapters.template_worker import TemplateWorker
from tests.harness import CHECKOUT, SMALL_PROJECT, Project


@pytest.fixture
def shared(tmp_path: Path, checked_showcase: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work as continuous integration does, with a folder that its runs share.

    What was made of the images is there, and nothing else.
    """
    del checked_showcase  # once it is checked, its images are where the test run keeps them
    shutil.copytree(Path(os.environ["CLIENTAREA_CACHE"], "images"), tmp_path / "shared/images")
    monkeypatch.setenv("CI", "true")
    monkeypatch.setenv("CLIENTAREA_CACHE", str(tmp_path / "shared"))
    monkeypatch.setenv("CLIENTAREA_CACHE_WORK", "1")
    return tmp_path / "shared"


def clone(folder: Path) -> Project:
    """Return the content as another machine has it: at another place, with other times."""
    for name in ("content", "schemas"):
        shutil.copytree(CHECKOUT / name, folder / name, copy_function=shutil.copyfile)
    shutil.copy(CHECKOUT / "clientarea.yaml", folder)
    return Project(folder).commit()


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How many templates are rendered, agreements printed and PDFs opened."""
    found: Counter[str] = Counter()

    def counting(name: str, call: Callable[..., Any], at: int) -> Callable[..., Any]:
        def wrapped(*given: Any, **named: Any) -> Any:
            found[name] += len(given[at])
            return call(*given, **named)

        return wrapped

    for owner, name, at in (
        (TemplateWorker, "probe", 1),
        (AgreementPress, "flaws", 1),
        (inspecting, "open_pdfs", 0),
    ):
        monkeypatch.setattr(owner, name, counting(name, getattr(owner, name), at))
    return found


def told(project: Project, *asked: str) -> tuple[int, str]:
    project.run(*asked)
    return project.code, project.out.replace(str(project.root), ".")


def test_another_clone_renders_prints_and_opens_nothing_again(
    shared: Path, counted: Counter[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = [told(clone(tmp_path / "a"), "check")]
    # Of the same PDFs another test in this process may have had the facts already.
    assert min(counted["probe"], counted["flaws"]) > 0
    counted.clear()
    other = clone(tmp_path / "b")
    assert [told(other, "check")] == first
    assert counted.total() == 0
    assert not (other.root / "build/.cache/prints").exists()
    kept = {path.name: path.read_bytes() for path in (shared / "work").iterdir()}
    assert {"prints", "renderings"} <= kept.keys()
    assert not any(str(tmp_path).encode() in data for data in kept.values())
    for path in (shared / "work").iterdir():
        data = path.read_bytes()
        path.write_bytes(data[:-3] + b"xyz")
    assert [told(clone(tmp_path / "c"), "check")] == first
    assert counted.total() > 0
    monkeypatch.delenv("CLIENTAREA_CACHE_WORK")
    assert [told(clone(tmp_path / "d"), "check")] == first


def test_a_folder_that_a_branch_could_bring_along_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = clone(tmp_path / "a")
    monkeypatch.setenv("CLIENTAREA_CACHE", str(project.root / "cache"))
    project.run("check").exits(2).says("lies in the work tree")
    assert not (project.root / "cache").exists()


@pytest.mark.parametrize("verb", ["check", "build"])
@pytest.mark.parametrize("wrong", ["relative", "{top}/shared"])
def test_a_folder_of_no_use_is_refused_every_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wrong: str, verb: str
) -> None:
    monkeypatch.delenv("CI", raising=False)
    project = Project(tmp_path / "clone/site").files({**SMALL_PROJECT})
    Project(tmp_path / "clone").commit()
    assert project.run(verb).code == project.run(verb).code == 0
    monkeypatch.setenv("CLIENTAREA_CACHE", wrong.format(top=tmp_path / "clone"))
    project.run(verb).exits(2).says("CLIENTAREA_CACHE is ")


def test_work_that_a_branch_brings_along_beside_the_project_is_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = tmp_path / "clone/site"
    project.mkdir(parents=True)
    Project(tmp_path / "clone").commit()
    monkeypatch.setenv("CLIENTAREA_CACHE_WORK", "1")
    monkeypatch.setenv("CLIENTAREA_CACHE", str(tmp_path / "beside"))
    assert write_cache(project, "clean", b"nothing is wrong")
    assert read_cache(project, "clean") == b"nothing is wrong"
    (tmp_path / "beside").rename(tmp_path / "clone/shared")
    monkeypatch.setenv("CLIENTAREA_CACHE", str(tmp_path / "clone/shared"))
    assert read_cache(project, "clean") is None
    assert not write_cache(project, "clean", b"nothing is wrong")
