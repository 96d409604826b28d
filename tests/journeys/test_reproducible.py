"""The same content gives the same bytes: in other folders, time zones, orders, and twice."""

import os
import random
import shutil
from pathlib import Path

import pytest

from tests.harness import Project


def copied(source: Path, folder: Path, seed: int) -> Project:
    """Copy the showcase file by file in an order of its own, with other times."""
    files = [path for path in (source / "content").rglob("*") if path.is_file()]
    files.append(source / "clientarea.yaml")
    random.Random(seed).shuffle(files)
    for number, path in enumerate(files):
        target = folder / path.relative_to(source)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
        os.utime(target, (seed * 1_000_000 + number, seed * 1_000_000 + number))
    return Project(folder)


def built(project: Project) -> dict[str, bytes]:
    project.run("build").exits(0)
    out = project.root / "build/out"
    return {p.relative_to(out).as_posix(): p.read_bytes() for p in out.rglob("*") if p.is_file()}


ENVIRONMENTS = [
    {"TZ": "Pacific/Kiritimati", "LANG": "C", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
    {"TZ": "America/St_Johns", "LANG": "de_DE.UTF-8", "PYTHONHASHSEED": "2", "PYTHONUTF8": "0"},
]


def test_the_showcase_compiles_to_the_same_bytes_everywhere(
    tmp_path: Path, project_root: Path
) -> None:
    first = copied(project_root, tmp_path / "one" / "deep" / "folder", 1)
    second = copied(project_root, tmp_path / "zwei mit Leerzeichen", 2)
    first.environment, second.environment = ENVIRONMENTS
    files = built(first)
    assert len(files) > 100
    assert built(second) == files
    assert built(first) == files


def test_a_clone_on_another_machine_gives_the_same_release(
    tmp_path: Path, project_root: Path
) -> None:
    projects = [copied(project_root, tmp_path / name, seed) for seed, name in enumerate("ab")]
    ids = []
    for project in projects:
        project.run("publish", "--format", "json").exits(0)
        ids.append(project.data()["id"])
    assert ids[0] == ids[1]


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_line_ends_of_a_checkout_change_nothing_that_is_published(
    project: Project, ends: str
) -> None:
    text = "locales:\n  en:\n    title: A\n    description: |\n      one\n\n      two\n  es: {title: B, description: C}\n"
    project.files({"content/texts/a.yaml": text.replace("\n", ends)})
    project.run("build").exits(0)
    assert project.json("build/out/public/default/texts/en/a.json")["a"]["text"] == "one\n\ntwo"
