"""Slips in texts: each found by its rule, in its line; the clean set raises nothing."""

from pathlib import Path

import pytest

from tests.defects.slips import Slip, findings, slipped
from tests.defects.texts import CLEAN, SLIPS


def test_the_clean_set_raises_nothing(tmp_path: Path) -> None:
    assert findings(tmp_path, CLEAN) == []


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS)
def test_each_is_found_in_its_line(slip: Slip, tmp_path: Path) -> None:
    files, wanted = slipped(CLEAN, slip)
    found = findings(tmp_path, files)
    assert wanted in found
    assert len(found) <= 3, "the others are not buried in what follows from one slip"
