"""The files of a commit."""

import hashlib
import os
from pathlib import Path

import pytest

from compiler.adapters.git import GitRepository
from compiler.adapters.git_folder import work_tree_top
from compiler.adapters.work_tree import WorkTree
from compiler.ports.file_state import FileState
from compiler.ports.history import HistoryError
from compiler.ports.snapshot import Snapshot, UnreadableError
from tests.adapters.repositories import commit, git, texts, write

POINTER = "version https://git-lfs.github.com/spec/v1\n"


def states(snapshot: Snapshot) -> dict[str, FileState]:
    return {entry.path: entry.state for entry in snapshot.entries()}


def test_a_snapshot_is_the_files_of_that_commit(repository: Path) -> None:
    commit(
        repository,
        {
            "app/clientarea.yaml": "version: 1\n",
            "app/content/texts/a.yaml": "old",
            "app/content/.hidden": "",
            "app/schemas/x.json": "{}",
            "app/src/x.ts": "",
            "content/other.yaml": "",
        },
    )
    git(repository, "tag", "v1")
    commit(repository, {"app/content/texts/a.yaml": "new", "app/content/texts/ü b.yaml": "b"})
    write(repository, {"app/content/texts/a.yaml": "changed since"})
    history = GitRepository(repository / "app")
    assert texts(history.snapshot("v1")) == {
        "clientarea.yaml": "version: 1\n",
        "content/texts/a.yaml": "old",
        "schemas/x.json": "{}",
    }
    now = history.snapshot("HEAD")
    assert now.read("content/texts/a.yaml") == b"new"
    assert now.read("content/texts/ü b.yaml") == b"b"
    assert texts(history.snapshot("HEAD~1")) == texts(history.snapshot("v1"))
    with pytest.raises(UnreadableError, match="is not a file of this revision"):
        now.read("content/nothing.yaml")


@pytest.mark.parametrize("objects", ["sha1", "sha256"])
def test_a_snapshot_knows_its_files_by_hash(tmp_path: Path, objects: str) -> None:
    git(tmp_path, "init", "--quiet", f"--object-format={objects}")
    commit(tmp_path, {"content/a.yaml": "old", "content/b.yaml": "b", "shared.md": "s"})
    (tmp_path / "content/link.md").symlink_to("../shared.md")
    commit(tmp_path)
    snapshot = GitRepository(tmp_path).snapshot("HEAD")
    assert snapshot.holds("content/b.yaml", b"b")
    assert snapshot.holds("content/link.md", b"s")
    assert not snapshot.holds("content/a.yaml", b"new")
    assert not snapshot.holds("content/a.yaml", b"newer")
    assert not snapshot.holds("content/nothing.yaml", b"b")
    assert texts(snapshot) == {
        "content/a.yaml": "old",
        "content/b.yaml": "b",
        "content/link.md": "s",
    }


def test_what_a_pointer_stands_for_is_not_held_by_the_pointer(repository: Path) -> None:
    data = b"x" * 200
    pointer = f"{POINTER}oid sha256:{hashlib.sha256(data).hexdigest()}\nsize {len(data)}\n"
    commit(repository, {"content/a.png": pointer})
    snapshot = GitRepository(repository).snapshot("HEAD")
    assert not snapshot.holds("content/a.png", data)
    assert not snapshot.holds("content/a.png", pointer.encode())
    assert states(snapshot) == {"content/a.png": FileState.LFS_UNKNOWN}


@pytest.mark.parametrize(
    "revision", ["nothing", "--all", "-h", "", "HEAD..HEAD", "a\0b", "HEAD:content"]
)
def test_a_revision_that_there_is_not(repository: Path, revision: str) -> None:
    commit(repository, {"content/a.yaml": ""})
    with pytest.raises(HistoryError, match="Git knows no revision"):
        GitRepository(repository).snapshot(revision)


def test_large_and_binary_and_empty_files(repository: Path) -> None:
    large = bytes(range(256)) * 2_000
    (repository / "content").mkdir()
    (repository / "content" / "large.png").write_bytes(large)
    (repository / "content" / "crlf.yaml").write_bytes(b"a\r\n")
    (repository / "content" / "empty.yaml").write_bytes(b"")
    commit(repository)
    snapshot = GitRepository(repository).snapshot("HEAD")
    assert snapshot.read("content/large.png") == large
    assert snapshot.read("content/crlf.yaml") == b"a\r\n"
    assert snapshot.read("content/empty.yaml") == b""


