"""What is compiled stands in `build/out` as a whole, however many builds there are at once."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from compiler.adapters.build_folder import prepare_build_folder, write_out


def test_of_builds_at_once_each_is_written_whole(tmp_path: Path) -> None:
    def build(number: int) -> None:
        data = b"%d" % number
        write_out(tmp_path, [(f"public/a/{name}.json", data) for name in range(50)])

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(build, range(24)))
    found = {path.read_bytes() for path in (tmp_path / "build/out").rglob("*.json")}
    assert len(found) == 1
    assert len(list((tmp_path / "build/out").rglob("*.json"))) == 50
    assert sorted(path.name for path in (tmp_path / "build").iterdir()) == [
        ".gitignore",
        ".out-lock",
        "out",
    ]


@pytest.mark.timeout(20)
@pytest.mark.parametrize("kind", ["dangling", "leading", "pipe", "empty", "missing"])
def test_git_sees_nothing_and_no_link_is_followed(tmp_path: Path, kind: str) -> None:
    project, theirs = tmp_path / "project", tmp_path / "theirs"
    ignore = project / "build/.gitignore"
    ignore.parent.mkdir(parents=True)
    if kind == "leading":
        theirs.touch()
    if kind in ("dangling", "leading"):
        ignore.symlink_to(theirs)
    elif kind == "pipe":
        os.mkfifo(ignore)
    elif kind == "empty":
        ignore.touch()
    prepare_build_folder(project)
    assert ignore.read_text() == "*\n"
    assert not ignore.is_symlink()
    assert not theirs.exists() or theirs.read_bytes() == b""
