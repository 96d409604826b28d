"""Slips in layouts (MJML, CSS, HTML, Typst): each found by its rule, in its line."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.defects.layouts import FINE, SETS, SLIPS
from tests.defects.slips import Slip, findings, slipped


def told(folder: Path, files: Mapping[str, str]) -> list[tuple[str, str, int]]:
    return [one for one in findings(folder, files) if one[0] != "unstamped"]


def of(path: str) -> Mapping[str, str]:
    return next(files for files in SETS if path in files)


def test_the_clean_set_raises_nothing(tmp_path: Path) -> None:
    assert told(tmp_path, {path: text for files in SETS for path, text in files.items()}) == []


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS)
def test_each_is_found_in_its_line(slip: Slip, tmp_path: Path) -> None:
    files, wanted = slipped(of(slip.path), slip)
    found = told(tmp_path, files)
    assert wanted in found
    assert len(found) <= 4, "the others are not buried in what follows from one slip"


@pytest.mark.parametrize(("path", "old", "new"), FINE.values(), ids=FINE)
def test_what_looks_like_one_raises_nothing(path: str, old: str, new: str, tmp_path: Path) -> None:
    files = of(path)
    assert files[path].count(old) == 1, "the change is in one place"
    assert told(tmp_path, {**files, path: files[path].replace(old, new)}) == []
