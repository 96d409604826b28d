"""A folder store brings bytes to the disk before they get a name, and the name before it goes on.

So a machine that loses its power has no name without its bytes, and no record without its objects.
"""

import os
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from compiler.adapters.folder_store import FolderStore
from tests.adapters.store_conformance import KIND


@dataclass
class Disk:
    """What was brought to the disk, and what was named, in order; paths are below ``root``."""

    root: Path
    done: list[str] = field(default_factory=list)

    def note(self, what: str, path: str | os.PathLike[str]) -> None:
        name = Path(path).relative_to(self.root).as_posix()
        self.done.append(f"{what} {'aside' if name.startswith('.tmp/') else name}")


@pytest.fixture
def disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Disk:
    found = Disk(tmp_path)
    sync, link, replace = os.fsync, os.link, os.replace

    def synced(handle: int) -> None:
        sync(handle)
        found.note("sync", Path(f"/proc/self/fd/{handle}").readlink())

    def linked(old: str | os.PathLike[str], new: str | os.PathLike[str]) -> None:
        link(old, new)
        found.note("link", new)

    def replaced(old: str | os.PathLike[str], new: str | os.PathLike[str]) -> None:
        replace(old, new)
        found.note("rename", new)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(os, "link", linked)
    monkeypatch.setattr(os, "replace", replaced)
    return found


pytestmark = pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="handles have no paths")


def test_an_object(tmp_path: Path, disk: Disk) -> None:
    store = FolderStore(tmp_path)
    store.put("objects/0/a.json", b"1", KIND)
    assert disk.done[-5:] == [
        "sync aside",
        "sync .",  # the new folders, each in its parent
        "sync objects",
        "rename objects/0/a.json",
        "sync objects/0",
    ]


def test_an_object_that_is_there_already(tmp_path: Path, disk: Disk) -> None:
    """Whoever put it there may have died before its name was on the disk."""
    FolderStore(tmp_path).put("objects/0/a.json", b"1", KIND)
    disk.done.clear()
    FolderStore(tmp_path).put("objects/0/a.json", b"1", KIND)
    assert disk.done == ["sync objects/0"]


def test_a_record(tmp_path: Path, disk: Disk) -> None:
    store = FolderStore(tmp_path)
    store.create("releases/1.json", b"1", KIND)
    disk.done.clear()
    store.create("releases/2.json", b"2", KIND)
    assert disk.done == ["sync aside", "link releases/2.json", "sync releases"]


def test_a_pointer(tmp_path: Path, disk: Disk) -> None:
    store = FolderStore(tmp_path)
    store.create("live/a.json", b"1", KIND)
    stored = store.get("live/a.json")
    assert stored is not None
    disk.done.clear()
    store.replace("live/a.json", b"2", KIND, tag=stored.tag)
    assert disk.done == ["sync aside", "rename live/a.json", "sync live"]
