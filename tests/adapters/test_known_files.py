"""The hash of all files: another one after every change, and no file is read in vain."""

import hashlib
import os
import time
from pathlib import Path

import pytest
from typing_extensions import override

from compiler.adapters import known_files
from compiler.adapters.known_files import hash_of_files
from compiler.adapters.work_tree import WorkTree

TEXT = "content/texts/a.yaml"
FILES = {"clientarea.yaml": "version: 1\n", TEXT: "a: 1\n", "content/texts/b.yaml": "b: 1\n"}


class Watched(WorkTree):
    """A work tree that notes what is read of it."""

    def __init__(self, project: Path) -> None:
        super().__init__(project, None)
        self.seen: list[str] = []

    @override
    def read(self, path: str) -> bytes:
        self.seen.append(path)
        return super().read(path)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def hashed(project: Path) -> tuple[str, list[str]]:
    """Return the hash of all files, and which were read for it, by path."""
    tree = Watched(project)
    return hash_of_files(project, tree), sorted(set(tree.seen))


def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """Go on in time, as far as files are concerned, until none of them is young."""
    monkeypatch.setattr(known_files, "_YOUNG", -time.time_ns())


def test_files_that_are_young_are_read_every_time(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = hashed(project)
    assert first[1] == list(FILES)
    assert hashed(project) == first
    later(monkeypatch)
    assert hashed(project) == first
    assert hashed(project) == (first[0], [])
    (project / TEXT).write_text("a: 2\n")
    second = hashed(project)
    assert second[0] != first[0]
    assert second[1] == [TEXT]
    assert hashed(project) == (second[0], [])
    (project / TEXT).write_text("a: 1\n")
    assert hashed(project) == (first[0], [TEXT])


def test_a_file_that_seems_old_is_read_every_time_while_it_is_new(project: Path) -> None:
    for name in FILES:
        os.utime(project / name, (1_000_000, 1_000_000))  # as what unpacks an archive does
    hashed(project)
    assert hashed(project)[1] == list(FILES)


def test_every_change_is_seen(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    later(monkeypatch)
    seen = {hashed(project)[0]}
    status = (project / TEXT).stat()
    (project / TEXT).write_text("a: 3\n")
    os.utime(project / TEXT, ns=(status.st_atime_ns, status.st_mtime_ns))
    seen.add(hashed(project)[0])
    (project / TEXT).rename(project / "content/texts/c.yaml")
    seen.add(hashed(project)[0])
    (project / TEXT).symlink_to("b.yaml")
    seen.add(hashed(project)[0])
    (project / "content/texts/b.yaml").write_text("b: 2\n")
    seen.add(hashed(project)[0])
    (project / TEXT).unlink()
    seen.add(hashed(project)[0])
    (project / TEXT).mkdir()
    assert hashed(project)[0] in seen  # an empty folder is no file
    assert len(seen) == 6


def test_what_a_link_leads_to_is_read_every_time(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    later(monkeypatch)
    (project / "other").mkdir()
    (project / "other/x.yaml").write_text("x: 1\n")
    (project / "content/texts/x.yaml").symlink_to("../../other/x.yaml")
    first, _ = hashed(project)
    assert hashed(project) == (first, ["content/texts/x.yaml"])
    (project / "other/x.yaml").write_text("x: 2\n")
    assert hashed(project)[0] != first


def test_a_disk_with_another_clock_is_not_believed(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    later(monkeypatch)
    first, _ = hashed(project)
    os.utime(project / "build/.cache/files", (0, 0))
    assert hashed(project) == (first, list(FILES))


@pytest.mark.parametrize("kept", [None, b"", b"of another listing"])
def test_contents_that_belong_to_another_list_are_not_believed(
    project: Path, monkeypatch: pytest.MonkeyPatch, kept: bytes | None
) -> None:
    later(monkeypatch)
    hashed(project)
    contents = project / "build/.cache/file-contents"
    older = contents.read_bytes()
    (project / TEXT).write_text("a: 3\n")
    changed, read = hashed(project)
    assert read == [TEXT]
    if kept is None:
        contents.unlink()
    else:
        contents.write_bytes(kept and older)
    assert hashed(project) == (changed, [])  # where nothing has changed they are not asked for
    (project / "content/texts/new.yaml").write_text("n: 1\n")
    assert hashed(project)[1] == sorted([*FILES, "content/texts/new.yaml"])


def test_an_object_of_git_lfs_that_goes_is_missed(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    later(monkeypatch)
    data = b"a: 4\n"
    name = hashlib.sha256(data).hexdigest()
    pointer = f"version https://git-lfs.github.com/spec/v1\noid sha256:{name}\nsize {len(data)}\n"
    (project / TEXT).write_text(pointer)
    (project / ".git").mkdir()
    (project / ".git/HEAD").touch()
    stored = project / ".git/lfs/objects" / name[:2] / name[2:4] / name
    stored.parent.mkdir(parents=True)
    stored.write_bytes(data)
    first = hash_of_files(project, WorkTree(project, project))
    assert hash_of_files(project, WorkTree(project, project)) == first
    stored.unlink()
    assert hash_of_files(project, WorkTree(project, project)) != first
