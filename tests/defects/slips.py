"""A slip in one of several files, and what is found where one was made."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from tests.rules.cases import judged, repository


class Slip(NamedTuple):
    """``old`` becomes ``new`` in a file; the rule finds it in the line that has ``at``.

    That line stands in ``where``, or in the file itself.
    """

    path: str
    old: str
    new: str
    rule: str
    at: str
    where: str | None = None


def findings(folder: Path, files: Mapping[str, str]) -> list[tuple[str, str, int]]:
    """Return rule, path and line of all that is found in a repository of some files."""
    verdict = judged(repository(folder, dict(files)))
    return [(one.rule, one.place.path, one.place.line) for one in verdict.findings]


def slipped(files: Mapping[str, str], slip: Slip) -> tuple[dict[str, str], tuple[str, str, int]]:
    """Return the files with a slip in them, and what has to be found."""
    text = files[slip.path]
    assert text.count(slip.old) == 1, "the slip is in one place"
    changed = {**files, slip.path: text.replace(slip.old, slip.new)}
    where = slip.where or slip.path
    assert changed[where].count(slip.at) == 1, "the finding is in one line"
    line = changed[where].count("\n", 0, changed[where].index(slip.at)) + 1
    return changed, (slip.rule, where, line)
