"""What `diff` compares by name: a revision of Git, or a release of a target by its commit."""

import re

from compiler.base.failure import UsageError
from compiler.commands.opening import Project
from compiler.ports.history import HistoryError
from compiler.ports.snapshot import EarlierSnapshot
from compiler.wiring import history

_RELEASE = re.compile(r"([\w-]+)@([0-9]{1,12}|live|staged)", re.ASCII)
_SHORT = 12


def version_named(project: Project, name: str) -> EarlierSnapshot:
    """Return the project's files at a revision, or at a release: `production@12`, `local@live`.

    Raises HistoryError where Git does not have it; for a release also UsageError, where it was not
    made of a commit alone, and StoreError.
    """
    found = _RELEASE.fullmatch(name)
    if found is None or project.settings.target(found[1]) is None:
        return history(project.root).snapshot(name)
    return _released(project, found[1], found[2])


def _released(project: Project, target: str, which: str) -> EarlierSnapshot:
    from compiler.commands.targets import open_target  # stores are asked for a release alone
    from compiler.release.naming import named_release

    number, release = named_release(open_target(project, target), which)
    words, commit = f"release {number} of `{target}`", release.commit
    if commit is None:
        raise UsageError(f"{words} was made of files in no commit, so nobody has them any more")
    if release.dirty:
        raise UsageError(
            f"{words} was made of commit {commit[:_SHORT]} and changes that were not committed, so"
            " nobody has its files any more; name the commit to compare with that alone"
        )
    try:
        return history(project.root).snapshot(commit)
    except HistoryError as failure:
        raise HistoryError(
            f"{words} was made of a commit that is not here ({failure}): `git fetch`, or in a"
            " shallow clone `git fetch --unshallow`, brings what is missing"
        ) from failure
