"""What journeys share."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.following import follow
from tests.journeys.showcase import Showcase


@pytest.fixture
def showcase(tmp_path: Path, checked_showcase: Path) -> Showcase:
    """A copy of the project's own content, to be changed; what was opened and rendered is kept."""
    shutil.copytree(checked_showcase, tmp_path, dirs_exist_ok=True)
    return Showcase(tmp_path)


@pytest.fixture(autouse=True)
def _descriptions_are_followed(tmp_path: Path) -> Iterator[None]:
    """Hold all that a journey has built or published in its own folder to its schemas."""
    yield
    follow(tmp_path)
