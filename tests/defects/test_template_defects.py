"""Slips in templates: each found by its rule, in its line; the clean set raises nothing."""

from pathlib import Path

import pytest

from tests.defects.templates import CLEAN, DEFECTS, Defect
from tests.rules.cases import judged, repository


def findings(folder: Path, files: dict[str, str]) -> list[tuple[str, str, int]]:
    verdict = judged(repository(folder, dict(files)))
    return [
        (one.rule, one.place.path, one.place.line)
        for one in verdict.findings
        if one.rule != "unstamped"
    ]


def test_the_clean_set_raises_nothing(tmp_path: Path) -> None:
    assert findings(tmp_path, CLEAN) == []


@pytest.mark.parametrize("defect", DEFECTS.values(), ids=DEFECTS)
def test_each_is_found_in_its_line(defect: Defect, tmp_path: Path) -> None:
    text = CLEAN[defect.path]
    assert text.count(defect.old) == 1, "the slip is in one place"
    changed = text.replace(defect.old, defect.new)
    where, text = defect.path, changed
    if defect.at not in changed:  # another language has what this one lost
        where, text = next((path, one) for path, one in CLEAN.items() if path != defect.path)
    line = text.count("\n", 0, text.index(defect.at)) + 1
    found = findings(tmp_path, {**CLEAN, defect.path: changed})
    places = [(path, number) for rule, path, number in found if rule == defect.rule]
    assert (where, line) in places
    assert len(found) <= 2
