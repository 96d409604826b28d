"""What Git says of a repository: what is checked out, what came before what."""

import os
from pathlib import Path

import pytest

from compiler.adapters.git import GitRepository
from compiler.adapters.git_folder import git_folder_of, work_tree_top
from compiler.adapters.git_process import Answer, refusal
from compiler.ports.history import Descent, HistoryError, Revision
from tests.adapters.repositories import commit, git, texts, write
from tests.conftest import missing


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
