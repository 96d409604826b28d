"""What journeys share."""

import shutil
from pathlib import Path

import pytest

from tests.journeys.showcase import SHOWCASE, Showcase


@pytest.fixture
def showcase(tmp_path: Path) -> Showcase:
    """A copy of the project's own content, to be changed."""
    for name in ("content", "schemas"):
        shutil.copytree(SHOWCASE / name, tmp_path / name)
    shutil.copy(SHOWCASE / "clientarea.yaml", tmp_path)
    return Showcase(tmp_path)
