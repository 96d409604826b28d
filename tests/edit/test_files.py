"""A set of files is written whole, or the folder stays as it was."""

import errno
import os
from pathlib import Path

import pytest

from compiler.edit.files import OutsideError, WriteError, Written, compare, write_files


def listed(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def test_new_changed_and_equal_files_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_bytes(b"old")
    (tmp_path / "same.txt").write_bytes(b"same")
    files = {"a/b/new.txt": b"new", "old.txt": b"changed", "same.txt": b"same"}
    expected = Written(made=("a/b/new.txt",), changed=("old.txt",), same=("same.txt",))
    assert compare(tmp_path, files) == expected
    assert listed(tmp_path) == {"old.txt": b"old", "same.txt": b"same"}
    assert write_files(tmp_path, files) == expected
    assert listed(tmp_path) == files


def test_a_changed_file_keeps_its_mode(tmp_path: Path) -> None:
    script = tmp_path / "run.sh"
    script.write_bytes(b"old")
    script.chmod(0o750)
    write_files(tmp_path, {"run.sh": b"new"})
    assert script.stat().st_mode & 0o777 == 0o750


def test_a_full_disk_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "old.txt").write_bytes(b"old")
    synced = []

    def full(handle: int) -> None:
        synced.append(handle)
        if len(synced) == 2:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WriteError, match="no space left on device; nothing was written"):
        write_files(tmp_path, {"a/new.txt": b"new", "old.txt": b"changed"})
    assert listed(tmp_path) == {"old.txt": b"old"}
    assert not (tmp_path / "a").exists()


def test_a_file_where_a_folder_should_be_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "content").write_bytes(b"a file")
    with pytest.raises(WriteError, match=r"content.*; nothing was written"):
        write_files(tmp_path, {"content/x.txt": b"x", "y.txt": b"y"})
    assert listed(tmp_path) == {"content": b"a file"}


def test_a_link_that_leads_outside_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    project = tmp_path / "project"
    project.mkdir()
    (project / "content").symlink_to("../outside")
    with pytest.raises(OutsideError, match="content` is a link that leads out of"):
        write_files(project, {"content/a/x.txt": b"x", "y.txt": b"y"})
    assert listed(tmp_path) == {}


def test_a_file_that_is_a_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_bytes(b"old")
    (tmp_path / "link.txt").symlink_to("real.txt")
    write_files(tmp_path, {"link.txt": b"new"})
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_bytes() == b"new"
