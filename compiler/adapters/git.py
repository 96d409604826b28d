"""The Git repository around a project: what is checked out, what came after what, older states."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from compiler.adapters.git_folder import git_folder_of, is_whole, work_tree_top
from compiler.adapters.git_process import ask, demand, refusal
from compiler.adapters.git_snapshot import GitSnapshot
from compiler.adapters.git_tree import GitTree
from compiler.adapters.lfs import LfsStore
from compiler.adapters.project_paths import INPUTS
from compiler.ports.history import Descent, HistoryError, Revision

_MOST_COMMITS = 200
_FILE = re.compile(r"\+\+\+ \"?b/([^\"\n\t]+)\"?")  # behind a name with spaces is a tab
_HUNK = re.compile(r"@@ -\S+ \+(\d+)(?:,(\d+))? @@")
_COMMIT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")


class GitRepository:
    """The history of the folder of a project, which may lie below the top of a work tree."""

    def __init__(self, project: Path) -> None:
        self._project = project.resolve()
        self._top = work_tree_top(project)

    def revision(self) -> Revision:
        """Return what is checked out now: no commit where there is no Git, or no commit yet.

        Raises HistoryError where there is a repository that Git cannot or will not read.
        """
        if self._top is None or self._is_unborn():
            return Revision(None)
        commit = self._commit("HEAD")
        if commit is None:
            raise HistoryError(f"the commit checked out in `{self._top}` cannot be read")
        changed = demand(
            self._project,
            "status", "--porcelain=v1", "-z", "--no-renames", "--ignore-submodules=all",
            "--untracked-files=normal", "--", *INPUTS,
        )  # fmt: skip
        return Revision(commit, bool(changed.output))

    def descent(self, commit: str, ancestor: str) -> Descent:
        """Tell whether ``commit`` is ``ancestor`` or comes after it. Raises HistoryError."""
        if not (_COMMIT.fullmatch(commit) and _COMMIT.fullmatch(ancestor)):
            return Descent.UNKNOWN
        if commit == ancestor:
            return Descent.SAME_OR_LATER
        if self._top is None or None in (self._commit(commit), self._commit(ancestor)):
            return Descent.UNKNOWN
        answer = ask(self._project, "merge-base", "--is-ancestor", ancestor, commit)
        if answer.code == 0:
            return Descent.SAME_OR_LATER
        if answer.code == 1 and not self._is_shallow():
            return Descent.NOT_LATER
        return Descent.UNKNOWN

    def common(self, revision: str) -> str:
        """Return the last commit that HEAD has in common with a revision. Raises HistoryError."""
        if self._top is None:
            raise HistoryError(f"`{self._project}` is in no Git repository, so it has no revisions")
        if revision and "\0" not in revision:
            named = f"{revision}^{{commit}}"
            answer = ask(self._project, "merge-base", "--end-of-options", named, "HEAD")
            if answer.code == 0 and _COMMIT.fullmatch(answer.line):
                return answer.line
        commit = self._commit(revision)
        if self._is_shallow():
            raise HistoryError(
                f"this clone is shallow and does not reach back to `{revision}`: fetch it by "
                "`git fetch --unshallow` (in GitHub Actions: `fetch-depth: 0` of actions/checkout, "
                "in GitLab CI: `GIT_DEPTH: 0`)"
            )
        if commit is None:
            raise HistoryError(f"Git knows no revision `{revision}` here")
        raise HistoryError(f"`{revision}` has no commit in common with what is checked out")

    def is_whole(self) -> bool:
        """Tell whether all files of its commits are here: no Git LFS, no partial clone."""
        return self._top is None or is_whole(git_folder_of(self._top))

    def changed_lines(self, revision: str) -> Mapping[str, frozenset[int]]:
        """Return the lines of the files on the disk that differ from a revision, by path."""
        commit = self._commit(revision)
        if commit is None:
            raise HistoryError(f"Git knows no revision `{revision}` here")
        answer = demand(
            self._project,
            "diff", "--relative", "--unified=0", "--no-color", "--no-ext-diff", "--no-textconv",
            "--no-renames", "--ignore-submodules=all", "--src-prefix=a/", "--dst-prefix=b/",
            commit, "--", *INPUTS,
        )  # fmt: skip
        return dict(_changed(answer.output.decode("utf-8", "surrogateescape")))

    def commits_of(self, paths: Sequence[str]) -> Sequence[str]:
        """Return the newest commits that changed one of the files, the newest first."""
        if self._top is None or not paths or self._is_unborn():
            return ()
        most = f"--max-count={_MOST_COMMITS}"
        answer = demand(self._project, "rev-list", most, "HEAD", "--", *paths)
        return answer.output.decode("ascii", "replace").split()

    def authors(self, commits: Sequence[str]) -> Mapping[str, str]:
        """Return who made commits, by name; those that are not here are left out."""
        if self._top is None or not commits:
            return {}
        asked = "".join(f"{commit}\n" for commit in commits if _COMMIT.fullmatch(commit))
        answer = ask(self._project, "cat-file", "--batch", given=asked.encode())
        text = answer.output.decode("utf-8", "replace")
        return {found[1]: found[2] for found in _AUTHOR.finditer(text)}

    def snapshot(self, revision: str) -> GitSnapshot:
        """Return the project's files at a revision. Raises HistoryError."""
        if self._top is None:
            raise HistoryError(f"`{self._project}` is in no Git repository, so it has no revisions")
        commit = self._commit(revision)
        if commit is None:
            raise HistoryError(f"Git knows no revision `{revision}` here")
        tree = GitTree(self._top, commit)
        prefix = self._project.relative_to(self._top).parts
        return GitSnapshot(tree, prefix, LfsStore(git_folder_of(self._top)))

    def _commit(self, revision: str) -> str | None:
        """Return the commit a revision names, None where there is none here."""
        if not revision or "\0" in revision:
            return None
        answer = ask(
            self._project,
            "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}",
        )  # fmt: skip
        if answer.code == 0 and _COMMIT.fullmatch(answer.line):
            return answer.line
        if answer.complaint and ask(self._project, "rev-parse", "--git-dir").code != 0:
            raise refusal(self._project, answer)
        return None

    def _is_unborn(self) -> bool:
        """Tell whether the repository has no commit yet on the branch checked out."""
        demand(self._project, "rev-parse", "--git-dir")
        return ask(self._project, "rev-parse", "--verify", "--quiet", "HEAD").code != 0

    def _is_shallow(self) -> bool:
        return demand(self._project, "rev-parse", "--is-shallow-repository").line == "true"


_AUTHOR = re.compile(
    r"^([0-9a-f]{40,64}) commit \d+\ntree .*\n(?:parent .*\n)*author (.*) <.*> \d+ [-+]\d{4}$",
    re.MULTILINE,
)
"""The head of a commit as `cat-file --batch` writes it."""


def _changed(diff: str) -> Iterator[tuple[str, frozenset[int]]]:
    """Yield the files of a diff without context, and the lines that are new in each."""
    path, lines = None, set[int]()
    left = 0
    for line in diff.split("\n"):
        if left:  # a line of content, whatever it looks like
            left -= 1
        elif found := _FILE.match(line):
            if path is not None:
                yield path, frozenset(lines)
            path, lines = found[1], set()
        elif found := _HUNK.match(line):
            first, number = int(found[1]), int(found[2] or 1)
            lines.update(range(first, first + number))
            removed = re.match(r"@@ -\d+(?:,(\d+))?", line)
            left = number + int((removed[1] if removed else None) or 1)
    if path is not None:
        yield path, frozenset(lines)
