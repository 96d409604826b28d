import hashlib
import os
import subprocess
from pathlib import Path

import pytest

from compiler.adapters.git import GitRepository
from compiler.adapters.git_folder import git_folder_of, work_tree_top
from compiler.adapters.git_process import Answer, refusal
from compiler.adapters.work_tree import WorkTree
from compiler.ports.history import Descent, HistoryError, Revision
from compiler.ports.snapshot import FileState, Snapshot, UnreadableError
from tests.conftest import missing

POINTER = "version https://git-lfs.github.com/spec/v1\n"


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", *arguments], cwd=folder, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def write(root: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)


def commit(root: Path, files: dict[str, str] | None = None, message: str = "change") -> str:
    write(root, files or {})
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--allow-empty", "--message", message)
    return git(root, "rev-parse", "HEAD")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    root = tmp_path / "repository"
    root.mkdir()
    git(root, "init", "--quiet")
    return root


def texts(snapshot: Snapshot) -> dict[str, str]:
    return {e.path: snapshot.read(e.path).decode() for e in snapshot.entries()}


def states(snapshot: Snapshot) -> dict[str, FileState]:
    return {entry.path: entry.state for entry in snapshot.entries()}


# ----------------------------------------------------------------------------- what is checked out


def test_without_git_there_is_no_commit(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()  # an empty folder of that name is no repository
    history = GitRepository(tmp_path)
    assert history.revision() == Revision(None)
    assert history.descent("a" * 40, "b" * 40) is Descent.UNKNOWN
    with pytest.raises(HistoryError, match="is in no Git repository, so it has no revisions"):
        history.snapshot("HEAD")


def test_a_repository_without_commits(repository: Path) -> None:
    assert GitRepository(repository).revision() == Revision(None)
    with pytest.raises(HistoryError, match="Git knows no revision `HEAD` here"):
        GitRepository(repository).snapshot("HEAD")


def test_the_commit_checked_out(repository: Path) -> None:
    commit_id = commit(repository, {"app/clientarea.yaml": "version: 1\n"})
    history = GitRepository(repository / "app")
    assert history.revision() == Revision(commit_id)
    assert GitRepository(repository / "app" / "..").revision() == Revision(commit_id)


@pytest.mark.parametrize(
    ("path", "dirty"),
    [
        ("app/clientarea.yaml", True),
        ("app/waivers.yaml", True),
        ("app/content/texts/new.yaml", True),
        ("app/content/a.yaml", True),
        ("app/content/ignored.tmp", False),
        ("app/schemas/x.json", False),
        ("app/src/x.ts", False),
        ("clientarea.yaml", False),
    ],
)
def test_dirty_is_what_changes_a_release(repository: Path, path: str, dirty: bool) -> None:
    commit_id = commit(
        repository, {"app/clientarea.yaml": "", "app/content/a.yaml": "", ".gitignore": "*.tmp\n"}
    )
    write(repository, {path: "changed\n"})
    assert GitRepository(repository / "app").revision() == Revision(commit_id, dirty=dirty)


def test_a_deleted_or_staged_file_is_dirty(repository: Path) -> None:
    commit_id = commit(repository, {"content/a.yaml": ""})
    (repository / "content" / "a.yaml").unlink()
    assert GitRepository(repository).revision() == Revision(commit_id, dirty=True)
    git(repository, "rm", "--quiet", "--cached", "content/a.yaml")
    assert GitRepository(repository).revision() == Revision(commit_id, dirty=True)


def test_a_linked_work_tree(repository: Path, tmp_path: Path) -> None:
    commit_id = commit(repository, {"content/a.yaml": "a"})
    linked = tmp_path / "linked"
    git(repository, "worktree", "add", "--quiet", str(linked))
    assert work_tree_top(linked / "content") == linked
    assert git_folder_of(linked) == repository / ".git"
    assert GitRepository(linked).revision() == Revision(commit_id)
    assert texts(GitRepository(linked).snapshot("HEAD")) == {"content/a.yaml": "a"}


def test_a_broken_repository_is_one_sentence(repository: Path) -> None:
    commit(repository)
    (repository / ".git" / "config").write_text("[core\nnonsense")
    with pytest.raises(
        HistoryError, match=r"^Git failed in `.*`: bad config line 1 in file"
    ) as bad:
        GitRepository(repository).revision()
    assert "\n" not in str(bad.value)


def test_a_head_whose_object_is_gone(repository: Path) -> None:
    commit_id = commit(repository)
    (repository / ".git" / "objects" / commit_id[:2] / commit_id[2:]).unlink()
    with pytest.raises(HistoryError, match=r"the commit checked out in `.*` cannot be read"):
        GitRepository(repository).revision()


def test_a_repository_of_another_user(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(repository)
    monkeypatch.setenv("GIT_CONFIG_COUNT", "0")
    if os.geteuid() != 0:
        missing("only root can give a folder to another user")
    os.chown(repository, 65534, 65534)
    os.chown(repository / ".git", 65534, 65534)
    for ask in (
        GitRepository(repository).revision,
        lambda: GitRepository(repository).snapshot("HEAD"),
    ):
        with pytest.raises(
            HistoryError, match=r"Git does not trust `.*`, which belongs to another user"
        ):
            ask()


def test_the_line_that_ends_distrust_names_the_top_and_can_be_pasted(tmp_path: Path) -> None:
    complaint = (
        "fatal: detected dubious ownership in repository at '/srv/our content'\n"
        "To add an exception for this directory, call:\n"
    )
    said = str(refusal(tmp_path / "below", Answer(128, b"", complaint)))
    assert said == (
        "Git does not trust `/srv/our content`, which belongs to another user;"
        " `git config --global --add safe.directory '/srv/our content'` tells it to"
    )


def test_git_is_not_installed(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(repository)
    monkeypatch.setenv("PATH", str(repository))
    with pytest.raises(HistoryError, match="lies in a Git repository, and Git is not installed"):
        GitRepository(repository).revision()


def test_environment_does_not_lead_elsewhere(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit_id = commit(repository, {"content/a.yaml": ""})
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "nowhere"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "index"))
    assert GitRepository(repository).revision() == Revision(commit_id)


def test_nothing_of_the_repository_is_run(repository: Path, tmp_path: Path) -> None:
    ran = tmp_path / "ran"
    script = tmp_path / "script"
    script.write_text(f"#!/bin/sh\ntouch {ran}\n")
    script.chmod(0o755)
    first = commit(repository, {"content/a.yaml": "a", ".gitattributes": "* diff=evil\n"})
    second = commit(repository, {"content/a.yaml": "b"})
    hooks = repository / ".git" / "hooks"
    for hook in ("post-index-change", "post-checkout", "reference-transaction"):
        (hooks / hook).write_text(script.read_text())
        (hooks / hook).chmod(0o755)
    for key in (
        "core.fsmonitor",
        "diff.external",
        "diff.evil.textconv",
        "core.sshCommand",
        "core.pager",
    ):
        git(repository, "config", key, str(script))
    ran.unlink(missing_ok=True)
    os.utime(repository / "content" / "a.yaml", (1, 1))
    history = GitRepository(repository)
    assert history.revision() == Revision(second)
    assert history.descent(second, first) is Descent.SAME_OR_LATER
    assert texts(history.snapshot(first)) == {"content/a.yaml": "a"}
    assert not ran.exists()


# --------------------------------------------------------------------------------- what came after


def test_descent(repository: Path) -> None:
    first, second = commit(repository), commit(repository, message="two")
    git(repository, "checkout", "--quiet", "-b", "side", first)
    side = commit(repository, message="side")
    history = GitRepository(repository)
    assert history.descent(second, first) is Descent.SAME_OR_LATER
    assert history.descent(second, second) is Descent.SAME_OR_LATER
    assert history.descent(first, second) is Descent.NOT_LATER
    assert history.descent(side, second) is Descent.NOT_LATER
    assert history.descent("0" * 40, second) is Descent.UNKNOWN
    assert history.descent(second, "0" * 40) is Descent.UNKNOWN
    assert history.descent("--all", "HEAD") is Descent.UNKNOWN


def test_a_shallow_clone_does_not_know(repository: Path, tmp_path: Path) -> None:
    first = commit(repository, message="one")
    git(repository, "checkout", "--quiet", "-b", "side")
    side = commit(repository, message="side")
    git(repository, "checkout", "--quiet", "main")
    last = commit(repository, message="two")
    clone = tmp_path / "clone"
    address = f"file://{repository}"
    git(tmp_path, "clone", "--quiet", "--depth", "1", "--no-single-branch", address, str(clone))
    history = GitRepository(clone)
    assert history.revision() == Revision(last)
    assert history.descent(last, first) is Descent.UNKNOWN
    assert history.descent(last, side) is Descent.UNKNOWN


# ------------------------------------------------------------------------------- the files of then


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