def test_links_mean_the_same_in_a_commit_and_on_the_disk(repository: Path) -> None:
    project = repository / "app"
    write(
        repository,
        {"shared/legal/x.yaml": "x", "shared/one.yaml": "1", "app/content/t/y.yaml": "y"},
    )
    content = project / "content"
    for name, target in {
        "texts": "../../shared/legal",
        "one.yaml": "../../shared/./legal/../one.yaml",
        "twice.yaml": "one.yaml",
        "through.yaml": "texts/x.yaml",
        "t/z": "../texts",
        "out.md": "../../../secret",
        "absolute.md": "/etc/passwd",
        "gone.md": "nothing.md",
        "gone-out.md": "nothing/../../../../x",
        "loop.md": "loop.md",
        "up": "..",
        "self": ".",
    }.items():
        (content / name).symlink_to(target)
    commit(repository)
    then = GitRepository(project).snapshot("HEAD")
    now = WorkTree(project, work_tree_top(project))
    assert states(then) == states(now)
    assert states(then) == {
        "content/absolute.md": FileState.OUTSIDE,
        "content/gone-out.md": FileState.OUTSIDE,
        "content/gone.md": FileState.DANGLING,
        "content/loop.md": FileState.DANGLING,
        "content/one.yaml": FileState.READABLE,
        "content/out.md": FileState.OUTSIDE,
        "content/self": FileState.DANGLING,
        "content/t/y.yaml": FileState.READABLE,
        "content/t/z/x.yaml": FileState.READABLE,
        "content/texts/x.yaml": FileState.READABLE,
        "content/through.yaml": FileState.READABLE,
        "content/twice.yaml": FileState.READABLE,
        "content/up": FileState.DANGLING,
    }
    for path, state in states(then).items():
        if state is FileState.READABLE:
            assert then.read(path) == now.read(path)


def test_submodules_are_no_files(repository: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    git(other, "init", "--quiet")
    commit(other, {"x.yaml": "x"})
    write(repository, {"content/a.yaml": "a"})
    git(
        repository,
        "-c",
        "protocol.file.allow=always",
        "submodule",
        "--quiet",
        "add",
        str(other),
        "content/sub",
    )
    commit_id = commit(repository)
    assert texts(GitRepository(repository).snapshot(commit_id)) == {"content/a.yaml": "a"}


def test_git_lfs_pointers(repository: Path) -> None:
    data = b"image"
    oid = hashlib.sha256(data).hexdigest()
    pointer = f"version https://git-lfs.github.com/spec/v1\noid sha256:{oid}\nsize {len(data)}\n"
    commit(repository, {"content/a.png": pointer})
    snapshot = GitRepository(repository).snapshot("HEAD")
    assert states(snapshot) == {"content/a.png": FileState.LFS_UNKNOWN}
    with pytest.raises(UnreadableError, match="`git lfs pull`"):
        snapshot.read("content/a.png")
    stored = repository / ".git" / "lfs" / "objects" / oid[:2] / oid[2:4] / oid
    stored.parent.mkdir(parents=True)
    stored.write_bytes(data)
    snapshot = GitRepository(repository).snapshot("HEAD")
    assert states(snapshot) == {"content/a.png": FileState.READABLE}
    assert snapshot.read("content/a.png") == data


def test_a_name_that_is_no_text_becomes_visible(repository: Path) -> None:
    (repository / "content").mkdir()
    Path(os.fsdecode(os.fsencode(repository) + b"/content/caf\xe9.yaml")).write_bytes(b"x")
    commit(repository)
    assert texts(GitRepository(repository).snapshot("HEAD")) == {"content/caf\\u{dce9}.yaml": "x"}


def test_an_object_that_is_not_in_the_clone(repository: Path) -> None:
    commit(repository, {"content/a.yaml": "a", "content/b.yaml": "b"})
    oid = git(repository, "rev-parse", "HEAD:content/a.yaml")
    (repository / ".git" / "objects" / oid[:2] / oid[2:]).unlink()
    snapshot = GitRepository(repository).snapshot("HEAD")
    assert snapshot.read("content/b.yaml") == b"b"
    with pytest.raises(UnreadableError, match="its object is not in this clone"):
        snapshot.read("content/a.yaml")
