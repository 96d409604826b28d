"""What journeys share."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.following import follow
from tests.journeys.showcase import SHOWCASE, Showcase


@pytest.fixture(scope="session")
def _checked_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the showcase lies as somebody has it who works on it: checked before. Empty at first."""
    return tmp_path_factory.mktemp("checked") / "showcase"


@pytest.fixture
def showcase(tmp_path: Path, _checked_once: Path, _steady_environment: None) -> Showcase:
    """A copy of the project's own content, to be changed; what was opened and rendered is kept."""
    if not _checked_once.exists():
        for name in ("content", "schemas"):
            shutil.copytree(SHOWCASE / name, _checked_once / name)
        shutil.copy(SHOWCASE / "clientarea.yaml", _checked_once)
        Showcase(_checked_once).run("check").exits(0)
    shutil.copytree(_checked_once, tmp_path, dirs_exist_ok=True)
    return Showcase(tmp_path)


@pytest.fixture(autouse=True)
def _descriptions_are_followed(tmp_path: Path) -> Iterator[None]:
    """Hold all that a journey has built or published in its own folder to its schemas."""
    yield
    follow(tmp_path)
